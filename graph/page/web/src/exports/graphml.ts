/** The shown marks as GraphML, which most programs for networks read. */

import { sentence } from "../families.ts";
import type { Edge, Node } from "../model.ts";
import { inParts } from "./parts.ts";
import { writable } from "./xml.ts";

type Value = string | number | boolean;
type Fields<Thing> = readonly (readonly [string, "string" | "int" | "double" | "boolean", (thing: Thing) => Value | null])[];

const OF_NODES: Fields<Node> = [
  ["iri", "string", (node) => node.iri],
  ["label", "string", (node) => node.label],
  ["kind", "string", (node) => node.kind],
  ["column", "int", (node) => node.column],
  ["subtitle", "string", (node) => node.subtitle],
  ["states", "string", (node) => node.states.join("; ")],
  ["grouped", "boolean", (node) => node.grouped],
];
const OF_EDGES: Fields<Edge> = [
  ["iri", "string", (edge) => edge.iri],
  ["sentence", "string", sentence],
  ["relation", "string", (edge) => edge.relation],
  ["family", "string", (edge) => edge.family],
  ["amount", "string", (edge) => edge.amount?.words ?? null],
  ["low", "double", (edge) => edge.amount?.low ?? null],
  ["high", "double", (edge) => edge.amount?.high ?? null],
  ["about", "double", (edge) => edge.amount?.about ?? null],
  ["standing", "string", (edge) => edge.standing],
  ["hedges", "string", (edge) => edge.hedges.join("; ")],
  ["result", "string", (edge) => edge.result],
  ["date", "string", (edge) => edge.date],
  ["claims", "string", (edge) => edge.claims.join("; ")],
  ["sources", "string", (edge) => [...edge.sources].join("; ")],
  ["origins", "int", (edge) => edge.origins],
];

/** The file in pieces. */
export async function graphmlParts(nodes: readonly Node[], edges: readonly Edge[]): Promise<string[]> {
  const head = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...keysOf("node", OF_NODES),
    ...keysOf("edge", OF_EDGES),
    '<graph edgedefault="directed">',
    "",
  ];
  return [
    head.join("\n"),
    ...(await inParts(nodes, (node) => `<node id="n${node.id}">${dataOf(node, "node", OF_NODES)}</node>\n`)),
    ...(await inParts(
      edges,
      (edge) => `<edge id="e${edge.id}" source="n${edge.from}" target="n${edge.to}">${dataOf(edge, "edge", OF_EDGES)}</edge>\n`,
    )),
    "</graph>\n</graphml>\n",
  ];
}

const keysOf = <Thing>(of: string, fields: Fields<Thing>): string[] =>
  fields.map(([name, type]) => `<key id="${of}-${name}" for="${of}" attr.name="${name}" attr.type="${type}"/>`);

const dataOf = <Thing>(thing: Thing, of: string, fields: Fields<Thing>): string =>
  fields
    .map(([name, , value]) => [name, value(thing)] as const)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `<data key="${of}-${name}">${escaped(String(value))}</data>`)
    .join("");

const escaped = (text: string): string =>
  writable(text)
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/\r/g, "&#13;");
