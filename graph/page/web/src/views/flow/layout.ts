/** Where stops, labels and bands of the flows stand. Nothing in it knows of a screen. */

import { groupBy } from "../../words.ts";
import { columnsOf, type Columns } from "./columns.ts";
import { labelOf, type Label, type Measure } from "./labels.ts";
import type { Flow, FlowModel, Stop } from "./model.ts";
import { whole, type Span } from "./span.ts";

export const BAR = 11;
const GAP = 14;
const MOST_ROOM = 200;
const LEAST_ROOM = 130;
const BESIDE = 8;
const ABOVE = 4;
const NARROWEST = 1.6;
/** Flows of several donors, and what is not told, are no wider than this: else they dwarf every single gift. */
const WIDEST_OTHERS = 46;
/** Drawn below a band whose amount has no upper bound. */
export const OPEN = 7;
const TOP = 12;

export interface Placed {
  stop: Stop;
  x: number;
  y: number;
  /** Of the bar. */
  height: number;
  label: Label;
  /** Where the label stands: the side of the bar, or above it. */
  side: "left" | "right" | "above";
  labelX: number;
  labelY: number;
}

export interface Band {
  flow: Flow;
  from: Placed;
  to: Placed;
  /** Top at its start and its end. */
  y0: number;
  y1: number;
  /** What is surely stated, what may be on top, and what has no bound, in pixels. */
  floor: number;
  extra: number;
  open: number;
  /** Whether it would be wider if it were to scale. */
  isCut: boolean;
}

export interface Layout {
  width: number;
  height: number;
  places: Placed[];
  bands: Band[];
  /** Pixels for a cent. */
  scale: number;
}

type Thickness = Pick<Band, "floor" | "extra" | "open" | "isCut">;

/** Lays out flows in a width; the height is what they need. */
export function layOut(model: FlowModel, room: number, measure: Measure): Layout {
  const columns = columnsOf(model);
  const gaps = Math.max(2, columns.length) - 1;
  const fitting = (room - 2 * BESIDE - BAR - gaps * GAP) / (gaps + 2);
  const beside = Math.max(LEAST_ROOM, Math.min(MOST_ROOM, fitting));
  const width = Math.max(room, (gaps + 2) * beside + 2 * BESIDE + BAR + gaps * GAP);
  const scale = scaleOf(model, columns);
  const thickness = new Map(model.flows.map((flow) => [flow.key, thicknessOf(flow, model, scale)]));
  const places = new Map<string, Placed>();
  columns.forEach((column, number) => {
    const x = beside + BESIDE + (number * (width - 2 * (beside + BESIDE) - BAR)) / gaps;
    const side = number === 0 ? "left" : number === columns.length - 1 ? "right" : "above";
    for (const key of column) {
      const stop = model.stops.get(key)!;
      const label = labelOf(stop, model, measure, beside);
      places.set(key, { stop, x, y: 0, height: barOf(key, model, thickness), label, side, labelX: 0, labelY: 0 });
    }
  });
  const height = spread(columns, places, model.flows);
  return { width, height, places: [...places.values()], bands: bandsOf(model, places, thickness), scale };
}

/** As many pixels for a cent as let the fullest column have its room; others and rests do not count. */
function scaleOf(model: FlowModel, columns: Columns): number {
  const isOthers = (flow: Flow): boolean => [flow.from, flow.to].some((key) => model.stops.get(key)!.grouped);
  const single = model.flows.filter((flow) => !isOthers(flow));
  const scaled = single.length > 0 ? single : model.flows;
  const [into, from] = [groupBy(scaled, (flow) => flow.to), groupBy(scaled, (flow) => flow.from)];
  const through = (key: string): number =>
    Math.max(...[into, from].map((side) => (side.get(key) ?? []).reduce((total, { span }) => total + whole(span), 0)));
  const scales = columns.map((column) => {
    const total = column.reduce((sum, key) => sum + through(key), 0);
    return total === 0 ? Infinity : (220 + 10 * column.length) / total;
  });
  return Math.min(...scales, 1);
}

function thicknessOf(flow: Flow, model: FlowModel, scale: number): Thickness {
  const total = whole(flow.span) * scale;
  const isOthers = [flow.from, flow.to].some((key) => model.stops.get(key)!.grouped);
  const drawn = Math.max(NARROWEST, isOthers ? Math.min(total, WIDEST_OTHERS) : total);
  const floor = (drawn * flow.span.floor) / whole(flow.span);
  return { floor, extra: drawn - floor, open: flow.span.isOpen ? OPEN : 0, isCut: total > drawn };
}

const thick = ({ floor, extra, open }: Thickness): number => floor + extra + open;

