/** Findings: what general rules say of the claims behind a mark. */

import type { FindingCard } from "../document.ts";
import { el, factRows, folded } from "../dom.ts";
import type { Page } from "../page.ts";
import { claimCards } from "./claims.ts";

/** Findings as a part of the panel: alarms and doubts as cards, what fits folded away. */
export function findingsPart(list: readonly FindingCard[], page: Page): HTMLElement | null {
  if (list.length === 0) return null;
  const open = list.filter((finding) => finding.gravity !== "agreement");
  const fits = list.filter((finding) => finding.gravity === "agreement");
  const summary = fits.length === 1 ? "1 check that fits" : `${fits.length} checks that fit`;
  return el(
    "section",
    { class: "findings" },
    el("h3", {}, `Findings (${list.length})`),
    ...open.map((finding) => findingCard(finding, page)),
    fits.length === 0
      ? null
      : el("details", {}, el("summary", {}, summary), ...fits.map((finding) => findingCard(finding, page))),
  );
}

export function findingCard(finding: FindingCard, page: Page): HTMLElement {
  return el(
    "article",
    { class: `card finding ${finding.gravity}` },
    el("p", { class: "chips" }, el("span", { class: `chip ${finding.gravity}` }, finding.kind_label)),
    el("p", { class: "gloss" }, finding.says),
    finding.computation === "" ? null : el("p", { class: "computation" }, finding.computation),
    el(
      "dl",
      { class: "facts" },
      ...factRows([
        ["Record", finding.verdict],
        ["Rests on", finding.premises.join(", ")],
        ["In the graph", finding.handling],
        ["Rule", `${finding.rule} ${finding.rule_title}, confidence ${finding.confidence}`],
      ]),
    ),
    folded({}, el("summary", {}, `Its claims: ${finding.claims.join(", ")}`), () => claimCards(finding.claims, page)),
  );
}
