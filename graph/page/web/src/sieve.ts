/**
 * What filters know of marks, in numbers: the groups each is in, how many are in a group, and how many of those are left.
 * Marks that are alike are in the same groups and share one number, so that 100,000 lines are filtered at once.
 */

import { kindKey, modalityKey, relationKey, sourceKey, standingKey, stateKey, yearKey, isWithin, type Filters } from "./filters.ts";
import type { Edge, Mark, Node } from "./model.ts";

/** What is filtered together. */
export interface Group {
  /** As filters and the address name it. */
  key: string;
  name: string;
  /** One that is in it; one that is asserted outright, where there is one. */
  example: Mark;
  /** How many are in it. */
  all: number;
  /** How many of them the filters leave. */
  shown: number;
}

/** The ways to group, each with what marks are alike in: of two with the same number only one is asked for its groups. */
export interface Likeness {
  kind: (node: number) => number;
  relation: (edge: number) => number;
  standing: (edge: number) => number;
  source: (edge: number) => number;
  modality: (edge: number) => number;
  state: (edge: number) => number;
  year: (edge: number) => number;
}

export type Aspect = keyof Likeness;

/** What is sieved. */
export interface Sieved {
  nodes: readonly Node[];
  edges: readonly Edge[];
  /** The numbers of the ends of each edge. */
  from: ArrayLike<number>;
  to: ArrayLike<number>;
  /** Dollars of each edge; negative without an amount. */
  size: Float64Array;
}

/** Marks and lines of a small picture, with their numbers. */
export const sieved = (nodes: readonly Node[], edges: readonly Edge[]): Sieved => ({
  nodes,
  edges,
  from: edges.map((edge) => edge.from),
  to: edges.map((edge) => edge.to),
  size: Float64Array.from(edges, (edge) => edge.size ?? -1),
});

/** One way to group things. */
interface Grouping {
  groups: Group[];
  /** Things that are alike: the numbers of their groups, and one of them. */
  sets: { groups: number[]; first: Mark }[];
  /** The set of each thing. */
  setOf: Uint32Array;
}

/** Each mark alone: right for every picture, and quick enough for a small one. */
const itself = (place: number): number => place;
export const UNLIKE: Likeness = {
  kind: itself,
  relation: itself,
  standing: itself,
  source: itself,
  modality: itself,
  state: itself,
  year: itself,
};

/** Who asks a thing for its groups. */
const ASKING = {
  kind: (mark: Mark) => [[kindKey(mark as Node), (mark as Node).kind]],
  relation: (mark: Mark) => [[relationKey(mark as Edge), (mark as Edge).relation]],
  standing: (mark: Mark) => [[standingKey(mark as Edge), (mark as Edge).standing]],
  source: (mark: Mark) => named((mark as Edge).sources, sourceKey),
  modality: (mark: Mark) => named((mark as Edge).modalities, modalityKey),
  state: (mark: Mark) => named(mark.states, stateKey),
  year: (mark: Mark) => named((mark as Edge).years, yearKey),
} satisfies Record<Aspect, (mark: Mark) => Named[]>;
export const ASPECTS = Object.keys(ASKING) as readonly Aspect[];

export class Sieve {
  /** How many the filters leave. */
  shownNodes = 0;
  shownEdges = 0;
  readonly #of: Sieved;
  readonly #alike: Likeness;
  readonly #groupings = new Map<Aspect, Grouping>();
  #amounts: readonly number[] | null = null;

