/** Search over names and facts, forgiving a slip of the finger. */

import type { Node } from "../model.ts";

const HITS = 8;

/** A node as it is searched. */
export interface Entry {
  node: Node;
  name: string;
  words: string[];
  rest: string;
}

/** Lower case without accents, so that "gascon" finds "Gascón". */
export const plain = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase();

export const searchIndex = (nodes: readonly Node[]): Entry[] =>
  nodes.map((node) => ({
    node,
    name: plain(node.label),
    words: plain(node.label)
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word !== ""),
    rest: plain([node.kind, node.subtitle, ...node.facts.map(([, text]) => text)].join(" ")),
  }));

/** The nodes that answer best, the best first; none for a blank text. */
export function find(text: string, index: readonly Entry[]): Node[] {
  const query = plain(text.trim());
  if (query === "") return [];
  return index
    .map((entry) => ({ node: entry.node, score: score(entry, query) }))
    .filter((hit) => hit.score < Infinity)
    .sort((a, b) => a.score - b.score || b.node.claims.length - a.node.claims.length || a.node.id - b.node.id)
    .slice(0, HITS)
    .map((hit) => hit.node);
}

/** How well an entry answers: 0 is best, Infinity not at all. */
function score({ name, words, rest }: Entry, query: string): number {
  if (name.startsWith(query)) return 0;
  if (words.some((word) => word.startsWith(query))) return 1;
  if (name.includes(query)) return 2;
  if (rest.includes(query)) return 3;
  const slips = query.split(/\s+/).map((part) => slipsInPart(part, words));
  return 4 + slips.reduce((total, count) => total + count, 0);
}

/** The fewest slips with which a part of the query begins one of the words; Infinity when they are too many for its length. */
function slipsInPart(part: string, words: readonly string[]): number {
  const allowed = part.length < 4 ? 0 : part.length < 8 ? 1 : 2;
  const fewest = Math.min(
    ...words.map((word) =>
      Math.min(slipsBetween(part, word.slice(0, part.length)), slipsBetween(part, word.slice(0, part.length + 1))),
    ),
  );
  return fewest <= allowed ? fewest : Infinity;
}

/** Number of letters to add, drop, change or swap to come from one word to the other. */
export function slipsBetween(one: string, other: string): number {
  let before: number[] = [];
  let row = [...Array(other.length + 1).keys()];
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1];
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
        next[j] = Math.min(next[j]!, before[j - 2]! + 1);
    }
    [before, row] = [row, next];
  }
  return row[other.length]!;
}
