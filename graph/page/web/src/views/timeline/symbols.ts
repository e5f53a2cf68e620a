/** Symbols of a timeline: a day is a disc, days it may have been are a bar, and what has no date fades to the left. */

import { svg } from "../../dom.ts";
import type { Happening } from "../../document.ts";
import { RADIUS, type TimeMark } from "./lanes.ts";

const SMALLEST = 3.5;

/** Radius for money, so that twice the radius is four times the money; for all else one size. */
export function radiusOf(mark: TimeMark, largest: number): number {
  const sizes = mark.members.map(sizeOf).filter((size) => size > 0);
  if (sizes.length === 0 || largest <= 0) return SMALLEST + 1;
  return SMALLEST + (RADIUS - SMALLEST) * Math.sqrt(Math.max(...sizes) / largest);
}

/** The figure a size is taken from; 0 without one. */
export const sizeOf = (one: Happening): number => Number(one.amount?.size ?? 0);

/** The symbol of a mark whose middle line is at `y`. */
export function symbol(mark: TimeMark, y: number, largest: number): SVGElement[] {
  const radius = radiusOf(mark, largest);
  if (mark.placing === "told") return told(mark, y, radius);
  return mark.placing === "day" ? disc(mark, y, radius) : bar(mark, y, radius);
}

function disc(mark: TimeMark, y: number, radius: number): SVGElement[] {
  const { isSure, isOpen } = certainty(mark);
  const x = fine((mark.start + mark.end) / 2);
  const parts: SVGElement[] = [
    svg("path", { class: "bound", d: `M${fine(mark.start)} ${y}H${fine(mark.end)}` }),
    svg("circle", { class: isSure ? "happening" : "happening possible", cx: x, cy: y, r: fine(radius) }),
  ];
  if (isOpen) parts.push(svg("circle", { class: "more", cx: x, cy: y, r: fine(radius + 2.5) }));
  return [...parts, ...several(mark, y, radius)];
}

/** A bar with a closed end for every end that is known. */
function bar(mark: TimeMark, y: number, radius: number): SVGElement[] {
  const [left, right] = [mark.start, Math.max(mark.end, mark.start + 3)];
  const { isSure, isOpen } = certainty(mark);
  const high = Math.max(3, radius);
  const box = { x: fine(left), y: fine(y - high / 2), width: fine(right - left), height: fine(high) };
  const parts: SVGElement[] = [
    svg("rect", { class: isSure ? "happening span" : "happening span possible", rx: 1.5, ...box }),
    ...(isOpen ? [svg("path", { class: "more", d: `M${fine(left)} ${fine(y - high / 2 - 2.5)}H${fine(right)}` })] : []),
    ...[mark.before ? null : left, mark.after ? null : right].flatMap((x) => (x === null ? [] : [tick(x, y, radius)])),
    ...(mark.before ? [arrow(left, y, -1)] : []),
    ...(mark.after ? [arrow(right, y, 1)] : []),
  ];
  return [...parts, ...several(mark, y, radius)];
}

const tick = (x: number, y: number, radius: number): SVGElement =>
  svg("path", { class: "bound", d: `M${fine(x)} ${fine(y - radius)}V${fine(y + radius)}` });

const arrow = (x: number, y: number, way: number): SVGElement =>
  svg("path", { class: "bound on", d: `M${fine(x - 5 * way)} ${y - 4}l${5 * way} 4l${-5 * way} 4` });

/** Some time before it was told: a ring, and a line that comes from nowhere. */
function told(mark: TimeMark, y: number, radius: number): SVGElement[] {
  return [
    svg("path", { class: "unknown", d: `M${fine(mark.start - radius - 16)} ${y}h16` }),
    svg("circle", { class: "undated", cx: fine(mark.start), cy: y, r: fine(radius) }),
    ...several(mark, y, radius),
  ];
}

/** The number of several in one mark. */
function several(mark: TimeMark, y: number, radius: number): SVGElement[] {
  if (mark.members.length < 2) return [];
  const x = mark.placing === "told" ? mark.start : (mark.start + mark.end) / 2;
  return [svg("circle", { class: "several", cx: fine(x), cy: y, r: fine(radius + 2) })];
}

/** Whether money has a floor, and whether it may be more than that. */
function certainty(mark: TimeMark): { isSure: boolean; isOpen: boolean } {
  const amounts = mark.members.flatMap((one) => one.amount ?? []);
  return {
    isSure: amounts.length === 0 || amounts.some((amount) => amount.low !== null),
    isOpen: amounts.some((amount) => amount.low !== null && amount.low !== amount.high),
  };
}

/** Tenths of a pixel are enough. */
export const fine = (figure: number): number => Math.round(figure * 10) / 10;
