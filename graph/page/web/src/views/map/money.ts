/** Money told of a contest, as intervals: what is sure, what is possible beyond, and what has no figure. */

import type { Edge } from "../../model.ts";
import { groupBy } from "../../words.ts";

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

/** Looks up the money from outside in a contest, by kind; kinds without any are left out. */
export function moneyFinder(edges: readonly Edge[]): (contest: string) => Map<MoneyKind, MoneyHere> {
  const money = edges.filter(isFromOutside);
  const gifts = groupBy(money.filter((edge) => GIFTS.has(edge.relation)), (edge) => edge.target);
  const named = groupBy(money, (edge) => edge.contest ?? edge.target);
  const working = groupBy(edges.filter((edge) => WORKS.has(edge.family)), (edge) => edge.contest ?? "");
  return (contest) => {
    // Committees that work for or against somebody in a contest: what they get may be used there, or elsewhere.
    const committees = new Set((working.get(contest) ?? []).map((edge) => edge.source));
    const pooled = [...committees].flatMap((committee) => gifts.get(committee) ?? []);
    const others = (named.get(contest) ?? []).filter((edge) => !pooled.includes(edge));
    const [given, spent] = [true, false].map((isGift) => others.filter((edge) => GIFTS.has(edge.relation) === isGift));
    return new Map(kindsOf({ gifts: given!, pooled, spending: spent! }));
  };
}

const kindsOf = (found: Record<MoneyKind, Edge[]>): [MoneyKind, MoneyHere][] =>
  MONEY_KINDS.filter((kind) => found[kind].length > 0).map((kind) => [kind, found[kind].reduce(added, NOTHING)]);

function isFromOutside(edge: Edge): boolean {
  const isMoney = edge.family === "money" || (edge.amount !== null && WORKS.has(edge.family));
  return isMoney && edge.counted && !OWN.has(edge.relation);
}

const NOTHING: MoneyHere = { low: 0, high: 0, about: 0, silent: 0, edges: [] };

function added(sum: MoneyHere, edge: Edge): MoneyHere {
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
