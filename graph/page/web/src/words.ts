/** Figures and counts for people. */

/** "1 claim", "2 claims" */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString("en-US")} ${count === 1 ? one : many}`;

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
