/** Figures and counts for people. */

/** "12", "1,200" */
export const figure = (count: number): string => count.toLocaleString("en-US");

/** "1 claim", "2 claims" */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${figure(count)} ${count === 1 ? one : many}`;

const compact = new Intl.NumberFormat("en-US", {
  style: "currency",
  currency: "USD",
  notation: "compact",
  maximumSignificantDigits: 3,
});

/** Dollars in short, for axes and keys only: "$400k", "$1.5M". */
export const dollars = (figure: number): string => compact.format(figure).replace("K", "k");

const full = new Intl.NumberFormat("en-US", { style: "currency", currency: "USD" });

/** Dollars to the cent, for what has a figure and no words: "$15,300.25". */
export const dollarsInFull = (figure: number): string => full.format(figure).replace(/\.00$/, "");

/** Joins what is not empty. */
export const joined = (parts: readonly string[], by = " · "): string => parts.filter((part) => part !== "").join(by);

/** A text of at most so many characters, cut after a word where it can be, with "…" where it is cut. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, Math.max(1, most - 1));
  const word = cut.lastIndexOf(" ");
  return `${(word > most / 2 ? cut.slice(0, word) : cut).trimEnd()}…`;
}

/** Groups things by a key, in the order in which the keys first come. */
export function groupBy<Thing>(things: readonly Thing[], keyOf: (thing: Thing) => string): Map<string, Thing[]> {
  const groups = new Map<string, Thing[]>();
  for (const thing of things) {
    const key = keyOf(thing);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [thing]);
    else group.push(thing);
  }
  return groups;
}
