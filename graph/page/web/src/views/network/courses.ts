/** The course of each line: where it docks, how it bends round the columns it passes, and how near a point is to it. */

import { endOf } from "../../families.ts";
import { relationKey } from "../../filters.ts";
import type { Edge } from "../../model.ts";
import type { WidthScale } from "../../widths.ts";
import { groupBy } from "../../words.ts";
import type { Box, Spot, Strip } from "./spots.ts";

export interface Point {
  x: number;
  y: number;
}

/** A cubic curve: where it begins, two points that draw it, where it ends. */
export type Bend = readonly [Point, Point, Point, Point];

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
  /** 1 when it points to the right where it ends, -1 to the left. */
  way: number;
  /** Along the line, for hitting it and for what stands on it. */
  points: Point[];
  middle: Point;
  room: Box;
}

const SIDE_ROOM = 6;
const STRAND = 5;
const STEPS = 14;
/** Between lines that ran together and were set apart. */
const FAN = 16;

type Side = "left" | "right";

/** Edges that run together: the same relation between the same marks, told as firmly. */
interface Bundle {
  /** Its place in the list. */
  number: number;
  edge: Edge;
  edges: Edge[];
  /** Its place among the bundles between the same two marks: 0 in the middle. */
  strand: number;
  width: number;
}

/** An end of a line, at a side of a mark. */
interface Dock {
  bundle: Bundle;
  spot: Spot;
  side: Side;
  isStart: boolean;
  /** The height the line goes to from here. */
  towards: number;
}

/** Which sides of its ends a line uses. Lines within a column leave and enter on the right. */
function sidesOf(edge: Edge): [Side, Side] {
  if (edge.start.column < edge.end.column) return ["right", "left"];
  return edge.start.column > edge.end.column ? ["left", "right"] : ["right", "right"];
}

/** Traces every line between spots that have their boxes. */
export function traceCourses(
  edges: readonly Edge[],
  spots: readonly Spot[],
  strips: readonly Strip[],
  widths: WidthScale,
): Course[] {
  const bundles = bundlesOf(edges, widths);
  const heights = dockHeights(bundles, spots);
  return bundles.map((bundle) => {
    const way = wayOf(bundle, spots, strips, heights[bundle.number]!);
    return traced(bundle.edges, way, bundle.width, widths);
  });
}

/** Puts edges together that differ in nothing one sees but their amounts; the largest stands for them. */
function bundlesOf(edges: readonly Edge[], widths: WidthScale): Bundle[] {
  const groups = groupBy(edges, (edge) => `${edge.from}>${edge.to} ${relationKey(edge)} ${edge.standing}`);
  const bundles = [...groups.values()].map((group, number): Bundle => {
    const sorted = group.slice().sort((a, b) => (b.size ?? 0) - (a.size ?? 0));
    return { number, edge: sorted[0]!, edges: sorted, strand: 0, width: Math.max(...group.map((one) => widths.ofEdge(one))) };
  });
  const pairs = groupBy(bundles, ({ edge: { from, to } }) => `${Math.min(from, to)}-${Math.max(from, to)}`);
  for (const pair of pairs.values())
    pair.forEach((bundle, place) => (bundle.strand = place - (pair.length - 1) / 2));
  return bundles;
}

/** Heights of both ends of each bundle: each has its own place along the sides of its two marks, as the lines fan out. */
function dockHeights(bundles: readonly Bundle[], spots: readonly Spot[]): [number, number][] {
  const docks = bundles.flatMap((bundle): Dock[] => {
    const { edge } = bundle;
    const [leaving, entering] = sidesOf(edge);
    const [first, final] = [edge.lane[0] ?? edge.end.y, edge.lane[edge.lane.length - 1] ?? edge.start.y];
    return [
      { bundle, spot: spots[edge.from]!, side: leaving, isStart: true, towards: first },
      { bundle, spot: spots[edge.to]!, side: entering, isStart: false, towards: final },
    ];
  });
  const heights = bundles.map((): [number, number] => [0, 0]);
  for (const group of groupBy(docks, ({ spot, side }) => `${spot.node.id} ${side}`).values()) {
    for (const [dock, y] of spreadAlong(group)) heights[dock.bundle.number]![dock.isStart ? 0 : 1] = y;
  }
  return heights;
}

function spreadAlong(docks: Dock[]): [Dock, number][] {
  const { node, box } = docks[0]!.spot;
  docks.sort(
    (a, b) => a.towards - b.towards || a.bundle.strand - b.bundle.strand || a.bundle.edge.id - b.bundle.edge.id,
  );
  const room = docks.map(({ bundle }) => bundle.width + 2.4);
  const wanted = room.reduce((total, width) => total + width, 0);
  const scale = Math.min(1, (box.bottom - box.top - SIDE_ROOM) / wanted);
  let y = node.y - (wanted * scale) / 2;
  return docks.map((dock, place) => {
    const middle = y + (room[place]! * scale) / 2;
    y += room[place]! * scale;
    return [dock, middle];
  });
}

