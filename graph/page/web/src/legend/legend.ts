/** The legend on the left: what the marks mean, how many are shown, and a box to hide them. */

import { el, fill } from "../dom.ts";
import { FAMILIES, familyOf, relationText, SIGNS } from "../families.ts";
import { isFiltered, kindKey, modalityKey, notOfficial, relationKey, sourceKey, standingKey, stateKey, yearKey } from "../filters.ts";
import type { Edge, Standing } from "../model.ts";
import type { Page } from "../page.ts";
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
    foldedPart("States", groupRows(page, controls, (edge) => edge.states, stateKey)),
    foldedPart("Years", groupRows(page, controls, (edge) => edge.years, yearKey)),
    foldedPart("How it is put", groupRows(page, controls, (edge) => edge.modalities, modalityKey)),
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
  return page.document.columns.map(({ number, title }) => {
    const members = page.nodes.filter((node) => node.column === number);
    const kinds = [...groupBy(members, kindKey)];
    const rows = kinds.map(([key, things]) =>
      legendRow(
        { keys: [key], sample: nodeSample(things[0]!), text: things[0]!.kind, things, kind: "row sub" },
        controls,
      ),
    );
    const keys = kinds.map(([key]) => key);
    const whole = legendRow({ keys, sample: nodeSample(members[0]!), text: title, things: members }, controls);
    return legendGroup(title, whole, rows);
  });
}

function relationRows(page: Page, controls: Controls): Part[] {
  const families = groupBy(page.edges, familyOf);
  return [...FAMILIES].flatMap(([family, { title, note }]) => {
    const things = families.get(family);
    if (things === undefined) return [];
    const relations = [...groupBy(things, relationKey)];
    const rows = relations.map(([key, some]) =>
      legendRow(
        { keys: [key], sample: edgeSample(some[0]!, page.widths), text: relationText(some[0]!), things: some, kind: "row sub" },
        controls,
      ),
    );
    const keys = relations.map(([key]) => key);
    const sample = edgeSample(typical(things), page.widths);
    return [legendGroup(title, legendRow({ keys, sample, text: title, note, things }, controls), rows)];
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
  const groups = groupBy(page.edges, standingKey);
  return STANDINGS.flatMap(([standing, text, note]) => {
    const key = `standing/${standing}`;
    const things = groups.get(key) ?? [];
    const sample = strokeSample({ family: "ink", sign: SIGNS[standing], end: "arrow" });
    return things.length === 0 ? [] : [legendRow({ keys: [key], text, note, things, sample }, controls)];
  });
}

/** A box that leaves only what official records say. */
function officialRow(page: Page, controls: Controls): Part {
  const others = notOfficial(page.edges);
  const change = () => controls.change((filters) => turn(filters, others, !box.checked));
  const box = el("input", { type: "checkbox", id: "official", on: { change } });
  const isTold = page.edges.some((edge) => edge.standing === "official");
  box.disabled = !isTold;
  const note = isTold ? null : "Nothing in this picture comes from a filing or an official count";
  return {
    element: el("label", { class: "row", title: note }, box, el("span", { class: "name" }, "Only what official filings say")),
    refresh() {
      box.checked = isTold && others.length > 0 && others.every((key) => controls.filters.off.has(key));
    },
  };
}

/** A row for each of the groups that edges are in, in order of their names. */
function groupRows(page: Page, controls: Controls, groupsOf: (edge: Edge) => Iterable<string>, keyOf: (name: string) => string) {
  const names = [...new Set(page.edges.flatMap((edge) => [...groupsOf(edge)]))].sort();
  return names.map((name) => {
    const things = page.edges.filter((edge) => [...groupsOf(edge)].includes(name));
    return legendRow({ keys: [keyOf(name)], sample: null, text: name, things }, controls);
  });
}

function sourceRows(page: Page, controls: Controls): Part[] {
  const { documents, datasets } = page.document;
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
        things: page.edges.filter((edge) => edge.sources.has(key)),
        kind: "row source",
      },
      controls,
    ),
  );
}
