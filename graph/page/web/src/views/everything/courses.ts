/** Where the lines of a large picture run: a curve across the gap between two columns, or an arc beside the column of both ends. */

import type { LargePart } from "../../document.ts";
import type { Whole } from "../../large/whole.ts";

export interface Courses {
  /** Four numbers for each line: where it leaves a column, and where it ends. */
  ends: Float32Array;
  /** How far an arc goes out; negative for a curve, which is level at both ends. */
  bulge: Float32Array;
}

/** An arc goes out by this share of its height, and at the most of the gap beside its column. */
const OUT = 0.25;
const OF_GAP = 0.6;

/** The course of every line. */
export function traceCourses(whole: Whole): Courses {
  const { part, from, to, x, y, column } = whole;
  const { right, gap } = edgesOf(part);
  const courses = { ends: new Float32Array(4 * part.lines), bulge: new Float32Array(part.lines) };
  for (let line = 0; line < part.lines; line += 1) {
    const [start, end] = [from[line]!, to[line]!];
    const [ours, theirs] = [column[start]!, column[end]!];
    const isArc = ours === theirs;
    courses.ends[4 * line] = ours <= theirs ? right[ours]! : x[start]!;
    courses.ends[4 * line + 1] = y[start]!;
    courses.ends[4 * line + 2] = ours < theirs ? x[end]! : right[theirs]!;
    courses.ends[4 * line + 3] = y[end]!;
    courses.bulge[line] = isArc ? Math.min(OUT * Math.abs(y[end]! - y[start]!), OF_GAP * gap[ours]!) : -1;
  }
  return courses;
}

/** Where the marks of each column end, and how much room there is to the next. */
function edgesOf({ zones }: LargePart): { right: number[]; gap: number[] } {
  const edges: { right: number[]; gap: number[] } = { right: [], gap: [] };
  zones.forEach(({ column, left, right }, place) => {
    edges.right[column] = right;
    edges.gap[column] = (zones[place + 1]?.left ?? right + (right - left)) - right;
  });
  return edges;
}

/** How far down a curve is, of all its way down, when it is some share of its way across: level at both ends. */
export const eased = (share: number): number => share * share * (3 - 2 * share);

/** Adds a course to a path. */
export function addCourse(path: CanvasPath, { ends, bulge }: Courses, line: number): void {
  const [ax, ay, bx, by] = ends.subarray(4 * line, 4 * line + 4) as unknown as [number, number, number, number];
  path.moveTo(ax, ay);
  const third = (bx - ax) / 3;
  if (bulge[line]! < 0) path.bezierCurveTo(ax + third, ay, bx - third, by, bx, by);
  else path.quadraticCurveTo(ax + 2 * bulge[line]!, (ay + by) / 2, bx, by);
}

/** The middle of a course. */
export const middleOfCourse = ({ ends, bulge }: Courses, line: number): { x: number; y: number } => ({
  x: (ends[4 * line]! + ends[4 * line + 2]!) / 2 + Math.max(0, bulge[line]!),
  y: (ends[4 * line + 1]! + ends[4 * line + 3]!) / 2,
});

/** The nearest of some lines to a point, not farther than `reach`; -1 for none. */
export function nearestLine(
  courses: Courses,
  at: { x: number; y: number },
  reach: number,
  isShown: (line: number) => boolean,
): number {
  let [nearest, least] = [-1, reach];
  for (let line = 0; line < courses.bulge.length; line += 1) {
    const distance = distanceTo(courses, line, at, least);
    if (distance < least && isShown(line)) [nearest, least] = [line, distance];
  }
  return nearest;
}

/** How far a point is from a line; anything from `enough` on where it is farther than that. */
function distanceTo({ ends, bulge }: Courses, line: number, { x, y }: { x: number; y: number }, enough: number): number {
  const ax = ends[4 * line]!;
  const ay = ends[4 * line + 1]!;
  const dx = ends[4 * line + 2]! - ax;
  const dy = ends[4 * line + 3]! - ay;
  const isArc = bulge[line]! >= 0;
  const share = isArc ? (y - ay) / dy : (x - ax) / dx;
  if (!(share >= 0 && share <= 1)) return enough;
  if (isArc) return Math.abs(ax + 4 * bulge[line]! * share * (1 - share) - x);
  const steepness = (6 * share * (1 - share) * dy) / dx;
  return Math.abs(ay + eased(share) * dy - y) / Math.sqrt(1 + steepness * steepness);
}
