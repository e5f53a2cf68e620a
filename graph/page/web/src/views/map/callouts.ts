/** Where the text of each area stands: beside its inset in a column, or near its place where nothing else stands. */

import { shortened } from "../../words.ts";
import { around, height, projection, width, type Box, type Frame, type Point } from "./frames.ts";
import type { MapMark } from "./marks.ts";

export const LINE = 14;
const NAME = 15;
const GAP = 5;
const INDENT = 10;
/** Width of a letter of a name. */
const LETTER = 7;
export const CALLOUT_WIDTH = 196;
/** Fewer letters before an ending say nothing. */
const LEAST = 8;
/** How far from its place a text stands. */
const OFF = 12;

/** The text of an area and the point it belongs to, on the screen. */
export interface Callout {
  mark: MapMark;
  anchor: Point;
  box: Box;
  /** How many of its lines there is room for. */
  lines: number;
}

/** Height of the text of an area with some of its lines. */
const highWith = (lines: number): number => NAME + lines * LINE;

/** Where a place of the sheet is on the screen. */
export function placed(frame: Frame, point: Point): Point {
  const { scale, x, y } = projection(frame);
  return { x: point.x * scale + x, y: point.y * scale + y };
}

/** The texts of an inset, one below the other in the order of their places; lines are left out where there is no room. */
export function besideInset(frame: Frame, marks: readonly MapMark[]): Callout[] {
  const room = frame.callouts!;
  const anchored = marks.map((mark) => ({ mark, anchor: placed(frame, mark.anchor) }));
  anchored.sort((one, other) => one.anchor.y - other.anchor.y || one.anchor.x - other.anchor.x);
  const lines = fitting(
    anchored.map(({ mark }) => mark.lines.length),
    height(room),
  );
  const all = lines.reduce((sum, count) => sum + highWith(count) + GAP, -GAP);
  let top = room.top + Math.max(0, (height(room) - all) / 2);
  return anchored.map(({ mark, anchor }, place) => {
    const box = { left: room.left + INDENT, right: room.right, top, bottom: top + highWith(lines[place]!) };
    top = box.bottom + GAP;
    return { mark, anchor, box, lines: lines[place]! };
  });
}

/** As many lines of each as fit: the longest gives up its last first. */
export function fitting(wanted: readonly number[], room: number): number[] {
  const lines = [...wanted];
  const total = () => lines.reduce((sum, count) => sum + highWith(count) + GAP, -GAP);
  while (total() > room && Math.max(...lines) > 0) lines[lines.indexOf(Math.max(...lines))]! -= 1;
  return lines;
}

/** The texts of the main frame; those that would lie over another, or leave the frame, are left out. */
export function nearPlaces(frame: Frame, marks: readonly MapMark[], taken: readonly Box[]): Callout[] {
  const found: Callout[] = [];
  for (const mark of marks) {
    const area = onScreen(frame, mark.box);
    const areas = marks.filter((other) => other !== mark).map((other) => onScreen(frame, other.box));
    const others = [...taken, ...areas, ...found.map(({ box }) => box)];
    const box = beside(area, highWith(mark.lines.length)).find(
      (one) => isInside(one, frame.screen) && !others.some((other) => overlap(one, other)),
    );
    if (box !== undefined) found.push({ mark, anchor: placed(frame, mark.anchor), box, lines: mark.lines.length });
  }
  return found;
}

/** Names of areas that are large enough for them. */
export function insideAreas(frame: Frame, marks: readonly MapMark[]): Callout[] {
  return marks.flatMap((mark) => {
    const area = onScreen(frame, mark.box);
    const anchor = placed(frame, mark.anchor);
    const wide = mark.name.length * LETTER;
    if (width(area) < wide || height(area) < NAME) return [];
    const box = { left: anchor.x - wide / 2, right: anchor.x + wide / 2, top: anchor.y - NAME / 2, bottom: anchor.y + NAME / 2 };
    return [{ mark, anchor, box, lines: 0 }];
  });
}

/** A box of the sheet on the screen. */
function onScreen(frame: Frame, box: Box): Box {
  const [start, end] = [placed(frame, { x: box.left, y: box.top }), placed(frame, { x: box.right, y: box.bottom })];
  return { left: start.x, top: start.y, right: end.x, bottom: end.y };
}

/** Boxes to try beside, below and above an area, the best first. */
function beside(area: Box, high: number): Box[] {
  const [x, y] = [(area.left + area.right) / 2, (area.top + area.bottom) / 2];
  const corners: [number, number][] = [
    [area.right + OFF, y - high / 2],
    [area.left - OFF - CALLOUT_WIDTH, y - high / 2],
    [area.right + OFF, area.bottom],
    [area.left - OFF - CALLOUT_WIDTH, area.bottom],
    [area.right + OFF, area.top - high],
    [area.left - OFF - CALLOUT_WIDTH, area.top - high],
    [x - CALLOUT_WIDTH / 2, area.bottom + OFF],
    [x - CALLOUT_WIDTH / 2, area.top - OFF - high],
  ];
  return corners.map(([left, top]) => ({ left, top, right: left + CALLOUT_WIDTH, bottom: top + high }));
}

export const overlap = (one: Box, other: Box): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

const isInside = (one: Box, other: Box): boolean => {
  const both = around([one, other]);
  return width(both) <= width(other) + 0.5 && height(both) <= height(other) + 0.5;
};

/** A text cut to fit in so many pixels; where its ending fits, it is cut before that. */
export function fitted(text: string, room: number, size: number, ending = ""): string {
  const letters = Math.floor(room / (size * 0.54));
  const rest = letters - ending.length - 1;
  if (text.length <= letters || ending === "" || rest < LEAST) return shortened(text, letters);
  return `${shortened(text.slice(0, -ending.length).trimEnd(), rest)} ${ending}`;
}
