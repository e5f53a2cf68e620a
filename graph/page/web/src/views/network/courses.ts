/** The course of each line between columns: where it docks, and how it bends round the columns it passes. */

import type { Edge, Node } from "../../model.ts";
import type { WidthScale } from "../../widths.ts";
import { groupBy } from "../../words.ts";
import { bundlesOf, courseOf, roomForEnd, type Bundle, type Course } from "./course.ts";
import type { Bend, Point } from "./curves.ts";
import type { Spot, Strip } from "./spots.ts";

const SIDE_ROOM = 6;
const STRAND = 5;
/** Beyond all heights. */
const OUTSIDE = 1e6;

type Side = "left" | "right";

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
    return traced(bundle, way, gapBeside(bundle.edge.start.column, strips), widths);
  });
}

/** Heights of both ends of each bundle: each has its own place along the sides of its two marks, as the lines fan out. */
function dockHeights(bundles: readonly Bundle[], spots: readonly Spot[]): [number, number][] {
  const docks = bundles.flatMap((bundle): Dock[] => {
    const { edge } = bundle;
    const [leaving, entering] = sidesOf(edge);
    const [first, final] = [edge.lane[0] ?? goalFrom(edge.start, edge.end), edge.lane.at(-1) ?? goalFrom(edge.end, edge.start)];
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

/** The height a line goes to from a mark; one that bends back to its own column is the outermost there, the nearest last. */
function goalFrom(here: Node, there: Node): number {
  if (here.column !== there.column) return there.y;
  const [up, apart] = [there.y < here.y, Math.abs(there.y - here.y)];
  return up ? apart - OUTSIDE : OUTSIDE - apart;
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

/** The room on the right of a column, up to the next one. */
function gapBeside(column: number, strips: readonly Strip[]): number {
  const place = strips.findIndex(({ number }) => number === column);
  return (strips[place + 1]?.usedLeft ?? Infinity) - strips[place]!.usedRight;
}

function traced(bundle: Bundle, through: Point[], gap: number, widths: WidthScale): Course {
  const { edge, width } = bundle;
  const tip = through[through.length - 1]!;
  const way = { x: sidesOf(edge)[1] === "left" ? 1 : -1, y: 0 };
  const until = { x: tip.x - way.x * roomForEnd(edge, width), y: tip.y };
  const run = [...through.slice(0, -1), until];
  const bends = edge.start.column === edge.end.column ? [bow(run[0]!, until, gap)] : bendsOf(run);
  return courseOf(bundle, bends, tip, way, widths);
}

/** Curves along a way, each horizontal where it begins and ends. */
const bendsOf = (way: readonly Point[]): Bend[] =>
  way.slice(1).map((to, place) => {
    const from = way[place]!;
    const reach = (to.x - from.x) * 0.5;
    return [from, { x: from.x + reach, y: from.y }, { x: to.x - reach, y: to.y }, to];
  });

/** A curve on the right of a column, between two of its marks; narrow, so that other lines bend away beyond it. */
function bow(from: Point, to: Point, gap: number): Bend {
  const reach = Math.min(26 + Math.min(60, Math.abs(to.y - from.y) * 0.2), gap * 0.4);
  return [from, { x: from.x + reach, y: from.y }, { x: to.x + reach, y: to.y }, to];
}