/** The height of a bar: that of its fuller side. */
function barOf(key: string, { flows }: FlowModel, thickness: ReadonlyMap<string, Thickness>): number {
  const side = (end: "from" | "to"): number =>
    flows.filter((flow) => flow[end] === key).reduce((sum, flow) => sum + thick(thickness.get(flow.key)!), 0);
  return Math.max(side("from"), side("to"));
}

/** The height that a stop takes in its column, label and gap included. */
const slotOf = ({ height, label, side }: Placed): number =>
  GAP + (side === "above" ? height + label.height + ABOVE : Math.max(height, label.height));

/** Gives every stop its height on the page: near its neighbours, and clear of the others of its column. */
function spread(columns: Columns, places: ReadonlyMap<string, Placed>, flows: readonly Flow[]): number {
  const tallest = Math.max(0, ...columns.map((column) => column.reduce((sum, key) => sum + slotOf(places.get(key)!), 0)));
  const near = neighbours(flows);
  const middles = new Map<string, number>();
  const stack = (column: readonly string[]): void => {
    const free = tallest - column.reduce((sum, key) => sum + slotOf(places.get(key)!), 0);
    let y = TOP + free / 2;
    for (const key of column) {
      middles.set(key, y + slotOf(places.get(key)!) / 2);
      y += slotOf(places.get(key)!);
    }
  };
  columns.forEach(stack);
  for (let round = 0; round < 4; round++)
    for (const column of round % 2 === 0 ? columns : [...columns].reverse()) settle(column, places, near, middles, tallest);
  for (const place of places.values()) setDown(place, middles.get(place.stop.key)!);
  return TOP + tallest + TOP;
}

function neighbours(flows: readonly Flow[]): Map<string, [string, number][]> {
  const ends = flows.flatMap(({ from, to, span }): [string, string, Span][] => [
    [from, to, span],
    [to, from, span],
  ]);
  const groups = groupBy(ends, ([key]) => key);
  return new Map([...groups].map(([key, list]) => [key, list.map(([, other, span]) => [other, whole(span)])]));
}

/** Moves the stops of a column towards their neighbours, in the order they have. */
function settle(
  column: readonly string[],
  places: ReadonlyMap<string, Placed>,
  near: ReadonlyMap<string, [string, number][]>,
  middles: Map<string, number>,
  tallest: number,
): void {
  let free = TOP;
  const tops = column.map((key) => {
    const others = near.get(key) ?? [];
    const weight = others.reduce((sum, [, amount]) => sum + amount, 0);
    const pull = others.reduce((sum, [other, amount]) => sum + middles.get(other)! * amount, 0) / weight;
    const slot = slotOf(places.get(key)!);
    const top = Math.max(free, (weight > 0 ? pull : middles.get(key)!) - slot / 2);
    free = top + slot;
    return top;
  });
  let limit = TOP + tallest;
  [...column].reverse().forEach((key, back) => {
    const slot = slotOf(places.get(key)!);
    const top = Math.min(tops[column.length - 1 - back]!, limit - slot);
    middles.set(key, top + slot / 2);
    limit = top;
  });
}

function setDown(place: Placed, middle: number): void {
  const { side, label, height } = place;
  const top = middle - (slotOf(place) - GAP) / 2;
  if (side === "above") {
    [place.labelX, place.labelY, place.y] = [place.x, top, top + label.height + ABOVE];
    return;
  }
  place.y = middle - height / 2;
  place.labelY = middle - label.height / 2;
  place.labelX = side === "left" ? place.x - BESIDE - label.width : place.x + BAR + BESIDE;
}

/** Bands leave and reach a bar in the order of their other ends. */
function bandsOf(model: FlowModel, places: ReadonlyMap<string, Placed>, thickness: ReadonlyMap<string, Thickness>): Band[] {
  const bands = model.flows.map((flow): Band => {
    const [from, to] = [places.get(flow.from)!, places.get(flow.to)!];
    return { flow, from, to, y0: from.y, y1: to.y, ...thickness.get(flow.key)! };
  });
  const middle = ({ y, height }: Placed): number => y + height / 2;
  for (const group of groupBy(bands, ({ flow }) => flow.from).values()) {
    let y = group[0]!.from.y;
    for (const band of group.sort((a, b) => middle(a.to) - middle(b.to))) {
      band.y0 = y;
      y += thick(band);
    }
  }
  for (const group of groupBy(bands, ({ flow }) => flow.to).values()) {
    let y = group[0]!.to.y;
    for (const band of group.sort((a, b) => middle(a.from) - middle(b.from))) {
      band.y1 = y;
      y += thick(band);
    }
  }
  return bands;
}
