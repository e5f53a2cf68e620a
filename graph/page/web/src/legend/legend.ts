/** The legend on the left: what the marks mean, how many are shown, and a box to hide them. */

import { el, fill } from "../dom.ts";
import { FAMILIES, familyOf, relationText, SIGNS } from "../families.ts";
import { isFiltered, notOfficial, OFFICIAL, sourceKey } from "../filters.ts";
import type { Edge, Node, Standing } from "../model.ts";
import type { Page } from "../page.ts";
import type { Group } from "../sieve.ts";
import { groupBy } from "../words.ts";
import { amountPart } from "./amounts.ts";
import { foldedPart, legendGroup, legendPart, legendRow, turn, type Controls, type Part } from "./row.ts";
import { edgeSample, nodeSample, strokeSample } from "./samples.ts";
import { timePart } from "./times.ts";

/** Fills the legend, and gives what brings it up to date with the filters. */
export function buildLegend(box: HTMLElement, page: Page, controls: Controls): () => void {
  const reset = el("button", { type: "button", id: "reset", on: { click: () => controls.reset() } }, "Reset filters");
  const parts = [
    legendPart("Who", whoRows(page, controls)),
    legendPart("Relationships", relationRows(page, controls)),
    legendPart("How firmly", [...standingRows(page, controls), officialRow(page, controls)]),
    amountPart(page, controls),
    timePart(page, controls),
    foldedPart("States", groupRows(page.model.sieve.groups("state"), controls)),
    foldedPart("Years", groupRows(page.model.sieve.groups("year"), controls)),
    foldedPart("How it is put", groupRows(page.model.sieve.groups("modality"), controls)),
    legendPart("Sources", sourceRows(page, controls)),
  ].filter((part) => part !== null);
  fill(
    box,
    el("div", { class: "legend-head" }, el("h2", {}, "Legend and filters"), reset),
    ...parts.map(({ element }) => element),
  );
  return () => {
    parts.forEach((part) => part.refresh());
    reset.disabled = !isFiltered(controls.filters);
  };
}

function whoRows(page: Page, controls: Controls): Part[] {
  const kinds = groupBy(page.model.sieve.groups("kind"), ({ example }) => String((example as Node).column));
  return page.document.columns.map(({ number, title }) => {
    const groups = kinds.get(String(number)) ?? [];
    const sample = () => nodeSample(groups[0]!.example as Node);
    const rows = groups.map((group) =>
      legendRow({ sample: nodeSample(group.example as Node), text: group.name, groups: [group], kind: "row sub" }, controls),
    );
    return legendGroup(title, legendRow({ sample: sample(), text: title, groups }, controls), rows);
  });
}

function relationRows(page: Page, controls: Controls): Part[] {
  const families = groupBy(page.model.sieve.groups("relation"), ({ example }) => familyOf(example as Edge));
  return [...FAMILIES].flatMap(([family, { title, note }]) => {
    const groups = families.get(family);
    if (groups === undefined) return [];
    const rows = groups.map((group) => {
      const example = group.example as Edge;
      const [sample, text] = [edgeSample(example, page.widths), relationText(example)];
      return legendRow({ sample, text, groups: [group], kind: "row sub" }, controls);
    });
    const sample = edgeSample(typical(groups.map(({ example }) => example as Edge)), page.widths);
    return [legendGroup(title, legendRow({ sample, text: title, note, groups }, controls), rows)];
  });
}

/** The edge whose stroke stands for a family: a won candidacy, and no hedged one where there is another. */
const typical = (family: readonly Edge[]): Edge =>
  family.find((edge) => edge.result === "won" && edge.hedges.length === 0) ??
  family.find((edge) => edge.hedges.length === 0) ??
  family[0]!;

const STANDINGS: readonly [Standing, string, string][] = [
  ["official", "In filings and counts", "Rows of official records: filings of money, counts of votes"],
  ["asserted", "Asserted", "At least one claim behind it is asserted by a source in its own voice"],
  ["attributed", "Attributed", "Every claim behind it is from someone its source names"],
  ["hedged", "Hedged", "Every claim behind it is reported, alleged, tentative, unofficial or the like"],
];

function standingRows(page: Page, controls: Controls): Part[] {
  const known = page.model.sieve.groups("standing");
  return STANDINGS.flatMap(([standing, text, note]) => {
    const groups = known.filter(({ name }) => name === standing);
    const sample = strokeSample({ family: "ink", sign: SIGNS[standing], end: "arrow" });
    return groups.length === 0 ? [] : [legendRow({ text, note, groups, sample }, controls)];
  });
}

/** A box that leaves only what official records say. */
function officialRow(page: Page, controls: Controls): Part {
  const others = notOfficial(page.model);
  const change = () => controls.change((filters) => turn(filters, others, !box.checked));
  const box = el("input", { type: "checkbox", id: "official", on: { change } });
  const isTold = page.model.sieve.groups("standing").some(({ key }) => key === OFFICIAL);
  box.disabled = !isTold;
  const note = isTold ? null : "Nothing in this picture comes from a filing or an official count";
  return {
    element: el("label", { class: "row", title: note }, box, el("span", { class: "name" }, "Only what official filings say")),
    refresh() {
      box.checked = isTold && others.length > 0 && others.every((key) => controls.filters.off.has(key));
    },
  };
}

/** A row for each group, in order of their names. */
const groupRows = (groups: readonly Group[], controls: Controls): Part[] =>
  groups
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map((group) => legendRow({ sample: null, text: group.name, groups: [group] }, controls));

function sourceRows(page: Page, controls: Controls): Part[] {
  const { documents, datasets } = page.document;
  const known = page.model.sieve.groups("source");
  const sources = [
    ...documents.map(({ key, title, publisher, date }) => ({ key, title, note: `${publisher}, ${date}` })),
    ...datasets.map(({ key, title, publisher }) => ({ key, title, note: publisher })),
  ];
  return sources.map(({ key, title, note }) =>
    legendRow(
      {
        keys: [sourceKey(key)],
        sample: null,
        text: `${key} ${title}`,
        note,
        groups: known.filter((group) => group.key === sourceKey(key)),
        kind: "row source",
      },
      controls,
    ),
  );
}