  constructor(of: Sieved, alike: Likeness = UNLIKE) {
    this.#of = of;
    this.#alike = alike;
  }
  /** Every amount in the picture, and nothing before: what a slider can be set to. */
  get amounts(): readonly number[] {
    return (this.#amounts ??= [0, ...this.#of.size.filter((size) => size > 0).sort().filter((size, place, all) => size !== all[place - 1])]);
  }
  /** Each day on which something begins or ends. */
  get days(): readonly string[] {
    const days = this.#grouping("year").sets.flatMap(({ first }) => (first as Edge).days.filter((day) => day !== null));
    return [...new Set(days)].sort();
  }
  /** Sorts things into their groups: done once, here or when it is first needed. */
  #grouping(aspect: Aspect): Grouping {
    const known = this.#groupings.get(aspect);
    if (known !== undefined) return known;
    const things: readonly Mark[] = aspect === "kind" ? this.#of.nodes : this.#of.edges;
    const made = grouped(things, this.#alike[aspect], ASKING[aspect]);
    this.#groupings.set(aspect, made);
    return made;
  }
  /** The groups of a kind, in the order in which marks are first in them. */
  groups(aspect: Aspect): readonly Group[] {
    return this.#grouping(aspect).groups;
  }
  /** The lines that are shown with the largest amounts, in order. */
  largest(most: number): Edge[] {
    const { edges, size } = this.#of;
    const found: number[] = [];
    for (let line = 0; line < size.length; line += 1) {
      const mine = size[line]!;
      if (mine < 0 || (found.length === most && mine <= size[found[most - 1]!]!) || !edges[line]!.shown) continue;
      const place = found.findIndex((other) => size[other]! < mine);
      found.splice(place < 0 ? found.length : place, 0, line);
      found.length = Math.min(found.length, most);
    }
    return found.map((line) => edges[line]!);
  }
  /** Works out anew what is shown: a node all of whose lines are filtered away goes with them. */
  apply(filters: Filters, told: ReadonlySet<number> | null): void {
    const { nodes, edges, from, to } = this.#of;
    const lines = this.#linesLeft(filters, told);
    const linked = new Uint8Array(nodes.length);
    const alone = new Uint8Array(nodes.length).fill(1);
    for (let line = 0; line < lines.length; line += 1) {
      const [start, end] = [from[line]!, to[line]!];
      alone[start] = alone[end] = 0;
      if (lines[line] === 1) linked[start] = linked[end] = 1;
    }
    const kinds = this.#left("kind", filters);
    const marks = linked.map((isLinked, node) => kinds[node]! & (isLinked | alone[node]!));
    this.shownEdges = show(edges, lines);
    this.shownNodes = show(nodes, marks);
    for (const aspect of ASPECTS) count(this.#grouping(aspect), aspect === "kind" ? marks : lines, "shown");
  }
  /** 1 for each line that the filters leave. */
  #linesLeft(filters: Filters, told: ReadonlySet<number> | null): Uint8Array {
    const left = this.#left("relation", filters);
    for (const aspect of ["standing", "source", "modality", "state", "year"] as const) narrow(left, this.#left(aspect, filters));
    narrow(left, this.#inTime(filters));
    const kinds = this.#left("kind", filters);
    const { from, to } = this.#of;
    for (let line = 0; line < left.length; line += 1) {
      const size = this.#of.size[line]!;
      const isOut = (size >= 0 && size < filters.least) || told?.has(line) === false;
      left[line]! &= isOut ? 0 : kinds[from[line]!]! & kinds[to[line]!]!;
    }
    return left;
  }
  /** 1 for each thing that is in no group, or in one that is on. */
  #left(aspect: Aspect, { off }: Filters): Uint8Array {
    const { groups, sets, setOf } = this.#grouping(aspect);
    const isOn = groups.map(({ key }) => !off.has(key));
    const left = sets.map((set) => Number(set.groups.length === 0 || set.groups.some((group) => isOn[group])));
    return picked(left, setOf);
  }
  /** 1 for each line that touches a time, or has no date. */
  #inTime({ from, to }: Filters): Uint8Array {
    const { sets, setOf } = this.#grouping("year");
    const left = sets.map(({ first }) => Number(isWithin((first as Edge).days, from, to)));
    return picked(left, setOf);
  }
}

/** For each thing what its set has. */
function picked(ofSets: readonly number[], setOf: Uint32Array): Uint8Array {
  const found = new Uint8Array(setOf.length);
  for (let place = 0; place < setOf.length; place += 1) found[place] = ofSets[setOf[place]!]!;
  return found;
}

/** Takes out of the first what is not in the other. */
function narrow(left: Uint8Array, other: Uint8Array): void {
  for (let place = 0; place < left.length; place += 1) left[place]! &= other[place]!;
}

/** How many are in some groups, or are left of them. */
export const sumOf = (groups: readonly Group[], what: "all" | "shown"): number =>
  groups.reduce((sum, group) => sum + group[what], 0);

type Named = readonly [key: string, name: string];

const named = (names: Iterable<string>, keyOf: (name: string) => string): Named[] => [...names].map((name) => [keyOf(name), name]);

function grouped(things: readonly Mark[], alike: (place: number) => number, groupsOf: (thing: Mark) => readonly Named[]): Grouping {
  const [numbers, seen] = [new Map<string, number>(), new Map<number, number>()];
  const grouping: Grouping = { groups: [], sets: [], setOf: new Uint32Array(things.length) };
  const numberOf = ([key, name]: Named, example: Mark) => {
    const known = numbers.get(key) ?? grouping.groups.push({ key, name, example, all: 0, shown: 0 }) - 1;
    numbers.set(key, known);
    const group = grouping.groups[known]!;
    if (isHedged(group.example) && !isHedged(example)) group.example = example;
    return known;
  };
  for (let place = 0; place < things.length; place += 1) {
    const like = alike(place);
    let set = seen.get(like);
    if (set === undefined) {
      const first = things[place]!;
      set = grouping.sets.push({ groups: groupsOf(first).map((group) => numberOf(group, first)), first }) - 1;
      seen.set(like, set);
    }
    grouping.setOf[place] = set;
  }
  count(grouping, new Uint8Array(things.length).fill(1), "all");
  return grouping;
}

const isHedged = (mark: Mark): boolean => "hedges" in mark && mark.hedges.length > 0;

/** Counts in every group what is among some things. */
function count({ groups, sets, setOf }: Grouping, among: Uint8Array, as: "all" | "shown"): void {
  const counts = new Uint32Array(sets.length);
  for (let place = 0; place < setOf.length; place += 1) counts[setOf[place]!]! += among[place]!;
  for (const group of groups) group[as] = 0;
  sets.forEach((set, number) => set.groups.forEach((group) => (groups[group]![as] += counts[number]!)));
}

/** Marks what is shown; how many that are. */
function show(marks: readonly Mark[], left: Uint8Array): number {
  let shown = 0;
  for (let place = 0; place < marks.length; place += 1) {
    marks[place]!.shown = left[place] === 1;
    shown += left[place]!;
  }
  return shown;
}
