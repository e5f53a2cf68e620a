/** Which marks are shown: everything not filtered away. */

import { familyOf } from "./families.ts";
import type { Edge, Model, Node } from "./model.ts";

/** What is filtered away: groups by name, amounts below a least one, and days before or after. */
export interface Filters {
  off: Set<string>;
  /** Dollars; 0 for any. */
  least: number;
  /** First and last day of what is shown, as ISO dates; empty for any. */
  from: string;
  to: string;
  /** Number of the step of the story whose edges alone are shown, from 1; 0 for the whole picture, null for either. */
  step: number | null;
}

export const noFilters = (): Filters => ({ off: new Set(), least: 0, from: "", to: "", step: null });

export const copied = (filters: Filters): Filters => ({ ...filters, off: new Set(filters.off) });

/** Names of the groups an edge or node falls under; they also stand in the address of the page. */
export const relationKey = (edge: Edge): string => `relation/${familyOf(edge)}/${edge.relation}/${edge.result}`;
export const standingKey = (edge: Edge): string => `standing/${edge.standing}`;
export const kindKey = (node: Node): string => `kind/${node.column}/${node.kind}`;
export const sourceKey = (key: string): string => `source/${key}`;
export const stateKey = (state: string): string => `state/${state}`;
export const yearKey = (year: string): string => `year/${year}`;
export const modalityKey = (modality: string): string => `modality/${modality}`;

/** Groups of which an edge may be in several; it is shown while one of them is. In none of them, it stays. */
const MANIFOLD: readonly ((edge: Edge) => string[])[] = [
  (edge) => [...edge.sources].map(sourceKey),
  (edge) => [...edge.modalities].map(modalityKey),
  (edge) => edge.states.map(stateKey),
  (edge) => edge.years.map(yearKey),
];

/** Works out anew what is shown. A node all of whose lines are filtered away goes with them. */
export function applyFilters({ nodes, edges, document }: Model, filters: Filters): void {
  const step = document.story?.steps[(filters.step ?? 0) - 1];
  const told = step === undefined ? null : new Set(step.edges);
  const isAll = !isFiltered(filters) && told === null;
  const linked = new Set<Node>();
  for (const edge of edges) {
    edge.shown = isAll || (passes(edge, filters) && (told === null || told.has(edge.id)));
    if (edge.shown && !isAll) linked.add(edge.start).add(edge.end);
  }
  for (const node of nodes) {
    const isLone = () => node.incoming.length === 0 && node.outgoing.length === 0;
    node.shown = isAll || (!filters.off.has(kindKey(node)) && (linked.has(node) || isLone()));
  }
}

function passes(edge: Edge, { off, least, from, to }: Filters): boolean {
  const single = [relationKey(edge), standingKey(edge), kindKey(edge.start), kindKey(edge.end)];
  return (
    single.every((key) => !off.has(key)) &&
    MANIFOLD.every((keysOf) => isLeft(keysOf(edge), off)) &&
    (edge.size === null || edge.size >= least) &&
    isWithin(edge.days, from, to)
  );
}

const isLeft = (keys: readonly string[], off: ReadonlySet<string>): boolean =>
  keys.length === 0 || keys.some((key) => !off.has(key));

/** Whether some days touch a time; what has no date stays. */
export function isWithin([first, last]: readonly (string | null)[], from: string, to: string): boolean {
  if (!first && !last) return true;
  return (to === "" || !first || first <= to) && (from === "" || !last || last >= from);
}

export const isFiltered = ({ off, least, from, to, step }: Filters): boolean =>
  off.size > 0 || least > 0 || from !== "" || to !== "" || (step ?? 0) > 0;

/** Amounts the slider can be set to: nothing, then every amount in the picture. */
export const amountStops = (edges: readonly Edge[]): number[] => [
  0,
  ...[...new Set(edges.map((edge) => edge.size ?? 0).filter((size) => size > 0))].sort((a, b) => a - b),
];

/** Days a slider of time can be set to: each on which something begins or ends. */
export const dayStops = (edges: readonly Edge[]): string[] =>
  [...new Set(edges.flatMap(({ days }) => days.filter((day) => day !== null)))].sort();

/** Groups that are turned off to leave only what official records say. */
export const notOfficial = (edges: readonly Edge[]): string[] =>
  [...new Set(edges.filter((edge) => edge.standing !== "official").map(standingKey))].sort();
