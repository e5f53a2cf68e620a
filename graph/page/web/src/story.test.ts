import assert from "node:assert/strict";
import { test } from "node:test";
import { fromHash, type Address } from "./address.ts";
import type { Story } from "./document.ts";
import { applyFilters, noFilters } from "./filters.ts";
import { edge, node, pageDocument } from "./made_up.ts";
import { readModel } from "./model.ts";
import { openedBy } from "./story.ts";

const STORY: Story = {
  title: "Harbour money",
  steps: [
    { title: "All", caption: "Everything.", view: "network", select: "", edges: [0, 1] },
    { title: "One", caption: "One gift.", view: "flow", select: "n1", edges: [1] },
  ],
};
const open = (hash: string, story?: Story): Address => openedBy(hash, fromHash(hash, ["network", "flow"]), story);
const stateOf = ({ view, select, filters }: Address) => [view, select, filters.step];

test("a story opens on its first step, and a link to a step on that step", () => {
  assert.deepEqual(stateOf(open("", STORY)), ["network", "", 1]);
  assert.deepEqual(stateOf(open("#step=2", STORY)), ["flow", "n1", 2]);
  assert.deepEqual(stateOf(open("#step=2&theme=dark", STORY)), ["flow", "n1", 2]);
});

test("what a reader changed within a step stays, and so does the whole picture", () => {
  assert.deepEqual(stateOf(open("#step=2&select=n0", STORY)), ["network", "n0", 2]);
  assert.deepEqual(stateOf(open("#step=0", STORY)), ["network", "", 0]);
  assert.deepEqual(stateOf(open("#step=9", STORY)), ["network", "", 9]);
  assert.deepEqual(stateOf(open("#select=n0", STORY)), ["network", "n0", null]);
  assert.deepEqual(stateOf(open("")), ["network", "", null]);
});

test("a step shows its edges and their ends; a step that is none shows everything", () => {
  const nodes = [node(0, "A", 0), node(1, "B", 1), node(2, "C", 2)];
  const model = readModel(pageDocument({ nodes, edges: [edge(0, 0, 1), edge(1, 1, 2)], story: STORY }));
  const shown = (step: number | null) => {
    applyFilters(model, { ...noFilters(), step });
    return [...model.edges, ...model.nodes].filter((mark) => mark.shown).map(({ iri }) => iri);
  };
  assert.deepEqual(shown(2), ["e1", "n1", "n2"]);
  for (const step of [null, 0, 1, 9]) assert.equal(shown(step).length, 5);
});
