/**
 * Money as flows. What goes into a pool comes out of it: where sources tell more of one side, the rest is a flow of its
 * own. Documents and each dataset stand by themselves, since they may tell of the same money. Spending for and against
 * somebody ends at sinks of its own: it never reached them. Stated totals are kept apart and never enter a pool.
 */

import { COMMITTEES, type Edge, type Node } from "../../model.ts";
import { groupBy } from "../../words.ts";
import { over, spanOf, sum, whole, type Span } from "./span.ts";

export type Nature = "given" | "passed on" | "spent for" | "spent against" | "spent on" | "raised" | "other" | "rest";

/** A place money comes from or goes to. */
export interface Stop {
  key: string;
  label: string;
  /** What stands for it in the panel; null for what sources do not tell. */
  node: Node | null;
  /** "entity", "sink" of spending, or "rest": what sources do not tell. */
  kind: "entity" | "sink" | "rest";
  nature: Nature;
  /** Several donors in one mark, or several small flows. */
  grouped: boolean;
}

/** Money from one stop to another. */
export interface Flow {
  key: string;
  from: string;
  to: string;
  nature: Nature;
  span: Span;
  /** The edges it is made of; none for a rest. */
  edges: Edge[];
}

/** What a sum of flows would count twice, or what has no figure: it stands beside the flows. */
export interface Apart {
  edge: Edge;
  span: Span | null;
}

export interface FlowModel {
  stops: ReadonlyMap<string, Stop>;
  flows: Flow[];
  apart: Apart[];
}

const NATURES: ReadonlyMap<string, Nature> = new Map([
  ["gaveTo", "given"],
  ["funded", "given"],
  ["spentFor", "spent for"],
  ["spentAgainst", "spent against"],
  ["spentOn", "spent on"],
  ["paidFor", "spent on"],
  ["raisedFor", "raised"],
]);
const SINKS: ReadonlySet<Nature> = new Set(["spent for", "spent against", "spent on", "raised"]);

/** What kind of money an edge is; a gift from committee to committee is money passed on. */
export function natureOf(edge: Edge): Nature {
  const nature = NATURES.get(edge.relation) ?? "other";
  const between = [edge.start, edge.end].every((node) => node.column === COMMITTEES);
  return nature === "given" && between ? "passed on" : nature;
}

/**
 * The flows of some edges.
 * @param most how many flows are drawn by themselves: the largest; the others are one flow for each end
 */
export function flowModel(edges: readonly Edge[], most = 60): FlowModel {
  const money = edges.filter((edge) => edge.amount !== null);
  const counted: [Edge, Span][] = [];
  const apart: Apart[] = [];
  for (const edge of money) {
    const span = spanOf(edge.amount);
    if (edge.counted && span !== null) counted.push([edge, span]);
    else apart.push({ edge, span });
  }
  const stops = new Map<string, Stop>();
  const flows = [...told(counted, most, stops)];
  openCycles(flows, stops);
  flows.push(...rests(flows, stops));
  return { stops, flows, apart };
}

/** The flows that sources tell, and their stops. */
function* told(counted: readonly [Edge, Span][], most: number, stops: Map<string, Stop>): Iterable<Flow> {
  const bySize = [...counted].sort(([a, x], [b, y]) => whole(y) - whole(x) || a.id - b.id);
  const large = bySize.slice(0, most);
  const named = new Set(large.map(([edge]) => entity(stops, edge.start, bookOf(edge)).key));
  for (const [edge, span] of large) {
    const to = target(stops, edge);
    const key = `edge ${edge.id}`;
    yield { key, from: entity(stops, edge.start, bookOf(edge)).key, to: to.key, nature: natureOf(edge), span, edges: [edge] };
  }
  const small = groupBy(bySize.slice(most), ([edge]) => {
    const from = entityKey(edge.start, bookOf(edge));
    return [named.has(from) || stops.has(from) ? from : "", targetKey(edge), natureOf(edge)].join("\n");
  });
  for (const group of small.values()) yield foldedFlow(group, stops);
}

/** Small flows to one end as one: from whom they come where that is drawn, else from "others". */
function foldedFlow(group: readonly [Edge, Span][], stops: Map<string, Stop>): Flow {
  const [first] = group[0]!;
  const to = target(stops, first);
  const own = stops.get(entityKey(first.start, bookOf(first)));
  const others: Stop = {
    key: `others ${to.key}`,
    label: group.length === 1 ? first.start.label : `${group.length} smaller`,
    node: group.length === 1 ? first.start : null,
    kind: "entity",
    nature: "given",
    grouped: true,
  };
  const from = own ?? others;
  stops.set(from.key, from);
  return {
    key: `small ${from.key} ${to.key}`,
    from: from.key,
    to: to.key,
    nature: natureOf(first),
    span: sum(group.map(([, span]) => span)),
    edges: group.map(([edge]) => edge),
  };
}

