/** Paints the marks of a large picture: a sign for each, its name where that can be read, and the names of the largest before. */

import { CANDIDATES, COMMITTEES, COUNTIES, DONORS } from "../../model.ts";
import type { Whole } from "../../large/whole.ts";
import type { Palette } from "../../palette.ts";
import type { Camera, Size } from "./camera.ts";
import type { Grid } from "./grid.ts";

export const SLOT = { width: 190, height: 16 };
const SIGN = 5;
const TEXT = 11.5;
const READABLE = 0.62;
const CHARACTERS = 25;
/** So many of the largest have a name when the names of all cannot be read. */
const NAMED = 70;
const COLOURS = ["donor", "committee", "candidacy", "county", "ink"];

/** What is painted on: its size in pixels of the stage, and how many of its own pixels make one of those. */
export interface Plate extends Size {
  ratio: number;
  /** Where the stage ends on the right. */
  end: number;
}

export interface MarkPaint {
  whole: Whole;
  grid: Grid;
  shown: Uint8Array;
  /** Marks in order of their money, the largest first. */
  order: Uint32Array;
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
  paintSigns(context, paint.whole, seen, scale, colour);
  if (isNear) paintNames(context, paint.whole, seen, scale, colour);
  else paintLargest(context, paint, camera, size, colour);
}

/** Signs by column: a dot, a box, a ring, a triangle, a bar; at a distance all are as small as their slots. */
function paintSigns(context: CanvasRenderingContext2D, { x, y, column }: Whole, seen: readonly number[], scale: number, colour: Palette): void {
  const size = Math.max(SIGN, 1.3 / scale);
  for (const [number, name] of COLOURS.entries()) {
    context.fillStyle = colour(name);
    context.beginPath();
    for (const mark of seen) if (column[mark] === number) sign(context, number, x[mark]!, y[mark]!, size, scale);
    context.fill("evenodd");
  }
}

function sign(context: CanvasRenderingContext2D, column: number, x: number, y: number, size: number, scale: number): void {
  if (scale < 0.3) context.rect(x - size / 2, y - size / 2, size * (column === DONORS ? 1 : 2), size * (column === DONORS ? 1 : 2));
  else if (column === DONORS) circle(context, x, y, size * 0.7);
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

/** Names of the largest, as large on the screen at every scale; one that would touch another is left out. */
function paintLargest(context: CanvasRenderingContext2D, paint: MarkPaint, camera: Camera, size: Plate, colour: Palette): void {
  const { whole, shown, order } = paint;
  const taken: { left: number; top: number; right: number }[] = [];
  context.save();
  context.setTransform(size.ratio, 0, 0, size.ratio, 0, 0);
  context.font = "600 11px system-ui, sans-serif";
  context.textBaseline = "middle";
  context.lineWidth = 3;
  context.lineJoin = "round";
  context.strokeStyle = colour("paper");
  context.fillStyle = colour("ink");
  for (const mark of order) {
    if (taken.length >= NAMED) break;
    const [x, y] = [(whole.x[mark]! - camera.x) * camera.scale + 7, (whole.y[mark]! - camera.y) * camera.scale];
    if (shown[mark] === 0 || x < 0 || y < 0 || x > size.width || y > size.height) continue;
    const text = short(whole.names[mark]!);
    const width = context.measureText(text).width + 6;
    const left = x < size.end && x + width > size.end ? x - width - 8 : x;
    const room = { left, top: y, right: left + width };
    if (taken.some((one) => Math.abs(one.top - room.top) < 13 && one.left < room.right && room.left < one.right)) continue;
    taken.push(room);
    context.strokeText(text, left, y);
    context.fillText(text, left, y);
  }
  context.restore();
}
