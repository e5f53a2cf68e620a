import assert from "node:assert/strict";
import { test } from "node:test";
import type { Node } from "../model.ts";
import { find, searchIndex, slipsBetween } from "./find.ts";

const named = (id: number, label: string, alias = ""): Node => ({
  id,
  iri: `n${id}`,
  label,
  kind: "Person",
  column: 0,
  subtitle: "",
  money_in: null,
  money_out: null,
  facts: alias === "" ? [] : [["Also written as", alias]],
  claims: [],
  grouped: false,
  x: 0,
  y: 0,
  height: 20,
  names: [label],
  notes: [],
  beside: false,
  money: false,
  incoming: [],
  outgoing: [],
  shown: true,
});
const INDEX = searchIndex([named(0, "Tamár Voss"), named(1, "Ada Quill", "A. Quill"), named(2, "Vera Tamm")]);
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
