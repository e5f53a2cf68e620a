/** Lines in their places, and which edges run together in one. */

import { endOf, signOf } from "../../families.ts";
import { relationKey } from "../../filters.ts";
import type { Edge } from "../../model.ts";
import type { WidthScale } from "../../widths.ts";
import { groupBy } from "../../words.ts";
import { pointsOf, roomOf, type Bend, type Point } from "./curves.ts";
import type { Box } from "./spots.ts";

/** Between lines that ran together and were set apart. */
const FAN = 16;

/** A line in its place: one edge, or several that run together. */
export interface Course {
  /** The one that stands for all of them. */
  edge: Edge;
  edges: readonly Edge[];
  /** Each of several by itself; empty for one alone. */
  members: Course[];
  width: number;
  bends: Bend[];
  /** Where the line would end without a mark there. */
  tip: Point;
  /** Which way it points where it ends, one pixel long. */
  way: Point;
  /** Along the line, for hitting it and for what stands on it. */
  points: Point[];
  middle: Point;
  room: Box;
}

/** Edges that run together: the same relation between the same marks, told as firmly. */
export interface Bundle {
  /** Its place in the list. */
  number: number;
  edge: Edge;
  edges: Edge[];
  /** Its place among the bundles between the same two marks: 0 in the middle. */
  strand: number;
  width: number;
}

/** Puts edges together that differ in nothing one sees but their amounts; the largest stands for them. */
export function bundlesOf(edges: readonly Edge[], widths: WidthScale): Bundle[] {
  const groups = groupBy(edges, (edge) => `${edge.from}>${edge.to} ${relationKey(edge)} ${edge.standing}${signOf(edge)}`);
  const bundles = [...groups.values()].map((group, number): Bundle => {
    const sorted = group.slice().sort((a, b) => (b.size ?? 0) - (a.size ?? 0));
    return { number, edge: sorted[0]!, edges: sorted, strand: 0, width: Math.max(...group.map((one) => widths.ofEdge(one))) };
  });
  const pairs = groupBy(bundles, ({ edge: { from, to } }) => `${Math.min(from, to)}-${Math.max(from, to)}`);
  for (const pair of pairs.values())
    pair.forEach((bundle, place) => (bundle.strand = place - (pair.length - 1) / 2));
  return bundles;
}

/** A line along some curves; each of several edges bulges by itself when they are set apart. */
export function courseOf(
  { edges, width }: Pick<Bundle, "edges" | "width">,
  bends: Bend[],
  tip: Point,
  way: Point,
  widths: WidthScale,
): Course {
  const course = one(edges, bends, tip, way, width);
  if (edges.length > 1)
    course.members = edges.map((member, place) => {
      const spread = (place - (edges.length - 1) / 2) * FAN;
      return one([member], fanned(bends, spread), tip, way, widths.ofEdge(member));
    });
  return course;
}

function one(edges: readonly Edge[], bends: Bend[], tip: Point, way: Point, width: number): Course {
  const points = [...bends.flatMap(pointsOf), tip];
  const middle = points[Math.floor(points.length / 2)]!;
  return { edge: edges[0]!, edges, members: [], width, bends, tip, way, points, middle, room: roomOf(points) };
}

/** The same curves, bulging by some pixels between the same two ends. */
function fanned(bends: readonly Bend[], by: number): Bend[] {
  const last = bends.length - 1;
  const moved = ({ x, y }: Point) => ({ x, y: y + by });
  return bends.map(([from, a, b, to], place) => [
    place === 0 ? from : moved(from),
    moved(a),
    moved(b),
    place === last ? to : moved(to),
  ]);
}

/** How far before its end a line stops, to leave room for the mark there. */
export function roomForEnd(edge: Edge, width: number): number {
  const kind = endOf(edge);
  if (kind === "arrow" || kind === "double") return arrowLength(width);
  if (kind === "chevron") return 0;
  return kind === "bar" ? 4 : kind === "none" ? 0 : 7;
}

export const arrowLength = (width: number): number => 5 + width * 1.1;

