/** From the places of a page to the marks of a drawing: what is said beside each area, and to screen readers. */

import { counted, dollars, joined } from "../../words.ts";
import type { Bar, CalloutLine, MapMark } from "./marks.ts";
import { MONEY_TITLES, type MoneyHere, type MoneyKind } from "./money.ts";
import { marginInShort, shortName, type MapContest, type MapPlace } from "./places.ts";

/** In a line of a callout, where there is little room. */
const SHORT_TITLES: Readonly<Record<MoneyKind, string>> = { gifts: "gifts", pooled: "to committees", spending: "spending" };

/** The mark of a place that can be drawn; the look of its area is that of its last contest. */
export function markOf(place: MapPlace): MapMark {
  const area = place.area!;
  const [left, top, right, bottom] = area.box;
  return {
    key: place.node.iri,
    name: shortName(place.node.label),
    title: `${place.node.label}: ${place.contests.map(contestTitle).join("; ")}`,
    look: place.contests.at(-1)!.outcome,
    path: area.path,
    box: { left, top, right, bottom },
    anchor: { x: area.anchor[0], y: area.anchor[1] },
    state: area.state,
    lines: place.contests.flatMap(linesOf),
  };
}

function linesOf(contest: MapContest): CalloutLine[] {
  const key = contest.node.iri;
  const title = contestTitle(contest);
  const margin = contest.margins.length === 0 ? "" : `by ${marginInShort(contest.margins[0]!)} pts`;
  const ended = contest.outcome === "open" ? contest.outcomeTitle : lastNames(contest.says);
  const ending = joined([/\S*$/.exec(ended)![0], margin], " ");
  const first = { key, title, look: contest.outcome, bar: null, text: joined([contest.year, ended, margin], " "), ending };
  const money = [...contest.money].map(([kind, here]) => ({
    key,
    title,
    look: null,
    text: `${SHORT_TITLES[kind]} ${moneyInShort(here)}`,
    ending: moneyInShort(here),
    bar: barOf(here),
  }));
  return [first, ...money];
}

/** "Nancy O'Malley won" needs the family name alone beside a map; what is longer than a name stays whole. */
const lastNames = (says: string): string =>
  says.replace(/(^| and )(?:\p{Lu}[\p{L}.'’-]* )+(?=\p{Lu}[\p{L}'’-]* )/gu, "$1");

const barOf = ({ low, high, about, silent }: MoneyHere): Bar => ({
  low,
  high: silent > 0 ? null : about > 0 ? low + about : high,
  about,
});

/** ">$1.5M", "~$400k", "no figure" */
export function moneyInShort({ low, high, about, silent }: MoneyHere): string {
  const sure = low === 0 ? "" : `${high === low ? "" : "≥"}${dollars(low)}`;
  const rough = about === 0 ? "" : `~${dollars(about)}`;
  const none = silent === 0 ? "" : sure === "" && rough === "" ? "no figure" : `+ ${silent} without figure`;
  return joined([sure, rough, none], " ");
}

/** A contest in a sentence. */
export function contestTitle(contest: MapContest): string {
  const margin = contest.margins.map(({ text, why }) => `margin ${text}, ${why}`).join("; ");
  const money = [...contest.money].map(
    ([kind, here]) => `${MONEY_TITLES[kind]} ${moneyInShort(here)} in ${counted(here.edges.length, "line")}`,
  );
  return joined([contest.node.label, contest.says, margin, ...money], ", ");
}
