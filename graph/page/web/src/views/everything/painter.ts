/**
 * Paints a large picture in slices that leave the page free: the largest lines first, each slice below the ones before,
 * so that what matters is seen at once and stays on top.
 */

import { FAMILIES } from "../../families.ts";
import type { Whole } from "../../large/whole.ts";
import type { Palette } from "../../palette.ts";
import type { Camera, Room } from "./camera.ts";
import type { Courses } from "./courses.ts";
import { paintMarks, type MarkPaint, type Plate } from "./marks.ts";

/** Lines of one slice: what takes time is not the script but the pixels, so they are counted and not timed. */
const SLICE = 2_000;

/** How lines are drawn, by their place in order of size. */
interface Rank {
  /** Up to this place. */
  end: number;
  /** Lines of one stroke: lines of one stroke do not darken each other. */
  stroke: number;
  width: number;
  strength: number;
}

export interface Scene {
  whole: Whole;
  courses: Courses;
  /** Number of the family of each line. */
  families: Uint8Array;
  /** 1 for each line that the filters leave. */
  shownLines: Uint8Array;
  marks: MarkPaint;
}

export const FAMILY_NAMES: readonly string[] = [...FAMILIES.keys()];

/** Strokes that tell families apart without their colours. */
const DASHES: Partial<Record<string, number[]>> = { opposition: [6, 3], tie: [2, 3], outcome: [1, 3] };

/** Paints all, as work that is done in slices: after each it gives back the control. */
export function* paint(
  context: CanvasRenderingContext2D,
  scene: Scene,
  camera: Camera,
  plate: Plate,
  colour: Palette,
): Generator<void> {
  const { scale, x, y } = camera;
  const room = { left: x, top: y, right: x + plate.width / scale, bottom: y + plate.height / scale };
  const grown = scale * plate.ratio;
  context.setTransform(grown, 0, 0, grown, -x * grown, -y * grown);
  paintMarks(context, scene.marks, camera, plate, colour);
  yield;
  context.globalCompositeOperation = "destination-over";
  const seen = linesWithin(scene, room);
  let [start, painted] = [0, 0];
  for (const { end, stroke, width, strength } of ranks(seen.length, plate.height)) {
    context.lineWidth = width / scale;
    context.globalAlpha = strength;
    for (; start < Math.min(end, seen.length); start += stroke) {
      const some = seen.subarray(start, Math.min(start + stroke, end));
      strokeLines(context, scene, some, scale, colour);
      painted += some.length;
      if (painted < SLICE) continue;
      painted = 0;
      yield;
    }
    start = Math.min(end, seen.length);
  }
}

/** The lines that are shown and may touch a room, the largest first. */
function linesWithin({ whole, courses, shownLines }: Scene, room: Room): Uint32Array {
  const seen = new Uint32Array(whole.part.lines);
  let count = 0;
  for (let line = 0; line < whole.part.lines; line += 1) {
    if (shownLines[line] === 1 && !isOutside(courses, 4 * line, room)) seen[count++] = line;
  }
  return seen.subarray(0, count);
}

function isOutside(courses: Courses, at: number, { left, top, right, bottom }: Room): boolean {
  const [ax, ay, bx, by] = [courses[at]!, courses[at + 1]!, courses[at + 2]!, courses[at + 3]!];
  return Math.max(ax, bx) < left || Math.min(ax, bx) > right || Math.max(ay, by) < top || Math.min(ay, by) > bottom;
}

/** Few lines are drawn strongly; the more there are for the height of the picture, the fainter the small ones. */
function ranks(lines: number, height: number): Rank[] {
  const faint = Math.min(0.5, Math.max(0.045, (1.5 * height) / Math.max(1, lines)));
  return [
    { end: 60, stroke: 10, width: 3, strength: 0.9 },
    { end: 600, stroke: 60, width: 1.8, strength: Math.max(0.35, Math.min(0.8, 6 * faint)) },
    { end: 6_000, stroke: 500, width: 1, strength: Math.max(0.12, Math.min(0.6, 2 * faint)) },
    { end: Infinity, stroke: 500, width: 0.8, strength: faint },
  ];
}

function strokeLines(
  context: CanvasRenderingContext2D,
  { courses, families }: Scene,
  lines: Uint32Array,
  scale: number,
  colour: Palette,
): void {
  FAMILY_NAMES.forEach((family, number) => {
    let isEmpty = true;
    for (const line of lines) {
      if (families[line] !== number) continue;
      if (isEmpty) context.beginPath();
      isEmpty = false;
      context.moveTo(courses[4 * line]!, courses[4 * line + 1]!);
      context.lineTo(courses[4 * line + 2]!, courses[4 * line + 3]!);
    }
    if (isEmpty) return;
    context.strokeStyle = colour(family);
    context.setLineDash((DASHES[family] ?? []).map((length) => length / scale));
    context.stroke();
  });
}
