import assert from "node:assert/strict";
import { test } from "node:test";
import type { Amount } from "../../document.ts";
import type { Edge } from "../../model.ts";
import { moneyInShort } from "./fromPage.ts";
import { moneyFinder } from "./money.ts";

const amount = (low: string | null, high: string | null = null, about: string | null = null): Amount => ({
  low,
  high,
  about,
  low_open: false,
  high_open: false,
  size: low ?? about,
  words: "",
  short: "",
});
const edge = (settings: Partial<Edge>): Edge =>
  ({ family: "money", relation: "spentOn", contest: "c", counted: true, amount: null, source: "a", target: "b", ...settings }) as Edge;

test("gifts and spending are never added, nor what is not counted, nor what a campaign raises", () => {
  const found = moneyFinder([
    edge({ relation: "gaveTo", amount: amount("5", "5") }),
    edge({ amount: amount("7", "9") }),
    edge({ amount: amount("100"), counted: false }),
    edge({ relation: "raisedFor", amount: amount("100") }),
    edge({ contest: "another", amount: amount("100") }),
  ])("c");
  assert.deepEqual(
    [...found].map(([kind, { low, high }]) => [kind, low, high]),
    [
      ["gifts", 5, 5],
      ["spending", 7, 9],
    ],
  );
});

test("bounds add up; without one upper bound there is none; an about bounds nothing; none is left out unsaid", () => {
  const sum = moneyFinder([
    edge({ amount: amount("5", "5") }),
    edge({ amount: amount("7") }),
    edge({ amount: amount(null, null, "3") }),
    edge({ amount: null }),
  ])("c").get("spending")!;
  assert.deepEqual([sum.low, sum.high, sum.about, sum.silent, sum.edges.length], [12, null, 3, 1, 4]);
  assert.equal(moneyInShort(sum), "≥$12 ~$3 + 1 without figure");
});

test("what a committee gets that works in a contest is pooled, whatever contest the gift names", () => {
  const found = moneyFinder([
    edge({ family: "support", relation: "workedFor", source: "committee" }),
    edge({ relation: "gaveTo", target: "committee", contest: null, amount: amount("650000") }),
  ])("c");
  assert.deepEqual([...found.keys()], ["pooled"]);
});
