/** Made-up flows for tests. */

import fc from "fast-check";
import type { Amount } from "../../document.ts";
import type { Edge, Node } from "../../model.ts";

export const node = (id: number, column = 1): Node => ({
  id,
  iri: `n${id}`,
  label: `N${id}`,
  kind: "Committee",
  column,
  subtitle: "",
  money_in: null,
  money_out: null,
  facts: [],
  claims: [],
  grouped: false,
  x: 0,
  y: 0,
  height: 20,
  names: [],
  notes: [],
  beside: false,
  money: false,
  incoming: [],
  outgoing: [],
  shown: true,
});
export const amount = (low: number | null, high: number | null, about: number | null = null): Amount => ({
  low: low === null ? null : String(low),
  high: high === null ? null : String(high),
  low_open: high === null,
  high_open: false,
  about: about === null ? null : String(about),
  size: [about, low, high].find((figure) => figure !== null)?.toString() ?? null,
  words: "",
  short: "",
});
let made = 0;
export const edge = (start: Node, end: Node, relation: string, of: Amount | null, more: Partial<Edge> = {}): Edge => ({
  id: made++,
  from: start.id,
  to: end.id,
  iri: `e${made}`,
  source: start.iri,
  target: end.iri,
  relation,
  label: relation,
  family: "money",
  amount: of,
  hedges: [],
  result: "",
  contest: null,
  date: "",
  claims: [],
  origins: 1,
  detail: "",
  counted: true,
  how_sure: "",
  lane: [],
  start,
  end,
  size: null,
  grouped: false,
  rows: null,
  firmness: "",
  sources: new Set(),
  findings: [],
  strand: 0,
  shown: true,
  ...more,
});

const anyAmount = fc.oneof(
  fc.nat(1e6).map((low) => amount(low, low)),
  fc.tuple(fc.nat(1e6), fc.nat(1e6)).map(([low, more]) => amount(low, low + more)),
  fc.nat(1e6).map((low) => amount(low, null)),
  fc.nat(1e6).map((high) => amount(null, high)),
  fc.nat(1e6).map((about) => amount(null, null, about)),
  fc.constant(amount(null, null)),
);
const NODES = Array.from({ length: 7 }, (_, id) => node(id, id % 3));
const anyEdge = fc
  .record({
    start: fc.constantFrom(...NODES),
    end: fc.constantFrom(...NODES),
    relation: fc.constantFrom("gaveTo", "spentFor", "spentAgainst", "spentOn", "raisedFor", "unheardOf"),
    of: anyAmount,
    counted: fc.boolean(),
  })
  .filter(({ start, end }) => start !== end)
  .map(({ start, end, relation, of, counted }) => edge(start, end, relation, of, { counted }));
export const anyEdges = fc.array(anyEdge, { maxLength: 40 });
