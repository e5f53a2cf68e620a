/** The shown marks with the claims, documents and findings behind them, without what is only for drawing. */

import type { EdgeMark, NodeMark } from "../document.ts";
import type { Edge } from "../model.ts";
import type { Page } from "../page.ts";
import { shownClaims } from "../shown.ts";
import { inParts } from "./parts.ts";

const OF_NODES = [
  "iri",
  "label",
  "kind",
  "column",
  "subtitle",
  "money_in",
  "money_out",
  "facts",
  "claims",
  "grouped",
  "states",
] as const satisfies readonly (keyof NodeMark)[];

const OF_EDGES = [
  "iri",
  "source",
  "target",
  "relation",
  "label",
  "family",
  "amount",
  "hedges",
  "result",
  "contest",
  "date",
  "claims",
  "origins",
  "detail",
  "counted",
  "how_sure",
  "denied",
] as const satisfies readonly (keyof EdgeMark)[];

/** The file in pieces: of each list, one mark or card a line. */
export async function jsonParts(page: Page): Promise<string[]> {
  const { title, subtitle, documents, datasets } = page.document;
  const cards = shownClaims(page);
  const used = new Set(cards.map((claim) => claim.document));
  const nodes = await inParts(page.visibleNodes(), (node) => `${JSON.stringify(pick(node, OF_NODES))},\n`);
  const edges = await inParts(page.visibleEdges(), (edge) => `${JSON.stringify(withRows(edge))},\n`);
  const rest = {
    claims: cards,
    documents: documents.filter((source) => used.has(source.key)),
    findings: page.model.findingsOn(cards.map((claim) => claim.key)),
    ...(datasets.length > 0 ? { datasets } : {}),
  };
  const head = JSON.stringify({ title, subtitle }).slice(0, -1);
  return [head, ',\n"nodes": [\n', ...closed(nodes), '],\n"edges": [\n', ...closed(edges), "],\n", JSON.stringify(rest).slice(1)];
}

const withRows = (edge: Edge): object => ({ ...pick(edge, OF_EDGES), ...(edge.rows === null ? {} : { rows: edge.rows }) });

/** Parts of a list without the comma after its last entry. */
const closed = (parts: readonly string[]): string[] =>
  parts.map((part, place) => (place === parts.length - 1 ? part.replace(/,\n$/, "\n") : part));

const pick = <Thing extends object>(thing: Thing, names: readonly (keyof Thing)[]): Record<string, unknown> =>
  Object.fromEntries(names.map((name) => [name, thing[name]]));
