/** The places of a map, with the contests that were decided there, as the filters leave them. */

import type { Area, Margin, MapPart } from "../../document.ts";
import { RESULTS } from "../../families.ts";
import type { Edge, Node } from "../../model.ts";
import { groupBy } from "../../words.ts";
import { moneyFinder, type MoneyHere, type MoneyKind } from "./money.ts";

/** A contest as a map shows it. */
export interface MapContest {
  node: Node;
  /** The edge from its place, which has the claims behind it. */
  edge: Edge;
  /** "2018", or "" for a contest without a date. */
  year: string;
  outcome: string;
  /** "won", "recalled", "result not stated". */
  outcomeTitle: string;
  /** "Nancy O'Malley won". */
  says: string;
  margins: Margin[];
  money: Map<MoneyKind, MoneyHere>;
}

/** A place with its contests, oldest first. `area` is null where it cannot be drawn. */
export interface MapPlace {
  node: Node;
  area: Area | null;
  contests: MapContest[];
}

/** All places of contests among some edges; those that can be drawn first, the larger ones before the smaller. */
export function placesOf(part: MapPart, edges: readonly Edge[]): MapPlace[] {
  const held = edges.filter((edge) => edge.family === "outcome" && edge.contest !== null);
  const margins = groupBy(part.margins, (margin) => margin.contest);
  const moneyIn = moneyFinder(edges);
  const areas = new Map(part.areas.map((area, rank) => [area.place, { area, rank }]));
  const places = [...groupBy(held, (edge) => edge.source).entries()].map(([iri, mine]) => ({
    node: mine[0]!.start,
    area: areas.get(iri)?.area ?? null,
    contests: mine.map((edge) => contestOf(edge, margins, moneyIn)).sort(byDate),
  }));
  const rank = (place: MapPlace) => areas.get(place.node.iri)?.rank ?? areas.size;
  return places.sort((one, other) => rank(one) - rank(other) || compare(one.node.iri, other.node.iri));
}

function contestOf(edge: Edge, margins: ReadonlyMap<string, Margin[]>, moneyIn: (contest: string) => Map<MoneyKind, MoneyHere>): MapContest {
  const outcome = RESULTS.has(edge.result) ? edge.result : "open";
  return {
    node: edge.end,
    edge,
    year: edge.date.slice(0, 4),
    outcome,
    outcomeTitle: RESULTS.get(outcome)!.title,
    says: edge.end.subtitle,
    margins: margins.get(edge.end.iri) ?? [],
    money: moneyIn(edge.end.iri),
  };
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
const byDate = (one: MapContest, other: MapContest): number =>
  compare(one.edge.date, other.edge.date) || compare(one.node.iri, other.node.iri);

/** "Alameda County" without what every county is called. */
export const shortName = (label: string): string =>
  label.replace(/ (?:County|Parish|Borough|counties|Judicial Circuit)\b.*$/, "");

/** ">24", "24", "5–7": a margin in a few characters, in points. */
export function marginInShort(margin: Margin): string {
  const { low, high } = margin;
  if (low !== null && high !== null) return low === high ? trimmed(low) : `${trimmed(low)}–${trimmed(high)}`;
  if (low !== null) return `${margin.low_open ? ">" : "≥"}${trimmed(low)}`;
  return high === null ? "" : `≤${trimmed(high)}`;
}

const trimmed = (figure: string): string => String(Number(Number(figure).toFixed(1)));
