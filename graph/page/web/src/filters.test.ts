import assert from "node:assert/strict";
import { test } from "node:test";
import { applyFilters, isWithin, noFilters, notOfficial, type Filters } from "./filters.ts";
import { amount, claim, edge, node, pageDocument } from "./made_up.ts";
import { readModel } from "./model.ts";

const MODEL = readModel(
  pageDocument({
    nodes: [
      node(0, "Quill", 0),
      node(1, "Fund", 1),
      node(2, "Voss", 2),
      node(3, "Alder County", 3, { states: ["Erewhon"] }),
      node(4, "Birch County", 3, { states: ["Utopia"] }),
    ],
    edges: [
      edge(0, 0, 1, { amount: amount(900), claims: ["said"], days: ["2030-01-01", "2030-12-31"] }),
      edge(1, 0, 2, { claims: ["passed on"], days: ["2032-03-01", "2034-03-01"] }),
      edge(2, 2, 3, { family: "candidacy", claims: ["said"] }),
      edge(3, 0, 4, { family: "support", claims: ["hinted"], hedges: ["alleged"] }),
      edge(4, 1, 2, { amount: amount(50) }),
    ],
    claims: [claim("said", ["asserted"]), claim("passed on", ["attributed"]), claim("hinted", ["alleged"])],
    rows: [
      { edge: "e4", dataset: "d", firmly: "filed", says: "", count: 2, files: [], first: [], rest: "" },
    ],
  }),
);

/** Numbers of the edges that filters leave. */
function left(change: Partial<Filters>): number[] {
  applyFilters(MODEL, { ...noFilters(), ...change });
  return MODEL.edges.filter((one) => one.shown).map((one) => one.id);
}
const without = (...off: string[]) => left({ off: new Set(off) });

test("without filters all is shown", () => assert.deepEqual(left({}), [0, 1, 2, 3, 4]));

test("each edge stands on one footing", () => {
  assert.deepEqual(
    MODEL.edges.map((one) => one.standing),
    ["asserted", "attributed", "asserted", "hedged", "official"],
  );
});

test("only what official filings say", () => {
  assert.deepEqual(without(...notOfficial(MODEL)), [4]);
});

test("an amount hides what is smaller, and nothing without an amount", () => {
  assert.deepEqual(left({ least: 100 }), [0, 1, 2, 3]);
});

test("a time hides what ended before and what began after, and nothing without a date", () => {
  assert.deepEqual(left({ from: "2031-01-01" }), [1, 2, 3, 4]);
  assert.deepEqual(left({ to: "2031-01-01" }), [0, 2, 3, 4]);
  assert.equal(isWithin([null, "2030-05-01"], "2030-05-01", ""), true);
});

test("an edge of several years stays while one of them is on", () => {
  assert.deepEqual(MODEL.edges[1]!.years, ["2032", "2033", "2034"]);
  assert.deepEqual(without("year/2032", "year/2033"), [0, 1, 2, 3, 4]);
  assert.deepEqual(without("year/2032", "year/2033", "year/2034"), [0, 2, 3, 4]);
});

test("a state hides what is in it, and the money of who stood there", () => {
  assert.deepEqual(without("state/Erewhon"), [0, 3]);
  assert.deepEqual(without("state/Utopia"), [0, 1, 2, 4]);
});

test("modality and source are those of the claims", () => {
  assert.deepEqual(without("modality/alleged"), [0, 1, 2, 4]);
  assert.deepEqual(without("source/d"), [0, 1, 2, 3]);
});

test("a node goes with its last line", () => {
  without("state/Utopia");
  assert.equal(MODEL.nodes[4]!.shown, false);
  assert.equal(MODEL.nodes[0]!.shown, true);
});
