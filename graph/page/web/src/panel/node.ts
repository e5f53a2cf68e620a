/** The panel of a selected node: its money, its facts, its edges, and every claim that names it. */

import type { Amount } from "../document.ts";
import { el, factRows, fill, folded, link, svg, type Child } from "../dom.ts";
import { evidenceCount, familyOf, relationText } from "../families.ts";
import type { Edge, Node } from "../model.ts";
import type { Page } from "../page.ts";
import { counted, joined } from "../words.ts";
import { claimCards } from "./claims.ts";
import { findingsPart } from "./findings.ts";
import { panelHead, partLink } from "./head.ts";
import { intervalBar } from "./interval.ts";
import { evidenceCards } from "./rows.ts";

export const MONEY_WARNING =
  "Contributions, transfers and spending are different things; they are never added into one total. " +
  "Money that passes through a committee is pooled: a path shows what is possible, not what was earmarked.";

/** So many lines of a mark are listed, the largest. */
const LISTED = 200;

const NOT_COUNTED =
  "Single gifts and spending only: stated totals, and money that another line tells too, are listed below and not added in.";

export function nodePanel(node: Node, page: Page): Child[] {
  const used = new Set([...node.incoming, ...node.outgoing].flatMap((edge) => edge.claims));
  return [
    panelHead(
      page,
      node.grouped ? `${node.kind} (group)` : node.kind,
      node.label,
      node.subtitle === "" ? null : el("p", { class: "quiet" }, node.subtitle),
    ),
    partLink(node, page),
    moneyPart(node),
    el("dl", { class: "facts" }, ...factRows(node.facts)),
    edgeList("Incoming", node.incoming, (edge) => edge.start, page),
    edgeList("Outgoing", node.outgoing, (edge) => edge.end, page),
    findingsPart(page.model.findingsOn([...new Set([...node.claims, ...used])]), page),
    otherClaims(
      node.claims.filter((key) => !used.has(key)),
      page,
    ),
  ];
}

function moneyPart(node: Node): HTMLElement | null {
  if (node.money_in === null && node.money_out === null) return null;
  const lines = [...node.incoming, ...node.outgoing];
  return el(
    "section",
    { class: "sums" },
    sum("Money in", node.money_in),
    sum("Money out", node.money_out),
    lines.some((edge) => edge.family === "money" && !edge.counted) ? el("p", { class: "warning" }, NOT_COUNTED) : null,
    el("p", { class: "warning" }, MONEY_WARNING),
  );
}

/** An amount with its name, in words and drawn. */
export const sum = (name: string, amount: Amount | null): HTMLElement | null =>
  amount === null
    ? null
    : el("div", { class: "sum" }, el("span", {}, name), el("strong", {}, amount.words), intervalBar(amount));

function edgeList(title: string, all: readonly Edge[], other: (edge: Edge) => Node, page: Page): HTMLElement | null {
  if (all.length === 0) return null;
  const list = all.filter((edge) => edge.shown).sort((a, b) => (b.size ?? -1) - (a.size ?? -1));
  const listed = list.slice(0, LISTED);
  const hidden = all.length - list.length;
  const largest = Math.max(0, ...list.map((edge) => edge.size ?? 0));
  const arrow = title === "Incoming" ? "←" : "→";
  return el(
    "section",
    {},
    el("h3", {}, `${title} (${list.length.toLocaleString("en-US")})`),
    ...listed.map((edge) => edgeItem(edge, arrow, other(edge), largest, page)),
    list.length > LISTED ? el("p", { class: "quiet" }, `… and ${counted(list.length - LISTED, "smaller line")}.`) : null,
    hidden > 0 ? el("p", { class: "quiet" }, `${hidden} hidden by filters.`) : null,
  );
}

/** An edge of a node, which opens to its claims. */
function edgeItem(edge: Edge, arrow: string, other: Node, largest: number, page: Page): HTMLElement {
  const summary = el(
    "summary",
    {},
    el("span", { class: `swatch ${familyOf(edge)}` }),
    el("span", { class: "who" }, `${arrow} ${other.label}`, el("small", {}, edgeNote(edge))),
    el("strong", { class: "amount" }, edge.amount?.short ?? ""),
    edge.size === null ? null : bar(edge, (100 * edge.size) / largest),
  );
  return folded({ class: "edge" }, summary, () => [
    el(
      "p",
      { class: "go" },
      link("Show this line", () => page.select(edge)),
      link(`Go to ${other.label}`, () => page.select(other)),
    ),
    ...evidenceCards(edge, page),
  ]);
}

const bar = (edge: Edge, percent: number): SVGSVGElement =>
  svg(
    "svg",
    { class: "bar", viewBox: "0 0 100 3", preserveAspectRatio: "none", "aria-hidden": "true" },
    svg("rect", { class: `fill ${familyOf(edge)}`, height: 3, width: percent }),
  );

/** Relation, date, firmness and number of claims in a line. */
function edgeNote(edge: Edge): string {
  const firmness = edge.firmness === "asserted" ? "" : edge.firmness;
  return joined([relationText(edge), edge.date, firmness, evidenceCount(edge)]);
}

function otherClaims(keys: readonly string[], page: Page): HTMLElement | null {
  if (keys.length === 0) return null;
  const denials = keys.filter((key) => page.claims.get(key)?.positive === false).length;
  const title = `Other claims that name it (${keys.length})${denials > 0 ? `, ${counted(denials, "denial")}` : ""}`;
  return folded({ class: "others" }, el("summary", {}, title), () => claimCards(keys, page));
}

/** Shows a panel. */
export function fillPanel(panel: HTMLElement, children: Child[]): void {
  fill(panel, ...children);
  requestAnimationFrame(() => (panel.scrollTop = 0)); // at once, it would cost a layout
}
