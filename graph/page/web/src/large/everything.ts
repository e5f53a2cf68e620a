/** All of a large picture as the page's model: a mark or line is a number, and reads what it says from columns. */

import type { ClaimCard } from "../document.ts";
import { yearsOf, type Mark, type Model } from "../model.ts";
import { ASPECTS, Sieve, type Likeness } from "../sieve.ts";
import { makeEvidence, type Evidence } from "./evidence.ts";
import { LargeEdge, LargeNode, LINE } from "./marks.ts";
import { byId } from "../dom.ts";
import { wholeOf, type Whole } from "./whole.ts";
import type { Workshop } from "./workshop/workshop.ts";

/** How many marks are made before the page may do something else. */
const SLICE = 10_000;

export class Everything implements Model {
  readonly nodes: LargeNode[] = [];
  readonly edges: LargeEdge[] = [];
  readonly evidence: Evidence;
  readonly document: Model["document"];
  readonly documents: Model["documents"];
  readonly columns: Whole;
  readonly summary: Model;
  readonly sieve: Sieve;
  /** The years of each entry of the table of dates. */
  readonly years: string[][];
  readonly #claims: Map<string, ClaimCard>;
  #claimed: readonly Mark[] | null = null;
  readonly #sources = new Map<string, ReadonlySet<string>>();

  readonly workshop: Workshop;

  constructor(columns: Whole, summary: Model, workshop: Workshop) {
    this.columns = columns;
    this.workshop = workshop;
    this.summary = summary;
    this.years = columns.part.dates.map(([, first, last]) => yearsOf([first ?? null, last ?? null]));
    this.evidence = makeEvidence(columns.part.block, workshop);
    this.document = { ...summary.document, story: undefined };
    this.documents = summary.documents;
    const { nodes, edges } = this;
    const { from, to, size } = columns;
    this.sieve = new Sieve({ nodes, edges, from, to, size: size as Float64Array }, likeness(columns));
    this.#claims = new Map(summary.claims);
  }
  get claims(): ReadonlyMap<string, ClaimCard> {
    return this.#claims;
  }
  findingsOn(keys: readonly string[]) {
    return this.summary.findingsOn(keys);
  }
  claimed(): readonly Mark[] {
    return (this.#claimed ??= [...this.edges, ...this.nodes].filter(({ whole }) => whole !== null));
  }
  /** Takes up claims that came with the evidence of a mark. */
  learn(mark: LargeNode | LargeEdge, cards: readonly ClaimCard[] = []): void {
    if (cards.length > 0) this.#claimed = [...this.claimed(), mark];
    for (const card of cards) this.#claims.set(card.key, card);
  }
  edgesOf(lines: Uint32Array): LargeEdge[] {
    return Array.from(lines, (line) => this.edges[line]!);
  }
  sourcesOf(dataset: string): ReadonlySet<string> {
    const known = this.#sources.get(dataset) ?? new Set(dataset === "" ? [] : [dataset]);
    this.#sources.set(dataset, known);
    return known;
  }
  markOf(iri: string): Mark | null {
    if (iri.startsWith(LINE)) return this.edges[Number(iri.slice(LINE.length))] ?? null;
    const known = this.summary.markOf(iri);
    return (
      this.nodes.find((node) => node.iri === iri) ??
      (known === null ? null : (this.edges.find((edge) => edge.whole === known) ?? null))
    );
  }
}

/** Lines of equal numbers in the columns are alike; one that is drawn in the summary knows more, and is like itself alone. */
function likeness({ part, column, kind, states, from, to, relation, date, hedges, behind, wholeLine }: Whole): Likeness {
  const [kinds, places] = [part.kinds.length, part.states.length];
  const unless = (like: (line: number) => number) => (line: number) => (wholeLine[line]! < 0 ? like(line) : -1 - line);
  return {
    kind: (node) => column[node]! * kinds + kind[node]!,
    relation: (line) => 2 * relation[line]! + Number(hedges[line]! > 0),
    standing: unless((line) => behind[line]! * part.hedges.length + hedges[line]!),
    source: unless((line) => behind[line]!),
    modality: unless(() => 0),
    state: unless((line) => states[from[line]!]! * places + states[to[line]!]!),
    year: (line) => date[line]!,
  };
}

/** Unpacks and makes everything, a slice at a time. */
export async function makeEverything(summary: Model, workshop: Workshop): Promise<Everything> {
  const part = summary.document.large!;
  const text = (name: string) => byId(`large-${name}`).textContent;
  const packed = { part, numbers: text("numbers"), names: text("names"), paths: text("paths") };
  const everything = new Everything(wholeOf(part, await workshop.ask("unpack", packed)), summary, workshop);
  await inSlices(part.marks, (id) => everything.nodes.push(new LargeNode(id, everything)));
  await inSlices(part.lines, (id) => everything.edges.push(new LargeEdge(id, everything)));
  for (const aspect of ASPECTS) {
    everything.sieve.groups(aspect);
    await breath();
  }
  everything.sieve.amounts.at(0);
  return everything;
}

/** Does something for each number, and lets the page breathe in between. */
async function inSlices(count: number, take: (number: number) => void): Promise<void> {
  for (let start = 0; start < count; start += SLICE) {
    for (let number = start; number < Math.min(count, start + SLICE); number += 1) take(number);
    await breath();
  }
}

/** Lets the page do something else. */
const breath = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
