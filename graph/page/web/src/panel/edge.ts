/** The panel of a selected edge: its amount, how sure it is, and its evidence. */

import { el, factRows, link, type Child } from "../dom.ts";
import { evidenceText, FAMILIES, familyOf, RESULTS, sentence } from "../families.ts";
import type { Edge } from "../model.ts";
import type { Page } from "../page.ts";
import { findingsPart } from "./findings.ts";
import { panelHead, partLink } from "./head.ts";
import { sum } from "./node.ts";
import { evidenceCards } from "./rows.ts";

export function edgePanel(edge: Edge, page: Page): Child[] {
  return [
    panelHead(page, FAMILIES.get(familyOf(edge))!.title, sentence(edge)),
    edge.amount === null ? null : el("section", { class: "sums" }, sum("Amount", edge.amount)),
    hedgesPart(edge),
    el("dl", { class: "facts" }, ...factRows(factsOf(edge, page))),
    el(
      "p",
      { class: "go" },
      link(edge.start.label, () => page.select(edge.start)),
      link(edge.end.label, () => page.select(edge.end)),
    ),
    partLink(edge, page),
    findingsPart(edge.findings, page),
    el("section", {}, el("h3", {}, evidenceTitle(edge)), ...evidenceCards(edge, page)),
  ];
}

const evidenceTitle = (edge: Edge): string =>
  edge.rows ? `Rows (${edge.rows.count.toLocaleString("en-US")})` : `Claims (${edge.claims.length})`;

const hedgesPart = (edge: Edge): HTMLElement | null =>
  edge.hedges.length === 0
    ? null
    : el(
        "p",
        { class: "chips" },
        el("span", { class: "quiet" }, "No source asserts this outright: "),
        ...edge.hedges.map((hedge) => el("span", { class: "chip hedge" }, hedge)),
      );

const factsOf = (edge: Edge, page: Page): [string, string][] => [
  ["Result", edge.result === "" ? "" : (RESULTS.get(edge.result)?.title ?? edge.result)],
  ["Contest", contestOf(edge, page)],
  ["Date", edge.date],
  ["Scope", edge.detail],
  ["How sure", edge.how_sure],
  ["Evidence", evidenceText(edge)],
];

function contestOf(edge: Edge, page: Page): string {
  const node = page.nodes.find(({ iri }) => iri === edge.contest);
  return node?.label ?? edge.contest ?? "";
}
