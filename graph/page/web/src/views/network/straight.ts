/** The course of each line between marks that stand anywhere. */

import type { Edge } from "../../model.ts";
import type { WidthScale } from "../../widths.ts";
import { bundlesOf, courseOf, roomForEnd, type Course } from "./course.ts";
import type { Point } from "./curves.ts";
import type { Box, Spot } from "./spots.ts";

/** Between lines that stand side by side. */
const BOW = 34;

/** Traces every line straight from box to box, for marks that stand anywhere; those between the same two bow apart. */
export function traceStraight(edges: readonly Edge[], spots: readonly Spot[], widths: WidthScale): Course[] {
  return bundlesOf(edges, widths).map((bundle) => {
    const { edge, strand, width } = bundle;
    const [start, end] = [spots[edge.from]!.box, spots[edge.to]!.box];
    const side = edge.from < edge.to ? 1 : -1;
    const through = beside(middleOf(start), middleOf(end), strand * BOW * side);
    const [from, tip] = [borderOf(start, through), borderOf(end, through)];
    const way = towards(through, tip);
    const room = roomForEnd(edge, width);
    const until = { x: tip.x - way.x * room, y: tip.y - way.y * room };
    return courseOf(bundle, [[from, through, through, until]], tip, way, widths);
  });
}

const middleOf = ({ left, right, top, bottom }: Box): Point => ({ x: (left + right) / 2, y: (top + bottom) / 2 });

/** Half-way between two points, and some pixels to the side. */
function beside(from: Point, to: Point, by: number): Point {
  const way = towards(from, to);
  return { x: (from.x + to.x) / 2 - way.y * by, y: (from.y + to.y) / 2 + way.x * by };
}

/** The direction from one point to another, one pixel long; to the right where they are the same. */
function towards(from: Point, to: Point): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  return length === 0 ? { x: 1, y: 0 } : { x: (to.x - from.x) / length, y: (to.y - from.y) / length };
}

/** Where a line from the middle of a box to a point outside leaves the box. */
function borderOf(box: Box, to: Point): Point {
  const { x, y } = middleOf(box);
  const [dx, dy] = [to.x - x, to.y - y];
  const share = Math.min(
    (box.right - box.left) / 2 / Math.max(Math.abs(dx), 1e-9),
    (box.bottom - box.top) / 2 / Math.max(Math.abs(dy), 1e-9),
    1,
  );
  return { x: x + dx * share, y: y + dy * share };
}
