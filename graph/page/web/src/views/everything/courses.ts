/** Where the lines of a large picture run: a curve across the gap between two columns, from the edge of the one to a mark of the other. */

import type { LargePart } from "../../document.ts";
import type { Whole } from "../../large/whole.ts";

export interface Courses {
  /** Four numbers for each line: where it leaves a column, and where it ends. */
  ends: Float32Array;
  /** 1 for a line that leaves and arrives level; others are straight from mark to mark. */
  curved: Uint8Array;
}

/** The course of every line; where it goes back, or stays in its column, it is straight from mark to mark. */
export function traceCourses(whole: Whole): Courses {
  const { part, from, to, x, y, column } = whole;
  const right = rightEnds(part);
  const [ends, curved] = [new Float32Array(4 * part.lines), new Uint8Array(part.lines)];
  for (let line = 0; line < part.lines; line += 1) {
    const [start, end] = [from[line]!, to[line]!];
    curved[line] = Number(column[start]! < column[end]!);
    ends[4 * line] = curved[line] === 1 ? right[column[start]!]! : x[start]!;
    ends[4 * line + 1] = y[start]!;
    ends[4 * line + 2] = x[end]!;
    ends[4 * line + 3] = y[end]!;
  }
  return { ends, curved };
}

/** Where the marks of each column end. */
function rightEnds({ zones }: LargePart): number[] {
  const ends: number[] = [];
  for (const { column, right } of zones) ends[column] = right;
  return ends;
}

/** How far down a curve is, of all its way down, when it is some share of its way across: level at both ends. */
export const eased = (share: number): number => share * share * (3 - 2 * share);

/** Adds a course to a path, as its curve or straight. */
export function addCourse(path: CanvasPath, { ends, curved }: Courses, line: number): void {
  const [ax, ay, bx, by] = ends.subarray(4 * line, 4 * line + 4) as unknown as [number, number, number, number];
  path.moveTo(ax, ay);
  const third = (bx - ax) / 3;
  if (curved[line] === 1) path.bezierCurveTo(ax + third, ay, bx - third, by, bx, by);
  else path.lineTo(bx, by);
}

/** The nearest of some lines to a point, not farther than `reach`; -1 for none. */
export function nearestLine(
  courses: Courses,
  at: { x: number; y: number },
  reach: number,
  isShown: (line: number) => boolean,
): number {
  let [nearest, least] = [-1, reach];
  for (let line = 0; line < courses.curved.length; line += 1) {
    const distance = distanceTo(courses, line, at, least);
    if (distance < least && isShown(line)) [nearest, least] = [line, distance];
  }
  return nearest;
}

/** How far a point is from a line; anything from `enough` on where it is farther than that. */
function distanceTo({ ends, curved }: Courses, line: number, { x, y }: { x: number; y: number }, enough: number): number {
  const ax = ends[4 * line]!;
  const ay = ends[4 * line + 1]!;
  const dx = ends[4 * line + 2]! - ax;
  const dy = ends[4 * line + 3]! - ay;
  if (curved[line] === 0) {
    const along = Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)));
    return Math.hypot(ax + along * dx - x, ay + along * dy - y);
  }
  const share = (x - ax) / dx;
  if (share < 0 || share > 1) return enough;
  const steepness = (6 * share * (1 - share) * dy) / dx;
  return Math.abs(ay + eased(share) * dy - y) / Math.sqrt(1 + steepness * steepness);
}
