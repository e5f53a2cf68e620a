/** Which stop of the flows stands in which column, and in which order: money runs from left to right. */

import { groupBy } from "../../words.ts";
import type { Flow, FlowModel } from "./model.ts";

/** Stops by column, from left to right; within a column in order from the top. */
export type Columns = string[][];

const SWEEPS = 6;

/** Sources stand on the left, what money ends at on the right, and what is not told beside its pool. */
export function columnsOf(model: FlowModel): Columns {
  const [into, from] = [groupBy(model.flows, (flow) => flow.to), groupBy(model.flows, (flow) => flow.from)];
  const place = new Map<string, number>();
  const depth = (key: string): number => {
    const known = place.get(key);
    if (known !== undefined) return known;
    const found = Math.max(0, ...(into.get(key) ?? []).map((flow) => depth(flow.from) + 1));
    place.set(key, found);
    return found;
  };
  for (const key of model.stops.keys()) depth(key);
  const last = Math.max(0, ...place.values());
  for (const [key, stop] of model.stops) {
    if (stop.kind === "rest") {
      const before = from.get(key)?.[0];
      if (before !== undefined) place.set(key, place.get(before.to)! - 1);
    } else if (!from.has(key)) place.set(key, last);
  }
  const columns: Columns = Array.from({ length: last + 1 }, () => []);
  for (const key of model.stops.keys()) columns[place.get(key)!]!.push(key);
  return ordered(columns, model.flows);
}

/** Orders each column so that flows cross little: every stop goes where its neighbours are. */
function ordered(columns: Columns, flows: readonly Flow[]): Columns {
  const [into, from] = [groupBy(flows, (flow) => flow.to), groupBy(flows, (flow) => flow.from)];
  const rank = new Map<string, number>();
  const number = (column: string[]): void => column.forEach((key, place) => rank.set(key, (place + 0.5) / column.length));
  columns.forEach(number);
  const middle = (key: string): number => {
    const near = [...(into.get(key) ?? []).map((flow) => flow.from), ...(from.get(key) ?? []).map((flow) => flow.to)];
    return near.length === 0 ? rank.get(key)! : near.reduce((total, other) => total + rank.get(other)!, 0) / near.length;
  };
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    for (const column of sweep % 2 === 0 ? columns : [...columns].reverse()) {
      const wanted = new Map(column.map((key) => [key, middle(key)]));
      column.sort((a, b) => wanted.get(a)! - wanted.get(b)!);
      number(column);
    }
  }
  return columns;
}
