/** Money told of a contest, as intervals: what is sure, what is possible beyond, and what has no figure. */

import type { Edge } from "../../model.ts";

/** Money of one kind. Gifts and spending are never added: one may pay for the other. */
export interface MoneyHere {
  /** At least so many dollars. */
  low: number;
  /** At most so many; null when nothing bounds it. */
  high: number | null;
  /** Dollars of what is only "about", which bounds nothing. */
  about: number;
  /** Edges of money without a figure. */
  silent: number;
  edges: Edge[];
}

/** The kinds of money a contest can have, in the order they are drawn. */
export const MONEY_KINDS = ["gifts", "pooled", "spending"] as const;
export type MoneyKind = (typeof MONEY_KINDS)[number];

export const MONEY_TITLES: Readonly<Record<MoneyKind, string>> = {
  gifts: "Gifts",
  pooled: "Gifts to committees at work there (pooled)",
  spending: "Spending",
};

/** What a campaign raises for itself is no money from outside. */
const OWN = new Set(["raisedFor", "receivedFunds"]);
const GIFTS = new Set(["gaveTo", "funded", "transferredTo"]);
const WORKS = new Set(["support", "opposition"]);

/** The money from outside in a contest, by kind; kinds without any are left out. */
export function moneyOf(contest: string, edges: readonly Edge[]): Map<MoneyKind, MoneyHere> {
  const found = new Map<MoneyKind, MoneyHere>();
  const committees = committeesAt(contest, edges);
  for (const edge of edges) {
    const kind = kindOf(edge, contest, committees);
    if (kind !== null) found.set(kind, added(found.get(kind), edge));
  }
  return new Map(MONEY_KINDS.flatMap((kind) => (found.has(kind) ? [[kind, found.get(kind)!] as const] : [])));
}

/** Committees that work for or against somebody in a contest: what they get may be used there, or elsewhere. */
function committeesAt(contest: string, edges: readonly Edge[]): Set<string> {
  const working = edges.filter((edge) => edge.contest === contest && WORKS.has(edge.family));
  return new Set(working.map((edge) => edge.source));
}

function kindOf(edge: Edge, contest: string, committees: ReadonlySet<string>): MoneyKind | null {
  const isMoney = edge.family === "money" || (edge.amount !== null && WORKS.has(edge.family));
  if (!isMoney || !edge.counted || OWN.has(edge.relation)) return null;
  if (GIFTS.has(edge.relation) && committees.has(edge.target)) return "pooled";
  if (edge.contest !== contest && edge.target !== contest) return null;
  return GIFTS.has(edge.relation) ? "gifts" : "spending";
}

const NOTHING: MoneyHere = { low: 0, high: 0, about: 0, silent: 0, edges: [] };

function added(sum: MoneyHere = NOTHING, edge: Edge): MoneyHere {
  const { low = null, high = null, about = null } = edge.amount ?? {};
  const isSilent = low === null && high === null && about === null;
  return {
    low: sum.low + Number(low ?? 0),
    high: sum.high === null || high === null ? null : sum.high + Number(high),
    about: sum.about + Number(about ?? 0),
    silent: sum.silent + (isSilent ? 1 : 0),
    edges: [...sum.edges, edge],
  };
}
