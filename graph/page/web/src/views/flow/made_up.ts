/** Made-up flows for tests. */

import fc from "fast-check";
import type { Amount, NodeMark } from "../../document.ts";
import { edge as edgeMark, node as nodeMark, pageDocument } from "../../made_up.ts";
import { readModel, type Edge } from "../../model.ts";

/** An amount between two figures, or about one. */
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

/** Money from one node to another, each a number, as the page has it. */
export interface Money {
  start: number;
  end: number;
  relation: string;
  of: Amount;
  counted?: boolean;
  dataset?: string;
}

/** The edges of some money; nodes are called N0, N1, ... and stand in the columns that are given. */
export function edgesOf(money: readonly Money[], columns: readonly number[]): Edge[] {
  const nodes = columns.map((column, id): NodeMark => nodeMark(id, `N${id}`, column));
  const edges = money.map(({ start, end, relation, of, counted = true }, id) =>
    edgeMark(id, start, end, { relation, amount: of, counted }),
  );
  const rows = money.flatMap(({ dataset }, id) => (dataset === undefined ? [] : [rowsOf(`e${id}`, dataset)]));
  return readModel(pageDocument({ nodes, edges, rows })).edges;
}

const rowsOf = (edge: string, dataset: string) => ({ edge, dataset, firmly: "", says: "", count: 1, files: [], first: [], rest: "" });

const anyAmount = fc.oneof(
  fc.nat(1e6).map((low) => amount(low, low)),
  fc.tuple(fc.nat(1e6), fc.nat(1e6)).map(([low, more]) => amount(low, low + more)),
  fc.nat(1e6).map((low) => amount(low, null)),
  fc.nat(1e6).map((high) => amount(null, high)),
  fc.nat(1e6).map((about) => amount(null, null, about)),
  fc.constant(amount(null, null)),
);
const COLUMNS = [0, 1, 2, 0, 1, 2, 0];
const anyNode = fc.nat(COLUMNS.length - 1);
const anyMoney = fc
  .record({
    start: anyNode,
    end: anyNode,
    relation: fc.constantFrom("gaveTo", "gaveTo", "gaveTo", "spentFor", "spentAgainst", "spentOn", "raisedFor", "unheardOf"),
    of: anyAmount,
    counted: fc.boolean(),
  })
  .filter(({ start, end }) => start !== end);

export const anyEdges = fc.array(anyMoney, { maxLength: 40, size: "max" }).map((money) => edgesOf(money, COLUMNS));