/** Points a line runs through: out of its start, straight through every column it passes, into its end. */
function wayOf(
  { edge, strand }: Bundle,
  spots: readonly Spot[],
  strips: readonly Strip[],
  [startY, endY]: [number, number],
): Point[] {
  const [leaving, entering] = sidesOf(edge);
  const sideX = (spot: Spot, side: Side) => (side === "right" ? spot.dockRight : spot.dockLeft);
  const [low, high] = [edge.start.column, edge.end.column].sort((a, b) => a - b) as [number, number];
  const passed = strips.filter(({ number }) => low < number && number < high);
  if (leaving === "left") passed.reverse();
  const between = passed.flatMap((strip, place): Point[] => {
    const [near, far] = leaving === "right" ? [strip.usedLeft, strip.usedRight] : [strip.usedRight, strip.usedLeft];
    const y = edge.lane[place]! + strand * STRAND;
    return [
      { x: near, y },
      { x: far, y },
    ];
  });
  const start = { x: sideX(spots[edge.from]!, leaving), y: startY };
  return [start, ...between, { x: sideX(spots[edge.to]!, entering), y: endY }];
}

function traced(edges: readonly Edge[], through: Point[], width: number, widths: WidthScale): Course {
  const edge = edges[0]!;
  const tip = through[through.length - 1]!;
  const way = sidesOf(edge)[1] === "left" ? 1 : -1;
  const until = { x: tip.x - way * roomForEnd(edge, width), y: tip.y };
  const run = [...through.slice(0, -1), until];
  const bends = edge.start.column === edge.end.column ? [bow(run[0]!, until)] : bendsOf(run);
  const course = courseOf(edges, bends, tip, way, width);
  if (edges.length > 1)
    course.members = edges.map((member, place) => {
      const spread = (place - (edges.length - 1) / 2) * FAN;
      return courseOf([member], fanned(bends, spread), tip, way, widths.ofEdge(member));
    });
  return course;
}

function courseOf(edges: readonly Edge[], bends: Bend[], tip: Point, way: number, width: number): Course {
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
function roomForEnd(edge: Edge, width: number): number {
  const kind = endOf(edge);
  if (kind === "arrow" || kind === "double") return arrowLength(width);
  if (kind === "chevron") return 0;
  return kind === "bar" ? 4 : kind === "none" ? 0 : 7;
}

export const arrowLength = (width: number): number => 5 + width * 1.1;

/** Curves along a way, each horizontal where it begins and ends. */
const bendsOf = (way: readonly Point[]): Bend[] =>
  way.slice(1).map((to, place) => {
    const from = way[place]!;
    const reach = (to.x - from.x) * 0.5;
    return [from, { x: from.x + reach, y: from.y }, { x: to.x - reach, y: to.y }, to];
  });

/** A curve on the right of a column, between two of its marks. */
function bow(from: Point, to: Point): Bend {
  const reach = 26 + Math.min(60, Math.abs(to.y - from.y) * 0.2);
  return [from, { x: from.x + reach, y: from.y }, { x: to.x + reach, y: to.y }, to];
}

function pointsOf([from, a, b, to]: Bend): Point[] {
  return Array.from({ length: STEPS }, (_, step) => {
    const t = step / STEPS;
    const s = 1 - t;
    const at = (axis: "x" | "y") =>
      s ** 3 * from[axis] + 3 * s * s * t * a[axis] + 3 * s * t * t * b[axis] + t ** 3 * to[axis];
    return { x: at("x"), y: at("y") };
  });
}

function roomOf(points: readonly Point[]): Box {
  const [xs, ys] = [points.map((point) => point.x), points.map((point) => point.y)];
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}

/** Distance of a point from a line, Infinity when it is farther than `reach`. */
export function distance({ room, points, width }: Course, { x, y }: Point, reach: number): number {
  if (x < room.left - reach || x > room.right + reach || y < room.top - reach || y > room.bottom + reach)
    return Infinity;
  let least = Infinity;
  for (let place = 1; place < points.length; place += 1)
    least = Math.min(least, distanceToStretch({ x, y }, points[place - 1]!, points[place]!));
  const clear = Math.max(0, least - width / 2);
  return clear <= reach ? clear : Infinity;
}

function distanceToStretch(point: Point, from: Point, to: Point): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const along = ((point.x - from.x) * dx + (point.y - from.y) * dy) / (dx * dx + dy * dy || 1);
  const t = Math.max(0, Math.min(1, along));
  return Math.hypot(point.x - from.x - t * dx, point.y - from.y - t * dy);
}
