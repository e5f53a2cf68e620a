import assert from "node:assert/strict";
import { test } from "node:test";
import { fromHash, toHash, type Address } from "./address.ts";
import { noFilters } from "./filters.ts";

const VIEWS = ["network", "table"];
const FIRST: Address = { view: "network", select: "", theme: null, part: "", filters: noFilters() };

test("what is as it is at first leaves no trace in the address", () => {
  assert.equal(toHash(FIRST, "network"), "");
  assert.deepEqual(fromHash("", VIEWS), FIRST);
});

test("a state comes back out of its address", () => {
  const state: Address = {
    view: "table",
    select: "https://example.org/id/a&b=#c",
    theme: "dark",
    part: "",
    filters: { off: new Set(["kind/0/A & B", "source/1"]), least: 2500, from: "2018-01-01", to: "2024-11-05", step: 3 },
  };
  assert.deepEqual(fromHash(`#${toHash(state, "network")}`, VIEWS), state);
});

test("an address of another page does no harm", () => {
  assert.deepEqual(fromHash("#view=globe&theme=pink&least=x&from=then", VIEWS), FIRST);
});
