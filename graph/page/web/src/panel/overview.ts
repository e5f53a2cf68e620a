/** The panel when nothing is selected. */

import type { ClaimCard, DatasetCard, DocumentCard } from "../document.ts";
import { el, factRows, type Child } from "../dom.ts";
import { familyOf, sentence } from "../families.ts";
import { HOW_TO_READ } from "../help.ts";
import type { Edge, Node } from "../model.ts";
import type { Page } from "../page.ts";
import { sumOf, type Group } from "../sieve.ts";
import { sourceKey } from "../filters.ts";
import { counted, figure, joined } from "../words.ts";
import { sourceLink } from "./citation.ts";
import { findingCard } from "./findings.ts";
import { MONEY_WARNING } from "./node.ts";
import { claimsOf, shownClaims } from "../shown.ts";

const LARGEST = 8;

export function overview(page: Page): Child[] {
  const { documents, datasets } = page.document;
  const drawn = drawnClaims(page);
  return [
    el(
      "header",
      { class: "panel-head" },
      el("h2", {}, "Overview"),
      el(
        "p",
        { class: "quiet" },
        "Who gave to whom, who spent for or against whom, and how it was decided, as the sources say it. Every line opens its evidence.",
      ),
    ),
    el(
      "dl",
      { class: "figures" },
      ...figures(page, drawn).flatMap(([name, text]) => [el("dt", {}, name), el("dd", {}, text)]),
    ),
    gravest(page),
    largestSums(page),
    el(
      "section",
      {},
      el("h3", {}, "Sources"),
      el("p", { class: "quiet" }, "Documents of one origin are one witness."),
      ...documents.map((source) => sourceItem(source, drawn)),
      ...datasets.map((dataset) => datasetItem(dataset, page)),
    ),
    el(
      "section",
      {},
      el("h3", {}, "How to read"),
      el("ul", { class: "how" }, ...HOW_TO_READ.map((line) => el("li", {}, line))),
    ),
  ];
}

function figures(page: Page, drawn: readonly ClaimCard[]): [string, string][] {
  const { columns, documents, datasets } = page.document;
  const { sieve } = page.model;
  const part = (shown: number, all: number) => (shown === all ? "" : `${figure(shown)} of `) + figure(all);
  const ofColumn = (number: number) => sieve.groups("kind").filter(({ example }) => (example as Node).column === number);
  const count = (groups: readonly Group[]) => part(sumOf(groups, "shown"), sumOf(groups, "all"));
  return [
    ...columns.map(({ number, title }): [string, string] => [title, count(ofColumn(number))]),
    ["Relationships", part(sieve.shownEdges, page.edges.length)],
    ["Claims", part(shownClaims(page).length, drawn.length)],
    ["Documents", String(documents.length)],
    ...(datasets.length > 0 ? [["Datasets", String(datasets.length)] as [string, string]] : []),
    ["Independent origins", String(new Set(documents.map((source) => source.origin)).size)],
  ];
}

/** The claims behind the marks; those of findings may be others. */
const drawnClaims = (page: Page): ClaimCard[] => claimsOf(page, () => true);

/** What the sources say that cannot all be so, and how many lesser findings there are. */
function gravest(page: Page): HTMLElement | null {
  const alarms = page.findings.filter((finding) => finding.gravity === "alarm");
  const others = page.findings.length - alarms.length;
  if (page.findings.length === 0) return null;
  return el(
    "section",
    { class: "findings" },
    el("h3", {}, `Where sources clash (${alarms.length})`),
    ...alarms.map((finding) => findingCard(finding, page)),
    el("p", { class: "quiet" }, `${counted(others, "other finding")} with the lines and names they concern.`),
  );
}

/** The largest sums, one by one; they are not added up. */
function largestSums(page: Page): HTMLElement | null {
  const sums = page.model.sieve.largest(LARGEST);
  if (sums.length === 0) return null;
  return el(
    "section",
    {},
    el("h3", {}, "Largest sums"),
    ...sums.map((edge) => sumRow(edge, page)),
    el("p", { class: "warning" }, MONEY_WARNING),
  );
}

const sumRow = (edge: Edge, page: Page): HTMLElement =>
  el(
    "button",
    { type: "button", class: "sum-row", on: { click: () => page.select(edge) } },
    el("span", { class: `swatch ${familyOf(edge)}` }),
    el("span", { class: "who" }, sentence(edge), el("small", {}, sumNote(edge))),
  );

/** What there is to say of a sum besides who and whom: how firmly, since when, and what it is part of. */
const sumNote = (edge: Edge): string => joined([edge.amount?.words ?? "", ...edge.hedges, edge.detail]);

function sourceItem(source: DocumentCard, drawn: readonly ClaimCard[]): HTMLElement {
  const said = drawn.filter((claim) => claim.document === source.key).length;
  return foldedFacts(source, `${source.date} · origin ${source.origin} · ${counted(said, "claim")}`, [
    ["Publisher", source.publisher],
    ["Date", source.date],
    ["Origin", source.origin],
    ["SHA-256", source.digest],
    ["Id", source.iri],
  ], source.address);
}

/** A dataset, with what of it is drawn. */
function datasetItem(dataset: DatasetCard, page: Page): HTMLElement {
  const drawn = sumOf(page.model.sieve.groups("source").filter(({ key }) => key === sourceKey(dataset.key)), "all");
  return foldedFacts(dataset, `dataset · ${counted(drawn, "relationship")} drawn`, [
    ["Publisher", dataset.publisher],
    ["Licence", dataset.licence],
    ["Id", dataset.iri],
  ], dataset.address);
}

/** A source by key and title, with a note; its facts fold out. */
const foldedFacts = (
  { key, title }: { key: string; title: string },
  note: string,
  facts: [string, string][],
  address: string,
): HTMLElement =>
  el(
    "details",
    { class: "edge" },
    el("summary", {}, el("span", { class: "who" }, `${key} ${title}`, el("small", {}, note))),
    el(
      "div",
      { class: "inside" },
      el("dl", { class: "facts" }, ...factRows(facts)),
      address === "" ? null : el("p", {}, sourceLink(address, address)),
    ),
  );
