import assert from "node:assert/strict";
import { test } from "node:test";
import { node, pageDocument } from "../made_up.ts";
import { readModel } from "../model.ts";
import { find, searchIndex, slipsBetween } from "./find.ts";

const document = pageDocument({
  nodes: [
    node(0, "Tamár Voss", 0),
    node(1, "Ada Quill", 0, { facts: [["Also written as", "A. Quill"]] }),
    node(2, "Vera Tamm", 0),
  ],
});
const INDEX = searchIndex(readModel(document).nodes);
const hits = (text: string) => find(text, INDEX).map((node) => node.label);

test("a name is found without its accents, and by a swapped letter", () => {
  assert.deepEqual(hits("tamar"), ["Tamár Voss"]);
  assert.deepEqual(hits("qiull"), ["Ada Quill"]);
});

test("a name that begins with the query comes before one that has it in a later word", () => {
  assert.deepEqual(hits("v"), ["Vera Tamm", "Tamár Voss"]);
});

test("facts are searched, and a blank finds nothing", () => {
  assert.deepEqual(hits("a. q"), ["Ada Quill"]);
  assert.deepEqual(hits("  "), []);
});

test("a swap is one slip, a missing letter another", () => {
  assert.equal(slipsBetween("abcd", "abdc"), 1);
  assert.equal(slipsBetween("abc", "abcd"), 1);
  assert.equal(slipsBetween("abc", "xyz"), 3);
});
