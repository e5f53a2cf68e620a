/** The document as the page works with it: marks know their ends and their evidence. Names from outside are looked up in Maps only. */

import type {
  ClaimCard,
  DocumentCard,
  EdgeMark,
  FindingCard,
  NodeMark,
  PageDocument,
  RowsCard,
} from "./document.ts";
import { Sieve, sieved } from "./sieve.ts";

/** An entity with its edges. */
export interface Node extends NodeMark {
  incoming: Edge[];
  outgoing: Edge[];
  /** Whether the filters leave it. */
  shown: boolean;
  /** Unpacks what is told of it; null when that is done. Without it, there is nothing to unpack. */
  load?(): Promise<void> | null;
}

/** A relation with its ends and what it rests on. */
export interface Edge extends EdgeMark {
  start: Node;
  end: Node;
  /** Dollars its width or order is taken from; null without an amount. */
  size: number | null;
  /** Whether one end is a group. */
  grouped: boolean;
  /** The rows behind it; null for an edge that claims are behind. */
  rows: RowsCard | null;
  /** How firmly it is said, in a word or two. */
  firmness: string;
  /** Keys of the documents and datasets behind it. */
  sources: ReadonlySet<string>;
  /** On what footing it stands; a reader sees it at the line. */
  standing: Standing;
  /** How its claims are put, in words; empty for rows. */
  modalities: ReadonlySet<string>;
  /** States it concerns; empty where none is told. */
  states: string[];
  /** Years it is of; empty where no date is told. */
  years: string[];
  findings: FindingCard[];
  shown: boolean;
  /** As that of a node. */
  load?(): Promise<void> | null;
}

/** On what footing an edge stands: in a filing or an official count, asserted by a source, only attributed, or hedged. */
export type Standing = "official" | "asserted" | "attributed" | "hedged";

export type Mark = Node | Edge;

/** Numbers of the columns. */
export const DONORS = 0;
export const COMMITTEES = 1;
export const CANDIDATES = 2;
export const COUNTIES = 3;
export const OUTCOMES = 4;

export interface Model {
  document: PageDocument;
  nodes: Node[];
  edges: Edge[];
  claims: ReadonlyMap<string, ClaimCard>;
  documents: ReadonlyMap<string, DocumentCard>;
  /** All marks of which claims are known, and maybe others. */
  claimed(): readonly Mark[];
  /** Filters what is shown, and counts it. */
  sieve: Sieve;
  /** Those on any of some claims, in the order of the document: the gravest first. */
  findingsOn(keys: readonly string[]): FindingCard[];
  /** The mark with an IRI; null for an IRI of none. */
  markOf(iri: string): Mark | null;
}

export const isEdge = (mark: Mark): mark is Edge => "start" in mark;

/** Links the marks of a document with each other and with their evidence. */
export function readModel(document: PageDocument): Model {
  const claims = new Map(document.claims.map((claim) => [claim.key, claim]));
  const findingsOn = finder(document.findings);
  const rows = new Map(document.rows.map((card) => [card.edge, card]));
  const nodes = document.nodes.map((mark): Node => ({ ...mark, incoming: [], outgoing: [], shown: true }));
  const edges = document.edges.map((mark) =>
    linked(mark, nodes, claims, rows.get(mark.iri) ?? null, findingsOn(mark.claims)),
  );
  tellStates(edges);
  const all = [...edges, ...nodes];
  const marks = new Map<string, Mark>(all.map((mark) => [mark.iri, mark]));
  return {
    document,
    nodes,
    edges,
    claims,
    documents: new Map(document.documents.map((card) => [card.key, card])),
    claimed: () => all,
    sieve: new Sieve(sieved(nodes, edges)),
    findingsOn,
    markOf: (iri) => marks.get(iri) ?? null,
  };
}

function linked(
  mark: EdgeMark,
  nodes: readonly Node[],
  claims: ReadonlyMap<string, ClaimCard>,
  rows: RowsCard | null,
  findings: FindingCard[],
): Edge {
  const [start, end] = [nodes[mark.from]!, nodes[mark.to]!];
  const behind = mark.claims.flatMap((key) => claims.get(key) ?? []);
  const edge: Edge = {
    ...mark,
    start,
    end,
    size: sizeOf(mark),
    grouped: start.grouped || end.grouped,
    rows,
    firmness: rows?.firmly ?? firmnessOf(mark.hedges, behind),
    standing: rows === null ? standingOf(mark.hedges, behind) : "official",
    modalities: new Set(behind.flatMap((claim) => claim.modality)),
    states: [],
    years: yearsOf(mark.days),
    sources: new Set(rows === null ? behind.map((claim) => claim.document) : [rows.dataset]),
    findings,
    shown: true,
  };
  start.outgoing.push(edge);
  end.incoming.push(edge);
  return edge;
}

function standingOf(hedges: readonly string[], claims: readonly ClaimCard[]): Standing {
  if (hedges.length > 0) return "hedged";
  return claims.length === 0 || claims.some((claim) => claim.modality.includes("asserted")) ? "asserted" : "attributed";
}

/** Every year from the first to the last; that of the one day where an end is open. */
export function yearsOf(days: readonly (string | null)[]): string[] {
  const [first, last] = days.map((day) => (day === null ? null : Number(day.slice(0, 4))));
  const [from, to] = [first ?? last, last ?? first];
  if (from === undefined || from === null || to === undefined || to === null) return [];
  return Array.from({ length: to - from + 1 }, (_, step) => String(from + step));
}

/** An edge concerns the states of its ends; where they have none, those in which its ends stood. */
function tellStates(edges: readonly Edge[]): void {
  const stood = new Map<Node, Set<string>>();
  for (const edge of edges) {
    edge.states = statesOf([edge.start, edge.end]);
    if (edge.family !== "candidacy") continue;
    const known = stood.get(edge.start) ?? new Set();
    edge.states.forEach((state) => known.add(state));
    stood.set(edge.start, known);
  }
  for (const edge of edges.filter(({ states }) => states.length === 0))
    edge.states = [...(stood.get(edge.end) ?? stood.get(edge.start) ?? [])];
}

export const statesOf = (nodes: readonly Node[]): string[] => [...new Set(nodes.flatMap((node) => node.states))].sort();

const sizeOf = ({ amount }: EdgeMark): number | null => (amount?.size ? Number(amount.size) : null);

/** Its hedges, else "asserted" where a claim asserts it, else what its claims are. */
function firmnessOf(hedges: readonly string[], claims: readonly ClaimCard[]): string {
  const said = claims.flatMap((claim) => claim.modality);
  if (hedges.length > 0) return hedges.join(", ");
  return said.includes("asserted") || said.length === 0 ? "asserted" : [...new Set(said)].join(", ");
}

function finder(findings: readonly FindingCard[]): (keys: readonly string[]) => FindingCard[] {
  const byClaim = new Map<string, FindingCard[]>();
  for (const finding of findings) {
    for (const key of finding.claims) byClaim.set(key, [...(byClaim.get(key) ?? []), finding]);
  }
  return (keys) => {
    const found = new Set(keys.flatMap((key) => byClaim.get(key) ?? []));
    return findings.filter((finding) => found.has(finding));
  };
}
