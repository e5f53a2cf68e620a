/** Search over the names of a large picture: what begins or has the words first, a slip of the finger where nothing does. */

import { plain, slipsBetween } from "../search/find.ts";
import type { Whole } from "./whole.ts";

const HITS = 8;
const SHORTEST_WITH_SLIPS = 4;

/** Names as they are searched. */
export type Names = readonly string[];

export const makeNames = (names: readonly string[]): Names => names.map(plain);

/** Numbers of the marks that answer best; among equals the one with most lines. */
export function namesLike(text: string, names: Names, { leaving, reaching }: Pick<Whole, "leaving" | "reaching">): number[] {
  const query = plain(text.trim());
  if (query === "") return [];
  const hits = hitsOf((name) => (name.startsWith(query) ? 0 : name.includes(` ${query}`) ? 1 : name.includes(query) ? 2 : -1), names);
  const found = hits.length > 0 ? hits : hitsOf((name) => slips(query, name), names);
  const lines = (mark: number) => leaving(mark).length + reaching(mark).length;
  return found
    .sort((a, b) => a.score - b.score || lines(b.mark) - lines(a.mark) || a.mark - b.mark)
    .slice(0, HITS)
    .map(({ mark }) => mark);
}

function hitsOf(score: (name: string) => number, names: Names): { mark: number; score: number }[] {
  return names.flatMap((name, mark) => {
    const found = score(name);
    return found < 0 ? [] : [{ mark, score: found }];
  });
}

/** How many letters differ where the words of a name are meant, -1 where they cannot be. */
function slips(query: string, name: string): number {
  const words = name.split(" ");
  let total = 3;
  for (const part of query.split(/\s+/)) {
    const count = slipsInPart(part, words);
    if (count < 0) return -1;
    total += count;
  }
  return total;
}

/** The fewest slips with which a part begins a word, -1 for more than its length allows; its first or second letter is right. */
function slipsInPart(part: string, words: readonly string[]): number {
  const allowed = part.length < SHORTEST_WITH_SLIPS ? 0 : part.length < 8 ? 1 : 2;
  let fewest = Infinity;
  for (const word of words) {
    if (!word.startsWith(part[0]!) && word[1] !== part[1]) continue;
    fewest = Math.min(fewest, slipsBetween(part, word.slice(0, part.length)), slipsBetween(part, word.slice(0, part.length + 1)));
  }
  return fewest <= allowed ? fewest : -1;
}
