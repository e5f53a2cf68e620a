/** The panel of something that happened and is no mark of its own: its time, its figures and its evidence. */

import type { Happening } from "../document.ts";
import { el, factRows, link, type Child } from "../dom.ts";
import { isEdge, type Mark } from "../model.ts";
import { sentence } from "../families.ts";
import type { Page } from "../page.ts";
import { dateText } from "../views/timeline/wording.ts";
import { claimCards } from "./claims.ts";
import { findingsPart } from "./findings.ts";
import { panelHead } from "./head.ts";

const KINDS: ReadonlyMap<string, string> = new Map([
  ["ad", "Advertisement"],
  ["count", "Count"],
  ["election", "Contest"],
  ["event", "Event"],
  ["gift", "Money"],
  ["office", "Recall, suspension or removal"],
  ["poll", "Poll"],
  ["spending", "Money"],
]);

export function happeningPanel(one: Happening, page: Page): Child[] {
  const marks = one.marks.flatMap((iri) => page.model.markOf(iri) ?? []);
  return [
    panelHead(page, KINDS.get(one.kind) ?? "Event", one.label),
    el(
      "dl",
      { class: "facts" },
      ...factRows([
        ["Date", dateText(one)],
        ["First told", one.told],
        ["Amount", one.amount?.words ?? ""],
        ["Figure", one.figure?.words ?? ""],
        ["Count", one.status],
      ]),
    ),
    el("p", { class: "go" }, ...marks.map((mark) => link(nameOf(mark), () => page.select(mark)))),
    findingsPart(page.model.findingsOn(one.claims), page),
    one.claims.length === 0
      ? el("p", { class: "quiet" }, "From rows of a dataset; the line they belong to has them.")
      : el("section", {}, el("h3", {}, `Claims (${one.claims.length})`), ...claimCards(one.claims, page)),
  ];
}

const nameOf = (mark: Mark): string => (isEdge(mark) ? sentence(mark) : mark.label);
