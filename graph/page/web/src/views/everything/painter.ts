/**
 * Paints a large picture in slices that leave the page free: the largest lines first, each slice below the ones before,
 * so that what matters is seen at once and stays on top.
 */

import { FAMILIES } from "../../families.ts";
import type { Whole } from "../../large/whole.ts";
import type { Palette } from "../../palette.ts";
import type { Camera } from "./camera.ts";
import type { Courses } from "./courses.ts";
import { paintMarks, type MarkPaint, type Plate } from "./marks.ts";

/** A slice may take so many milliseconds. */
const BUDGET = 12;
/** Lines of one stroke: few where they are wide, many where they are fine. */
const STROKES = [20, 100, 500, 2000];
const WIDTHS = [3.2, 2.2, 1.3, 0.7];
const STRENGTHS = [0.9, 0.75, 0.45, 0.16];
/** Up to which place in order of size lines are drawn in each of these ways. */
const RANKS = [60, 600, 6_000, Infinity];

export interface Scene {
  whole: Whole;
  courses: Courses;
  families: Uint8Array;
  /** 1 for each line and mark that the filters leave. */
  shownLines: Uint8Array;
  marks: MarkPaint;
}

export const FAMILY_NAMES: readonly string[] = [...FAMILIES.keys()];

/** Paints all, as work that can be done in slices: each step gives back the control. */
export function* paint(context: CanvasRenderingContext2D, scene: Scene, camera: Camera, size: Plate, colour: Palette): Generator<void> {
  const until = sliceEnd();
  context.save();
  const { scale, x, y } = camera;
  const grown = scale * size.ratio;
  context.setTransform(grown, 0, 0, grown, -x * grown, -y * grown);
  paintMarks(context, scene.marks, camera, size, colour);
  yield;
  context.globalCompositeOperation = "destination-over";
  context.lineCap = "butt";
  const room = { left: x, top: y, right: x + size.width / scale, bottom: y + size.height / scale };
  const { lines } = scene.whole.part;
  for (let start = 0, rank = 0; start < lines; ) {
    while (start >= RANKS[rank]!) rank += 1;
    const end = Math.min(lines, start + STROKES[rank]!, RANKS[rank]!);
    context.lineWidth = WIDTHS[rank]! / scale;
    context.globalAlpha = STRENGTHS[rank]!;
    stroke(context, scene, start, end, { ...room, scale }, colour);
    start = end;
    if (until.isOver()) yield;
  }
  context.restore();
}

/** Tells when a slice has had its time; the next one begins when it is asked again. */
function sliceEnd(): { isOver(): boolean } {
  let end = performance.now() + BUDGET;
  return {
    isOver() {
      if (performance.now() < end) return false;
      end = performance.now() + BUDGET;
      return true;
    },
  };
}

function stroke(
  context: CanvasRenderingContext2D,
  { courses, families, shownLines }: Scene,
  start: number,
  end: number,
  room: { left: number; top: number; right: number; bottom: number; scale: number },
  colour: Palette,
): void {
  FAMILY_NAMES.forEach((family, number) => {
    let isEmpty = true;
    for (let line = start; line < end; line += 1) {
      if (families[line] !== number || shownLines[line] === 0 || isOutside(courses, 4 * line, room)) continue;
      if (isEmpty) context.beginPath();
      isEmpty = false;
      context.moveTo(courses[4 * line]!, courses[4 * line + 1]!);
      context.lineTo(courses[4 * line + 2]!, courses[4 * line + 3]!);
    }
    if (isEmpty) return;
    context.strokeStyle = colour(family);
    context.setLineDash(DASHES[family]?.map((length) => length / room.scale) ?? []);
    context.stroke();
  });
}

/** Strokes that tell families apart without their colours. */
const DASHES: Partial<Record<string, number[]>> = { opposition: [6, 3], tie: [2, 3], outcome: [1, 3] };

function isOutside(courses: Courses, at: number, room: { left: number; top: number; right: number; bottom: number }): boolean {
  const [ax, ay, bx, by] = [courses[at]!, courses[at + 1]!, courses[at + 2]!, courses[at + 3]!];
  return (
    Math.max(ax, bx) < room.left || Math.min(ax, bx) > room.right || Math.max(ay, by) < room.top || Math.min(ay, by) > room.bottom
  );
}
