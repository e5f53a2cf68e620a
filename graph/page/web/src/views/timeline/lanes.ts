/** Marks in lanes by kind, in rows so that no text lies over another; what does not fit is put together. */

import type { Happening } from "../../document.ts";
import { at, DAY, dayOf, spanOf, touches, type Range, type Scale } from "./days.ts";

/** Lanes from top to bottom. */
export const LANES: readonly { kinds: readonly string[]; title: string; one: string; many: string }[] = [
  { kinds: ["election"], title: "Elections", one: "contest", many: "contests" },
  { kinds: ["office"], title: "Recalls, suspensions, removals", one: "recall or removal", many: "recalls and removals" },
  { kinds: ["gift"], title: "Gifts and funds raised", one: "gift", many: "gifts" },
  { kinds: ["spending"], title: "Spending", one: "expenditure", many: "expenditures" },
  { kinds: ["ad", "event"], title: "Ads and events", one: "event", many: "events" },
  { kinds: ["poll"], title: "Polls", one: "poll", many: "polls" },
  { kinds: ["count"], title: "Counts", one: "count", many: "counts" },
];

/**
 * How a mark is placed: at a day, over the days it may have been, or, without a date, left of the day it was told.
 */
export type Placing = "day" | "span" | "told";

/** One or several happenings as one mark on the screen. */
export interface TimeMark {
  members: Happening[];
  placing: Placing;
  /** From where to where, in pixels; both the same for a day. */
  start: number;
  end: number;
  /** Whether it goes on beyond the picture, or its end is open. */
  before: boolean;
  after: boolean;
  text: string;
  /** Row in its lane, from 0. */
  row: number;
  /** Where its text stands; over it where there is room on neither side. */
  side: "right" | "left" | "over";
}

export interface Lane {
  title: string;
  marks: TimeMark[];
  rows: number;
}

/** Half the width of the symbol of a mark. */
export const RADIUS = 8;
/** What stands left of a symbol. */
export const TAIL: Readonly<Record<Placing, number>> = { day: 0, span: 0, told: 18 };
const LETTER = 6.1;
const GAP = 10;
/** Length of a count that was made on some day from the election on, in pixels. */
const OPEN = 24;
export const LONGEST = 40;

/** Whether something is shown in a range: some of its days are in it, or the day it was told. */
export function isShown(one: Happening, range: Range): boolean {
  const span = spanOf(one);
  if (span !== null) return touches(span, range);
  const told = dayOf(one.told) ?? Infinity;
  return told >= range.from && told < range.to;
}

/** Lanes with their marks, as few put together as the height allows, which is given in rows. */
export function lanesOf(
  happenings: readonly Happening[],
  scale: Scale,
  textOf: (one: Happening) => string,
  rows: number,
): Lane[] {
  const shown = happenings.filter((one) => isShown(one, scale));
  let lanes: Lane[] = [];
  for (const [near, least] of TOGETHER) {
    lanes = LANES.flatMap((lane) => laneOf(shown, lane, scale, textOf, near, least));
    if (lanes.reduce((sum, lane) => sum + lane.rows, 0) <= rows) return lanes;
  }
  return lanes;
}

/** How near, in pixels, how many marks are put together; tried from the first to the last. */
const TOGETHER: readonly (readonly [number, number])[] = [
  [0, Infinity],
  [0, 5],
  [0, 3],
  [0, 2],
  [8, 2],
  [24, 2],
  [64, 2],
  [160, 2],
];

function laneOf(
  shown: readonly Happening[],
  lane: (typeof LANES)[number],
  scale: Scale,
  textOf: (one: Happening) => string,
  near: number,
  least: number,
): Lane[] {
  const marks = shown.filter((one) => lane.kinds.includes(one.kind)).map((one) => markOf(one, scale, textOf));
  if (marks.length === 0) return [];
  const joined = together(marks, near, least, (count) => `${count} ${lane.many}`);
  return [{ title: lane.title, marks: joined, rows: inRows(joined, scale) }];
}

function markOf(one: Happening, scale: Scale, textOf: (one: Happening) => string): TimeMark {
  const span = spanOf(one);
  const told = dayOf(one.told);
  const from = span === null ? told : span.from;
  const to = span === null ? told : span.to;
  const isDay = span !== null && (span.to ?? Infinity) - (span.from ?? -Infinity) <= DAY;
  const start = from === null ? scale.left : at(scale, isDay ? from + DAY / 2 : from);
  const last = one.kind === "count" ? start + OPEN : scale.right;
  const end = isDay ? start : to === null ? last : at(scale, to);
  return {
    members: [one],
    placing: span === null ? "told" : isDay ? "day" : "span",
    start: Math.max(start, scale.left),
    end: Math.min(Math.max(start, end), scale.right),
    before: from === null || start < scale.left,
    after: to === null || end > scale.right,
    text: textOf(one),
    row: 0,
    side: "right",
  };
}

/** Marks of one placing that start and end near each other become one, where they are so many. */
export function together(marks: readonly TimeMark[], near: number, least: number, say: (count: number) => string): TimeMark[] {
  const bins = new Map<string, TimeMark[]>();
  for (const mark of marks) {
    const key = `${mark.placing} ${binned(mark.start, near)} ${binned(mark.end, near)}`;
    bins.set(key, [...(bins.get(key) ?? []), mark]);
  }
  const joined = [...bins.values()].flatMap((bin) => (bin.length < least ? bin : [joinedMark(bin, say(bin.length))]));
  return joined.sort((one, other) => one.start - other.start || one.end - other.end);
}

const binned = (x: number, near: number): number => (near === 0 ? Math.round(x * 10) : Math.round(x / near));

const joinedMark = (bin: readonly TimeMark[], text: string): TimeMark => ({
  ...bin[0]!,
  members: bin.flatMap((mark) => mark.members),
  start: Math.min(...bin.map((mark) => mark.start)),
  end: Math.max(...bin.map((mark) => mark.end)),
  before: bin.some((mark) => mark.before),
  after: bin.some((mark) => mark.after),
  text,
});

/** Gives every mark the first row where its symbol and its text have room; how many rows there are. */
export function inRows(marks: readonly TimeMark[], scale: Scale): number {
  const rows: { left: number; right: number }[][] = [];
  for (const mark of marks) {
    const wide = textWidth(mark.text) + GAP;
    mark.side = sideOf(mark, wide, scale);
    const left = mark.start - RADIUS - TAIL[mark.placing] - (mark.side === "left" ? wide : 0);
    const right = mark.end + RADIUS + (mark.side === "right" ? wide : GAP);
    const free = rows.findIndex((row) => row.every((taken) => right <= taken.left || left >= taken.right));
    mark.row = free < 0 ? rows.length : free;
    (rows[mark.row] ??= []).push({ left, right });
  }
  return rows.length;
}

function sideOf(mark: TimeMark, wide: number, scale: Scale): TimeMark["side"] {
  if (mark.end + RADIUS + wide <= scale.right) return "right";
  if (mark.start - RADIUS - TAIL[mark.placing] - wide >= scale.left) return "left";
  return mark.end - mark.start > wide ? "over" : "right";
}

/** Room of a text in pixels. */
export const textWidth = (text: string): number => Math.min(text.length, LONGEST) * LETTER;
