/** Cubic curves: points along them, the room they take, and how near a point is to one. */

import type { Box } from "./spots.ts";

export interface Point {
  x: number;
  y: number;
}

/** A cubic curve: where it begins, two points that draw it, where it ends. */
export type Bend = readonly [Point, Point, Point, Point];

/** On each curve. */
const STEPS = 14;

export function pointsOf([from, a, b, to]: Bend): Point[] {
  return Array.from({ length: STEPS }, (_, step) => {
    const t = step / STEPS;
    const s = 1 - t;
    const at = (axis: "x" | "y") =>
      s ** 3 * from[axis] + 3 * s * s * t * a[axis] + 3 * s * t * t * b[axis] + t ** 3 * to[axis];
    return { x: at("x"), y: at("y") };
  });
}

export function roomOf(points: readonly Point[]): Box {
  const [xs, ys] = [points.map((point) => point.x), points.map((point) => point.y)];
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}

/** What a line takes up. */
interface Drawn {
  room: Box;
  points: readonly Point[];
  width: number;
}

/** Distance of a point from a line, Infinity when it is farther than `reach`. */
export function distance({ room, points, width }: Drawn, { x, y }: Point, reach: number): number {
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
