/** Paints the marks of a large picture: a sign for each, its name where that can be read, and the names of the largest before. */

import { CANDIDATES, COMMITTEES, COUNTIES, DONORS } from "../../model.ts";
import type { Whole } from "../../large/whole.ts";
import type { Palette } from "../../palette.ts";
import type { Camera, Size } from "./camera.ts";
import type { Grid } from "./grid.ts";
import { titles } from "./headings.ts";
import { SLOT } from "./shade.ts";

const SIGN = 5;
const TEXT = 11.5;
const READABLE = 0.62;
const CHARACTERS = 25;
/** A mark is a sign of its own where its slot is so many pixels wide; else its slot is shaded. */
const TELLABLE = 50;
/** Pixels of height for each name of a column when the names of all cannot be read: the largest have one. */
const ROOM_OF_A_NAME = 24;
/** So many marks are tried for each of those names. */
const TRIES = 4;
/** On a stage narrower than this a name stands on its own side or not at all. */
const NARROW = 520;
export const COLOURS = ["donor", "committee", "candidacy", "county", "ink"];

/** What is painted on: its size in pixels of the stage, and how many of its own pixels make one of those. */
export interface Plate extends Size {
  ratio: number;
  /** Where the stage begins and ends. */
  start: number;
  end: number;
}

/** Whether marks are too small to be signs. */
export const isFar = (scale: number): boolean => scale * SLOT.width < TELLABLE;

export interface MarkPaint {
  whole: Whole;
  grid: Grid;
  shown: Uint8Array;
}

/** Paints marks and names over what is there. */
export function paintMarks(context: CanvasRenderingContext2D, paint: MarkPaint, camera: Camera, size: Plate, colour: Palette): void {
  const { scale, x: left, y: top } = camera;
  const room = { left, top, right: left + size.width / scale, bottom: top + size.height / scale };
  const isNear = scale >= READABLE;
  const seen: number[] = [];
  paint.grid.within(room.left - SLOT.width, room.top - SLOT.height, room.right, room.bottom + SLOT.height, (mark) => {
    if (paint.shown[mark] === 1) seen.push(mark);
  });
  if (!isFar(scale)) paintSigns(context, paint.whole, seen, scale, colour);
  if (isNear) paintNames(context, paint.whole, seen, scale, colour);
  else paintLargest(context, paint, camera, size, colour);
}

/** Signs by column: a dot, a box, a ring, a triangle, a bar. */
function paintSigns(context: CanvasRenderingContext2D, { x, y, column }: Whole, seen: readonly number[], scale: number, colour: Palette): void {
  const size = Math.max(SIGN, 1.3 / scale);
  for (const [number, name] of COLOURS.entries()) {
    context.fillStyle = colour(name);
    context.beginPath();
    for (const mark of seen) if (column[mark] === number) sign(context, number, x[mark]!, y[mark]!, size);
    context.fill("evenodd");
  }
}

function sign(context: CanvasRenderingContext2D, column: number, x: number, y: number, size: number): void {
  if (column === DONORS) circle(context, x, y, size * 0.7);
  else if (column === COMMITTEES) context.rect(x - size, y - size * 0.8, 2 * size, 1.6 * size);
  else if (column === CANDIDATES) {
    circle(context, x, y, size);
    circle(context, x, y, size * 0.55);
  } else if (column === COUNTIES) {
    context.moveTo(x, y - size);
    context.lineTo(x + size, y + size * 0.8);
    context.lineTo(x - size, y + size * 0.8);
    context.closePath();
  } else context.rect(x - size * 0.4, y - size, size * 0.8, 2 * size);
}

function circle(context: CanvasRenderingContext2D, x: number, y: number, radius: number): void {
  context.moveTo(x + radius, y);
  context.arc(x, y, radius, 0, 2 * Math.PI);
}

function paintNames(context: CanvasRenderingContext2D, { x, y, names }: Whole, seen: readonly number[], scale: number, colour: Palette): void {
  context.font = `${TEXT}px system-ui, sans-serif`;
  context.textBaseline = "middle";
  context.lineWidth = 3;
  context.strokeStyle = colour("paper");
  context.fillStyle = colour("ink");
  for (const mark of seen) {
    const [text, left] = [short(names[mark]!), x[mark]! + SIGN + 4];
    if (scale > 0.9) context.strokeText(text, left, y[mark]!);
    context.fillText(text, left, y[mark]!);
  }
}

/** A name as long as a slot is. */
export const short = (name: string): string => (name.length > CHARACTERS ? `${name.slice(0, CHARACTERS - 1)}…` : name);

interface Room {
  left: number;
  right: number;
  y: number;
}

/** Names of the largest of each column, as large on the screen at every scale; one that would touch another is left out. */
function paintLargest(context: CanvasRenderingContext2D, paint: MarkPaint, camera: Camera, size: Plate, colour: Palette): void {
  const { whole, shown } = paint;
  context.save();
  context.setTransform(size.ratio, 0, 0, size.ratio, 0, 0);
  context.font = "600 11px system-ui, sans-serif";
  context.textBaseline = "middle";
  context.lineWidth = 3.5;
  context.lineJoin = "round";
  context.strokeStyle = colour("paper");
  context.fillStyle = colour("ink");
  const taken: Room[] = titles(context, whole.part, camera, size);
  const left = COLOURS.map(() => Math.ceil(size.height / ROOM_OF_A_NAME));
  const tries = left.map((names) => TRIES * names);
  for (const mark of whole.order) {
    const column = whole.column[mark]!;
    const at = { x: (whole.x[mark]! - camera.x) * camera.scale, y: (whole.y[mark]! - camera.y) * camera.scale };
    if (shown[mark] === 0 || left[column] === 0 || tries[column] === 0 || at.x < 0 || at.y < 0 || at.x > size.width || at.y > size.height) continue;
    tries[column]! -= 1;
    const text = short(whole.names[mark]!);
    const room = besideMark(at, context.measureText(text).width, camera.scale * SLOT.width, column, size);
    if (room === null || taken.some((one) => Math.abs(one.y - room.y) < 14 && one.left < room.right && room.left < one.right)) continue;
    taken.push(room);
    left[column]! -= 1;
    context.strokeText(text, room.left + 3, room.y);
    context.fillText(text, room.left + 3, room.y);
  }
  context.restore();
}

/** Where a name stands: donors' before their mark, out of the way of their lines, and null without room there; others' behind it. */
function besideMark({ x, y }: { x: number; y: number }, text: number, slot: number, column: number, { start, end }: Plate): Room | null {
  const wide = text + 6;
  const behind = x + slot + 3;
  if (column === DONORS && x > start && x - wide - 3 < start) return null;
  if (column !== DONORS && x < end && behind + wide > end && end - start < NARROW) return null;
  const isBefore = column === DONORS || (x < end && behind + wide > end);
  const left = isBefore ? x - wide - 3 : behind;
  return { left, right: left + wide, y };
}
