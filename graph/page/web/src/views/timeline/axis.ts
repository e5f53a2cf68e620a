/** The days, months or years under which marks stand. */

import { DAY, type Range } from "./days.ts";

export interface Tick {
  moment: number;
  text: string;
}

export const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
/** Steps to choose from, in months; below the first there are days. */
const MONTH_STEPS = [1, 3, 6, 12, 24, 60, 120, 240];
const DAY_STEPS = [1, 2, 7, 14];
const MONTH = 30.44 * DAY;

/** Ticks of a range, as near to each other as so many can be. */
export function ticks(range: Range, most: number): Tick[] {
  const step = (range.to - range.from) / Math.max(1, most);
  const days = DAY_STEPS.find((count) => count * DAY >= step);
  if (days !== undefined) return everyDays(range, days);
  const months = MONTH_STEPS.find((count) => count * MONTH >= step) ?? MONTH_STEPS.at(-1)!;
  return everyMonths(range, months);
}

function everyDays({ from, to }: Range, step: number): Tick[] {
  const found: Tick[] = [];
  for (let day = Math.ceil(from / (step * DAY)) * step * DAY; day <= to; day += step * DAY) {
    const date = new Date(day);
    const year = found.length === 0 || date.getUTCFullYear() !== new Date(found.at(-1)!.moment).getUTCFullYear();
    found.push({ moment: day, text: `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]}${year ? ` ${date.getUTCFullYear()}` : ""}` });
  }
  return found;
}

function everyMonths({ from, to }: Range, step: number): Tick[] {
  const found: Tick[] = [];
  const first = new Date(from);
  const start = Math.ceil((first.getUTCFullYear() * 12 + first.getUTCMonth()) / step) * step;
  for (let month = start; ; month += step) {
    const [year, number] = [Math.floor(month / 12), month % 12];
    const moment = Date.UTC(year, number, 1);
    if (moment > to) return found;
    if (moment < from) continue;
    const name = number === 0 || found.length === 0 ? `${MONTHS[number]} ${year}` : MONTHS[number]!;
    found.push({ moment, text: step >= 12 ? String(year) : name });
  }
}
