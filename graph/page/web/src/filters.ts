/** Which marks are shown: everything not filtered away. */

import { familyOf } from "./families.ts";
import type { Edge, Model, Node } from "./model.ts";

/** What is filtered away: groups by name, and amounts below a least one. */
export interface Filters {
  off: Set<string>;
  least: number;
}

export const noFilters = (): Filters => ({ off: new Set(), least: 0 });

/** Names of the filters an edge or node falls under; they also stand in the address of the page. */
export const relationKey = (edge: Edge): string => `relation/${familyOf(edge)}/${edge.relation}/${edge.result}`;
export const firmnessKey = (edge: Edge): string =>
  edge.hedges.length > 0 ? "firmness/hedged" : "firmness/asserted";
export const kindKey = (node: Node): string => `kind/${node.column}/${node.kind}`;
export const sourceKey = (key: string): string => `source/${key}`;

/** Amounts the slider can be set to: nothing, then every amount in the picture. */
export const amountStops = (edges: readonly Edge[]): number[] => [
  0,
  ...[...new Set(edges.map((edge) => edge.size ?? 0).filter((size) => size > 0))].sort((a, b) => a - b),
];

/** Works out anew what is shown. A node all of whose lines are filtered away goes with them. */
export function applyFilters({ nodes, edges }: Model, filters: Filters): void {
  const isAll = !isFiltered(filters);
  const linked = new Set<Node>();
  for (const edge of edges) {
    edge.shown = isAll || passes(edge, filters);
    if (edge.shown && !isAll) linked.add(edge.start).add(edge.end);
  }
  for (const node of nodes) {
    const isLone = () => node.incoming.length === 0 && node.outgoing.length === 0;
    node.shown = isAll || (!filters.off.has(kindKey(node)) && (linked.has(node) || isLone()));
  }
}

function passes(edge: Edge, { off, least }: Filters): boolean {
  const keys = [relationKey(edge), firmnessKey(edge), kindKey(edge.start), kindKey(edge.end)];
  return (
    keys.every((key) => !off.has(key)) &&
    (edge.sources.size === 0 || [...edge.sources].some((key) => !off.has(sourceKey(key)))) &&
    (edge.size === null || edge.size >= least)
  );
}

export const isFiltered = ({ off, least }: Filters): boolean => off.size > 0 || least > 0;
