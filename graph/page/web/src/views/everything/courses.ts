/** Where the lines of a large picture run: across the gap between two columns, from the edge of the one to a mark of the other. */

import type { LargePart } from "../../document.ts";
import type { Whole } from "../../large/whole.ts";

/** Four numbers for each line: where it leaves a column, and where it ends. */
export type Courses = Float32Array;

/** The course of every line; where it goes back, or stays in its column, it is straight from mark to mark. */
export function traceCourses(whole: Whole): Courses {
  const { part, from, to, x, y, column } = whole;
  const right = rightEnds(part);
  const courses = new Float32Array(4 * part.lines);
  for (let line = 0; line < part.lines; line += 1) {
    const [start, end] = [from[line]!, to[line]!];
    const goesRight = column[start]! < column[end]!;
    courses[4 * line] = goesRight ? right[column[start]!]! : x[start]!;
    courses[4 * line + 1] = y[start]!;
    courses[4 * line + 2] = x[end]!;
    courses[4 * line + 3] = y[end]!;
  }
  return courses;
}

/** Where the marks of each column end. */
function rightEnds({ zones }: LargePart): number[] {
  const ends: number[] = [];
  for (const { column, right } of zones) ends[column] = right;
  return ends;
}

/** The nearest of some lines to a point, not farther than `reach`; -1 for none. */
export function nearestLine(
  courses: Courses,
  at: { x: number; y: number },
  reach: number,
  isShown: (line: number) => boolean,
): number {
  let [nearest, least] = [-1, reach * reach];
  for (let line = 0; 4 * line < courses.length; line += 1) {
    const ax = courses[4 * line]!;
    const ay = courses[4 * line + 1]!;
    const dx = courses[4 * line + 2]! - ax;
    const dy = courses[4 * line + 3]! - ay;
    const along = Math.min(1, Math.max(0, ((at.x - ax) * dx + (at.y - ay) * dy) / (dx * dx + dy * dy || 1)));
    const [ex, ey] = [ax + along * dx - at.x, ay + along * dy - at.y];
    const distance = ex * ex + ey * ey;
    if (distance < least && isShown(line)) [nearest, least] = [line, distance];
  }
  return nearest;
}
