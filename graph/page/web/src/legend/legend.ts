/** The legend on the left: what the marks mean, how many are shown, and a box to hide them. */

import { el, fill } from "../dom.ts";
import { FAMILIES, familyOf, relationText } from "../families.ts";
import { firmnessKey, isFiltered, kindKey, relationKey, sourceKey } from "../filters.ts";
import type { Edge } from "../model.ts";
import type { Page } from "../page.ts";
import { groupBy } from "../words.ts";
import { amountPart } from "./amounts.ts";
import { legendGroup, legendPart, legendRow, type Controls, type Part } from "./row.ts";
import { edgeSample, nodeSample, strokeSample } from "./samples.ts";

/** Fills the legend, and gives what brings it up to date with the filters. */
export function buildLegend(box: HTMLElement, page: Page, controls: Controls): () => void {
  const reset = el("button", { type: "button", id: "reset", on: { click: () => controls.reset() } }, "Reset filters");
  const parts = [
    legendPart("Who", whoRows(page, controls)),
    legendPart("Relationships", relationRows(page, controls)),
    legendPart("How firmly", firmnessRows(page, controls)),
    amountPart(page, controls),
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

function firmnessRows(page: Page, controls: Controls): Part[] {
  const asserted = page.document.rows.length > 0 ? "Asserted, attributed, filed or counted" : "Asserted or attributed";
  const notes = {
    asserted:
      "At least one claim behind it is asserted by a source, or attributed to someone it names; rows are filed or counted",
    hedged: "Every claim behind it is reported, alleged, tentative, unofficial or the like",
  };
  const row = (key: string, text: string, note: string, hedged: boolean) =>
    legendRow(
      {
        keys: [key],
        text,
        note,
        things: page.edges.filter((edge) => firmnessKey(edge) === key),
        sample: strokeSample({ family: "ink", hedged, end: "arrow" }),
      },
      controls,
    );
  return [
    row("firmness/asserted", asserted, notes.asserted, false),
    row("firmness/hedged", "Hedged", notes.hedged, true),
  ];
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
