/** Marks and lines of a large picture as all others of the page: what they say is taken from columns when it is asked for. */

import type { Amount, FindingCard, RowsCard } from "../document.ts";
import { statesOf, type Edge, type Node, type Standing } from "../model.ts";
import { dollarsInFull, dollars } from "../words.ts";
import type { LineTold, MarkTold } from "./evidence.ts";
import type { Everything } from "./everything.ts";

const NOTHING: readonly never[] = [];
const NO_WORDS: ReadonlySet<string> = new Set();

/** A mark of a large picture. */
export class LargeNode implements Node {
  shown = true;
  told: MarkTold | null = null;
  readonly whole: Node | null;
  #incoming: LargeEdge[] | null = null;
  #outgoing: LargeEdge[] | null = null;
  readonly id: number;
  readonly of: Everything;

  constructor(id: number, of: Everything) {
    this.id = id;
    this.of = of;
    const place = of.columns.wholeMark[id]!;
    this.whole = place < 0 ? null : of.summary.nodes[place]!;
  }
  get iri(): string {
    return this.of.columns.iri(this.id);
  }
  get label(): string {
    return this.of.columns.names[this.id]!;
  }
  get kind(): string {
    return this.of.columns.part.kinds[this.of.columns.kind[this.id]!]!;
  }
  get column(): number {
    return this.of.columns.column[this.id]!;
  }
  get states(): string[] {
    return this.of.columns.part.states[this.of.columns.states[this.id]!]!;
  }
  get grouped(): boolean {
    return this.of.columns.grouped[this.id] === 1;
  }
  get x(): number {
    return this.of.columns.x[this.id]!;
  }
  get y(): number {
    return this.of.columns.y[this.id]!;
  }
  get incoming(): LargeEdge[] {
    return (this.#incoming ??= this.of.edgesOf(this.of.columns.reaching(this.id)));
  }
  get outgoing(): LargeEdge[] {
    return (this.#outgoing ??= this.of.edgesOf(this.of.columns.leaving(this.id)));
  }
  get subtitle(): string {
    return this.whole?.subtitle ?? this.told?.subtitle ?? "";
  }
  get money_in(): Amount | null {
    return this.whole?.money_in ?? this.told?.money_in ?? null;
  }
  get money_out(): Amount | null {
    return this.whole?.money_out ?? this.told?.money_out ?? null;
  }
  get facts(): [string, string][] {
    return this.whole?.facts ?? this.told?.facts ?? [];
  }
  get claims(): string[] {
    return this.whole?.claims ?? this.told?.claims ?? [];
  }
  readonly height = 16;
  readonly beside = false;
  readonly money = false;
  get names(): string[] {
    return [this.label];
  }
  get notes(): string[] {
    return [];
  }
  /** Unpacks what is told of it; null when that is done, or there is nothing to unpack. */
  load(): Promise<void> | null {
    if (this.whole !== null || this.told !== null) return null;
    return this.of.evidence.ofMark(this.id).then((told) => {
      this.told = told;
      this.of.learn(this, told.cards);
    });
  }
}

/** A line of a large picture. */
export class LargeEdge implements Edge {
  shown = true;
  told: LineTold | null = null;
  readonly whole: Edge | null;
  readonly id: number;
  readonly of: Everything;

  constructor(id: number, of: Everything) {
    this.id = id;
    this.of = of;
    const place = of.columns.wholeLine[id]!;
    this.whole = place < 0 ? null : of.summary.edges[place]!;
  }
  get iri(): string {
    return this.whole?.iri ?? `${LINE}${this.id}`;
  }
  get from(): number {
    return this.of.columns.from[this.id]!;
  }
  get to(): number {
    return this.of.columns.to[this.id]!;
  }
  get start(): LargeNode {
    return this.of.nodes[this.from]!;
  }
  get end(): LargeNode {
    return this.of.nodes[this.to]!;
  }
  get source(): string {
    return this.start.iri;
  }
  get target(): string {
    return this.end.iri;
  }
  get #relation(): readonly string[] {
    return this.of.columns.part.relations[this.of.columns.relation[this.id]!]!;
  }
  get relation(): string {
    return this.#relation[0]!;
  }
  get label(): string {
    return this.#relation[1]!;
  }
  get family(): string {
    return this.#relation[2]!;
  }
  get result(): string {
    return this.#relation[3]!;
  }
  get size(): number | null {
    const size = this.of.columns.size[this.id]!;
    return size < 0 ? null : size;
  }
  get amount(): Amount | null {
    if (this.whole !== null) return this.whole.amount;
    return this.told?.amount ?? bareAmount(this.size, this.of.columns.exact[this.id] === 1);
  }
  get hedges(): string[] {
    return this.of.columns.part.hedges[this.of.columns.hedges[this.id]!]!;
  }
  get contest(): string | null {
    const place = this.of.columns.contest[this.id]!;
    return place < 0 ? (this.whole?.contest ?? null) : this.of.columns.iri(place);
  }
  get #date(): readonly (string | null)[] {
    return this.of.columns.part.dates[this.of.columns.date[this.id]!]!;
  }
  get date(): string {
    return this.#date[0] ?? "";
  }
  get days(): [string | null, string | null] {
    const [, first, last] = this.#date;
    return [first ?? null, last ?? null];
  }
  get years(): string[] {
    return this.of.years[this.of.columns.date[this.id]!]!;
  }
  get states(): string[] {
    if (this.whole !== null) return this.whole.states;
    const [one, other] = [this.start.states, this.end.states];
    return one.length === 0 ? other : other.length === 0 ? one : statesOf([this.start, this.end]);
  }
  get standing(): Standing {
    if (this.whole !== null) return this.whole.standing;
    return this.#behind[0] !== "" ? "official" : this.hedges.length > 0 ? "hedged" : "asserted";
  }
  get modalities(): ReadonlySet<string> {
    return this.whole?.modalities ?? NO_WORDS;
  }
  get denied(): boolean {
    return this.whole?.denied ?? this.told?.denied ?? false;
  }
  get claims(): string[] {
    return this.whole?.claims ?? this.told?.claims ?? (NOTHING as unknown as string[]);
  }
  get origins(): number {
    return this.whole?.origins ?? this.told?.origins ?? 0;
  }
  get detail(): string {
    return this.whole?.detail ?? this.told?.detail ?? "";
  }
  get how_sure(): string {
    return this.whole?.how_sure ?? this.told?.how_sure ?? "";
  }
  get counted(): boolean {
    return this.of.columns.counted[this.id] === 1;
  }
  get grouped(): boolean {
    return this.start.grouped || this.end.grouped;
  }
  get #behind(): readonly string[] {
    return this.of.columns.part.behind[this.of.columns.behind[this.id]!]!;
  }
  get rows(): RowsCard | null {
    const [dataset, firmly] = this.#behind;
    if (this.whole !== null || dataset === "") return this.whole?.rows ?? null;
    const { says = "", files = [], first = [], rest = "" } = this.told ?? {};
    return { edge: this.iri, dataset: dataset!, firmly: firmly!, says, count: this.of.columns.rows[this.id]!, files, first, rest };
  }
  get firmness(): string {
    return this.whole?.firmness ?? this.#behind[1]!;
  }
  get sources(): ReadonlySet<string> {
    return this.whole?.sources ?? this.of.sourcesOf(this.#behind[0]!);
  }
  get findings(): FindingCard[] {
    return this.whole?.findings ?? this.of.summary.findingsOn(this.claims);
  }
  get lane(): number[] {
    return [];
  }
  /** Unpacks what is behind it; null when that is done, or there is nothing to unpack. */
  load(): Promise<void> | null {
    if (this.whole !== null || this.told !== null) return null;
    return this.of.evidence.ofLine(this.id).then((told) => {
      this.told = told;
      this.of.learn(this, told.cards);
    });
  }
}

/** Start of the name of a line that has no other in the page. */
export const LINE = "line:";

/** An amount of which only the figure is unpacked; what bounds it, if it is not exact, comes with its evidence. */
function bareAmount(size: number | null, isExact: boolean): Amount | null {
  if (size === null) return null;
  const [text, words] = [String(size), isExact ? dollarsInFull(size) : `about or around ${dollarsInFull(size)}`];
  const bound = isExact ? text : null;
  return {
    low: bound,
    high: bound,
    low_open: false,
    high_open: false,
    about: isExact ? null : text,
    size: text,
    words,
    short: `${isExact ? "" : "~"}${dollars(size)}`,
  };
}