/** Documents, or the dataset an edge is of: their money is never added. */
const bookOf = (edge: Edge): string => edge.rows?.dataset ?? "";

const entityKey = (node: Node, book: string): string => `${book} ${node.iri}`;

function targetKey(edge: Edge): string {
  const nature = natureOf(edge);
  const key = entityKey(edge.end, bookOf(edge));
  return SINKS.has(nature) ? `${key} ${nature}` : key;
}

function entity(stops: Map<string, Stop>, node: Node, book: string): Stop {
  const key = entityKey(node, book);
  const stop: Stop = { key, label: node.label, node, kind: "entity", nature: "given", grouped: node.grouped };
  return kept(stops, stop);
}

/** Where an edge leads: to somebody, or to a sink of spending for or against somebody. */
function target(stops: Map<string, Stop>, edge: Edge): Stop {
  const nature = natureOf(edge);
  if (!SINKS.has(nature)) return entity(stops, edge.end, bookOf(edge));
  const label = `${nature}: ${edge.end.label}`;
  return kept(stops, { key: targetKey(edge), label, node: edge.end, kind: "sink", nature, grouped: false });
}

function kept(stops: Map<string, Stop>, stop: Stop): Stop {
  const known = stops.get(stop.key) ?? stop;
  stops.set(known.key, known);
  return known;
}

/** Flows that lead back to where money came from end at a second mark of it, so that all run from left to right. */
function openCycles(flows: Flow[], stops: Map<string, Stop>): void {
  const outgoing = groupBy(flows, (flow) => flow.from);
  const state = new Map<string, "open" | "done">();
  const visit = (key: string): void => {
    state.set(key, "open");
    for (const flow of outgoing.get(key) ?? []) {
      const there = state.get(flow.to);
      if (there === undefined) visit(flow.to);
      else if (there === "open") flow.to = again(stops, stops.get(flow.to)!).key;
    }
    state.set(key, "done");
  };
  for (const key of stops.keys()) if (!state.has(key)) visit(key);
}

const again = (stops: Map<string, Stop>, stop: Stop): Stop =>
  kept(stops, { ...stop, key: `${stop.key} again`, label: `back to ${stop.label}` });

/** For each pool, what sources tell of one side and not of the other. */
function* rests(flows: readonly Flow[], stops: Map<string, Stop>): Iterable<Flow> {
  const [into, from] = [groupBy(flows, (flow) => flow.to), groupBy(flows, (flow) => flow.from)];
  for (const [key, ins] of into) {
    const outs = from.get(key);
    if (outs === undefined) continue;
    const [came, went] = [ins, outs].map((side) => sum(side.map(({ span }) => span))) as [Span, Span];
    const [left, missing] = [over(came, went), over(went, came)];
    if (whole(left) > 0) yield rest(stops, key, "after", "kept, or not told", left);
    if (whole(missing) > 0) yield rest(stops, key, "before", "not told from whom", missing);
  }
}

function rest(stops: Map<string, Stop>, key: string, side: "after" | "before", label: string, span: Span): Flow {
  const stop: Stop = { key: `${key} ${side}`, label, node: null, kind: "rest", nature: "rest", grouped: true };
  stops.set(stop.key, stop);
  const ends = side === "after" ? { from: key, to: stop.key } : { from: stop.key, to: key };
  return { key: stop.key, ...ends, nature: "rest", span: { ...span, isOpen: false }, edges: [] };
}

/** Whether several flows go in and some come out: none of them can be followed through. */
export function isPooled(model: FlowModel, key: string): boolean {
  const isTold = ({ nature }: Flow): boolean => nature !== "rest";
  const ins = model.flows.filter((flow) => flow.to === key && isTold(flow));
  return ins.length > 1 && model.flows.some((flow) => flow.from === key && isTold(flow));
}

/** What goes through a stop, kind by kind; kinds are never added. */
export function turnover(flows: readonly Flow[]): [Nature, Span][] {
  const kinds = groupBy(flows, ({ nature }) => nature);
  return [...kinds].map(([nature, group]) => [nature as Nature, sum(group.map(({ span }) => span))]);
}

