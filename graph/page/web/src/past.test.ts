import assert from "node:assert/strict";
import { test } from "node:test";
import { makePast } from "./past.ts";

test("steps are undone and done again in order", () => {
  const past = makePast("a");
  past.push("b");
  past.push("c");
  assert.deepEqual([past.undo(), past.undo(), past.undo()], ["b", "a", null]);
  assert.deepEqual([past.redo(), past.redo(), past.redo()], ["b", "c", null]);
});

test("a new step forgets what was undone, and the same state is no step", () => {
  const past = makePast("a");
  past.push("b");
  past.undo();
  past.push("c");
  past.push("c");
  assert.equal(past.canRedo(), false);
  assert.equal(past.undo(), "a");
});
