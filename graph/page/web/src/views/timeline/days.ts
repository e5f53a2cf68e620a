/** Days as numbers, and the time on the screen. */

import type { Happening } from "../../document.ts";

export const DAY = 86_400_000;
export const YEAR = 365.25 * DAY;

/** A stretch of time in milliseconds since 1970, UTC; the end is not in it. Null where it is open or not known. */
export interface Span {
  from: number | null;
  to: number | null;
}

/** A stretch with both ends. */
export interface Range {
  from: number;
  to: number;
}

/** The start of a day written YYYY-MM-DD; null for "". */
export const dayOf = (text: string): number | null => (text === "" ? null : Date.parse(`${text}T00:00:00Z`));

/** YYYY-MM-DD */
export const written = (moment: number): string => new Date(moment).toISOString().slice(0, 10);

/** The days something may have been; null where nothing says. */
export function spanOf(one: Happening): Span | null {
  if (one.date === "") return null;
  const latest = dayOf(one.latest);
  return { from: dayOf(one.earliest), to: latest === null ? null : latest + DAY };
}

/** Whether any of the days of a stretch is in a range. */
export const touches = (span: Span, range: Range): boolean =>
  (span.from ?? -Infinity) < range.to && (span.to ?? Infinity) > range.from;

/** Longer than this, something is no moment to choose a range by. */
const LONG = 2.5 * YEAR;
/** Room on both sides, as a share of the range. */
const ROOM = 0.06;

/** The time in which things happened: of what has a day, a month or a year, with room on both sides; null for nothing. */
export function rangeOf(happenings: readonly Happening[]): Range | null {
  const ends = happenings.flatMap((one) => momentsOf(one));
  if (ends.length === 0) return null;
  const [from, to] = [Math.min(...ends), Math.max(...ends)];
  const room = Math.max((to - from) * ROOM, 10 * DAY);
  return { from: from - room, to: to + room };
}

/** The ends that are known; of what went on for years only the last; of what has no date the day it was told. */
function momentsOf(one: Happening): number[] {
  const span = spanOf(one);
  if (span === null) return [dayOf(one.told)].filter((day) => day !== null);
  if (span.from !== null && span.to !== null && span.to - span.from > LONG) return [span.to];
  return [span.from, span.to].filter((end) => end !== null);
}

/** From time to the screen. */
export interface Scale extends Range {
  left: number;
  right: number;
}

export const at = (scale: Scale, moment: number): number =>
  scale.left + ((moment - scale.from) / (scale.to - scale.from)) * (scale.right - scale.left);

export const momentAt = (scale: Scale, x: number): number =>
  scale.from + ((x - scale.left) / (scale.right - scale.left)) * (scale.to - scale.from);

/** Months around elections, to look at from near by: days of elections less than half a year apart are together. */
export function campaigns(happenings: readonly Happening[]): Range[] {
  const days = happenings.flatMap((one) => (one.kind === "election" ? (dayOf(one.earliest) ?? []) : [])).sort((a, b) => a - b);
  const found: Range[] = [];
  for (const day of days) {
    const last = found.at(-1);
    if (last !== undefined && day < last.to) last.to = day + AFTER;
    else found.push({ from: day - BEFORE, to: day + AFTER });
  }
  return found;
}

const BEFORE = 75 * DAY;
const AFTER = 45 * DAY;
