/** Amounts as bars of one scale: what is sure is solid, what is possible is hatched, an open end is dashed. */

import { svg } from "../../dom.ts";
import { round } from "./looks.ts";
import type { Bar } from "./marks.ts";

const HIGH = 7;
const LEAST = 2;
/** Length of what has no end. */
const OPEN = 14;

/** The parts of a bar that starts at a place; `full` is the length of the largest figure. */
export function barParts(bar: Bar, x: number, y: number, full: number, largest: number): SVGElement[] {
  const length = (figure: number) => (figure <= 0 || largest <= 0 ? 0 : Math.max(LEAST, (figure / largest) * full));
  const sure = length(bar.low);
  const parts = [sure > 0 ? piece("sure", x, sure, y) : null];
  if (bar.about > 0) parts.push(piece("possible", x + sure, length(bar.about), y));
  if (bar.high === null) parts.push(openEnd(x + sure + length(bar.about), y));
  else if (bar.about === 0 && bar.high > bar.low) parts.push(piece("possible", x + sure, length(bar.high) - sure, y));
  return parts.filter((part) => part !== null);
}

const piece = (name: string, x: number, long: number, y: number): SVGElement =>
  svg("rect", { class: `money ${name}`, x: round(x), y: round(y - HIGH / 2), width: round(long), height: HIGH });

/** Two lines that go on, and no end. */
const openEnd = (x: number, y: number): SVGElement =>
  svg("path", {
    class: "money open",
    d: `M${round(x)} ${round(y - HIGH / 2)}h${OPEN}M${round(x)} ${round(y + HIGH / 2)}h${OPEN}`,
  });
