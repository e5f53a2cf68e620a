/** The shown marks with the claims, documents and findings behind them, without what is only for drawing. */

import type { EdgeMark, NodeMark } from "../document.ts";
import type { Page } from "../page.ts";
import { shownClaims } from "../shown.ts";

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

export function jsonText(page: Page): string {
  const { title, subtitle, documents, datasets } = page.document;
  const cards = shownClaims(page);
  const used = new Set(cards.map((claim) => claim.document));
  const data = {
    title,
    subtitle,
    nodes: page.visibleNodes().map((node) => pick(node, OF_NODES)),
    edges: page
      .visibleEdges()
      .map((edge) => ({ ...pick(edge, OF_EDGES), ...(edge.rows === null ? {} : { rows: edge.rows }) })),
    claims: cards,
    documents: documents.filter((source) => used.has(source.key)),
    findings: page.model.findingsOn(cards.map((claim) => claim.key)),
    ...(datasets.length > 0 ? { datasets } : {}),
  };
  return JSON.stringify(data, null, 1);
}

const pick = <Thing extends object>(thing: Thing, names: readonly (keyof Thing)[]): Record<string, unknown> =>
  Object.fromEntries(names.map((name) => [name, thing[name]]));
