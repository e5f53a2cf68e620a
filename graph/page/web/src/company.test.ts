import assert from "node:assert/strict";
import { test } from "node:test";
import { company } from "./company.ts";
import { edge, node, pageDocument } from "./made_up.ts";
import { readModel } from "./model.ts";

const DOCUMENT = pageDocument({
  nodes: [
    ...["Quill", "Wharf"].map((label, id) => node(id, label, 0)),
    ...["Fund", "League", "Club"].map((label, id) => node(id + 2, label, 1)),
    ...["Voss", "Osei"].map((label, id) => node(id + 5, label, 2)),
  ],
  edges: [
    edge(0, 0, 2), // Quill to the Fund
    edge(1, 2, 3), // Fund to the League
    edge(2, 3, 5, { family: "opposition" }), // League against Voss
    edge(3, 1, 3), // Wharf to the League
    edge(4, 4, 6), // Club to Osei
    edge(5, 0, 4, { family: "tie" }), // Quill is of the Club
  ],
});

/** Numbers of the edges that stand out with a mark. */
const edgesWith = (iri: string, hidden: number[] = []): number[] => {
  const model = readModel(DOCUMENT);
  for (const id of hidden) model.edges[id]!.shown = false;
  return [...company(model.markOf(iri)!, model).edges].map((one) => one.id).sort();
};

test("money is traced to where it comes from and to where it goes, over committees", () => {
  assert.deepEqual(edgesWith("n2"), [0, 1, 2]);
  assert.deepEqual(edgesWith("n5"), [0, 1, 2, 3]);
});

test("a tie is a neighbour, and nothing is traced over it", () => assert.deepEqual(edgesWith("n0"), [0, 1, 2, 5]));

test("an edge is traced from both its ends", () => assert.deepEqual(edgesWith("e1"), [0, 1, 2]));

test("nothing is traced over what is hidden", () => assert.deepEqual(edgesWith("n5", [1]), [2, 3]));

test("money that goes round in a circle ends", () => {
  const model = readModel({ ...DOCUMENT, edges: [edge(0, 2, 3), edge(1, 3, 2)] });
  assert.equal(company(model.nodes[2]!, model).edges.size, 2);
});
