/** Search over the names of a large picture: what begins or has the words first, a slip of the finger where nothing does. */

import { plain, slipsBetween } from "../search/find.ts";
import { inSlices, type Everything } from "./everything.ts";
import type { LargeNode } from "./marks.ts";

const HITS = 8;
const SHORTEST_WITH_SLIPS = 4;

/** Names as they are searched. */
export type Names = readonly string[];

/** Makes all names ready, a slice at a time. */
export async function searchableNames({ columns }: Everything): Promise<Names> {
  const names: string[] = [];
  await inSlices(columns.names.length, (mark) => names.push(plain(columns.names[mark]!)));
  return names;
}

/** The marks that answer best; among equals the one with most lines. */
export function findIn(text: string, names: Names, { nodes, columns }: Everything): LargeNode[] {
  const query = plain(text.trim());
  if (query === "") return [];
  const hits = hitsOf((name) => (name.startsWith(query) ? 0 : name.includes(` ${query}`) ? 1 : name.includes(query) ? 2 : -1), names);
  const found = hits.length > 0 ? hits : hitsOf((name) => slips(query, name), names);
  const lines = (mark: number) => columns.leaving(mark).length + columns.reaching(mark).length;
  return found
    .sort((a, b) => a.score - b.score || lines(b.mark) - lines(a.mark) || a.mark - b.mark)
    .slice(0, HITS)
    .map(({ mark }) => nodes[mark]!);
}

function hitsOf(score: (name: string) => number, names: Names): { mark: number; score: number }[] {
  return names.flatMap((name, mark) => {
    const found = score(name);
    return found < 0 ? [] : [{ mark, score: found }];
  });
}

/** How many letters differ where a word of a name is meant, -1 where none can be; the first or second letter is right. */
function slips(query: string, name: string): number {
  if (query.length < SHORTEST_WITH_SLIPS) return -1;
  for (const word of name.split(" ")) {
    if (!word.startsWith(query[0]!) && word[1] !== query[1]) continue;
    const count = slipsBetween(query, word.slice(0, query.length + 1));
    if (count <= 2) return 3 + count;
  }
  return -1;
}
