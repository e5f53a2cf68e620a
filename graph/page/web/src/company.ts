/** What stands out with a mark that is selected or pointed at. */

import { CANDIDATES, isEdge, OUTCOMES, type Edge, type Mark, type Model, type Node } from "./model.ts";

/** A mark with all that stands out with it; only what is shown. */
export interface Company {
  mark: Mark;
  nodes: Set<Node>;
  edges: Set<Edge>;
}

/** What money and favour go along. */
const FLOWS = new Set(["money", "support", "opposition"]);

/** A mark with its neighbours, and with where money and favour may have come from and may have gone to. */
export function company(mark: Mark, model: Model): Company {
  const lit: Company = { mark, nodes: new Set(), edges: new Set() };
  if (isEdge(mark)) {
    light(lit, mark);
    if (isFlow(mark)) trace(lit, mark.start, mark.end);
    return lit;
  }
  lit.nodes.add(mark);
  [...mark.incoming, ...mark.outgoing].forEach((edge) => light(lit, edge));
  if (mark.column <= CANDIDATES) trace(lit, mark, mark);
  if (mark.column >= CANDIDATES) lightContests(lit, mark, model.edges);
  return lit;
}

function light(lit: Company, edge: Edge): void {
  if (!edge.shown) return;
  lit.edges.add(edge);
  lit.nodes.add(edge.start).add(edge.end);
}

const isFlow = (edge: Edge): boolean => FLOWS.has(edge.family);

/** So many lines are followed; where there are more, everything would stand out, and nothing is followed. */
const FOLLOWED = 1_000;

/** Follows money and favour against their way from one node, and along it from another. */
function trace(lit: Company, from: Node, to: Node): void {
  const before = walk(from, (node) => node.incoming, (edge) => edge.start);
  const after = walk(to, (node) => node.outgoing, (edge) => edge.end);
  if (before === null || after === null) return;
  for (const edge of [...before, ...after]) light(lit, edge);
}

/** The lines that are met on the way; null for too many. */
function walk(from: Node, edgesOf: (node: Node) => Edge[], next: (edge: Edge) => Node): Edge[] | null {
  const met = new Set([from]);
  const found: Edge[] = [];
  for (const node of met) {
    for (const edge of edgesOf(node)) {
      if (!edge.shown || !isFlow(edge)) continue;
      if (found.push(edge) > FOLLOWED) return null;
      met.add(next(edge));
    }
  }
  return found;
}

const isOfContest = (edge: Edge): boolean =>
  ["candidacy", "outcome"].includes(edge.family) && edge.contest !== null;

/** From a candidate, county or contest on: only edges of the very contests it has part in; a contest shows who stood. */
function lightContests(lit: Company, mark: Node, edges: readonly Edge[]): void {
  const contests = new Set([...lit.edges].filter(isOfContest).map((edge) => edge.contest));
  if (contests.size === 0) return;
  const met = new Set(lit.nodes);
  for (const edge of edges) {
    if (!contests.has(edge.contest) || !isOfContest(edge)) continue;
    const ends = [edge.start, edge.end];
    if (mark.column === OUTCOMES) light(lit, edge);
    else if (ends.every((end) => end.column > CANDIDATES || met.has(end))) {
      if (mark.column === CANDIDATES && ends.some((end) => end.column === CANDIDATES && end !== mark)) continue;
      light(lit, edge);
    }
  }
}
