import assert from "node:assert/strict";
import { test } from "node:test";
import { besideInset, fitted, fitting, LINE, nearPlaces, overlap } from "./callouts.ts";
import type { Frame } from "./frames.ts";
import type { CalloutLine, MapMark } from "./marks.ts";

const line: CalloutLine = { key: "k", text: "2018", ending: "2018", title: "2018", look: "won", bar: null };
const mark = (x: number, y: number, lines = 2): MapMark => ({
  key: `${x} ${y}`,
  name: "A",
  title: "A",
  look: "won",
  path: "",
  state: "S",
  anchor: { x, y },
  box: { left: x - 5, top: y - 5, right: x + 5, bottom: y + 5 },
  lines: Array.from({ length: lines }, () => line),
});
const frame: Frame = {
  letter: "",
  sheet: { left: 0, top: 0, right: 800, bottom: 600 },
  screen: { left: 0, top: 0, right: 800, bottom: 600 },
  callouts: { left: 800, top: 0, right: 1000, bottom: 300 },
  spots: [],
};

test("texts near places lie over no other, nor over what is taken", () => {
  const marks = [mark(100, 100), mark(110, 105), mark(120, 95), mark(700, 500)];
  const taken = [{ left: 140, top: 60, right: 220, bottom: 75 }];
  const found = nearPlaces(frame, marks, taken);
  assert.equal(found.length, 2, "what has no room is left out");
  found.forEach((one, place) => {
    assert.ok(!overlap(one.box, taken[0]!));
    for (const other of found.slice(0, place)) assert.ok(!overlap(one.box, other.box));
  });
});

test("texts beside an inset stand in the order of their places, one below the other", () => {
  const found = besideInset(frame, [mark(10, 300), mark(10, 100), mark(10, 200)]);
  assert.deepEqual(
    found.map((one) => one.anchor.y),
    [100, 200, 300],
  );
  found.slice(1).forEach((one, place) => assert.ok(one.box.top >= found[place]!.box.bottom));
});

test("where there is no room the longest text gives up its lines first, and no name is lost", () => {
  assert.deepEqual(fitting([1, 4, 2], 1000), [1, 4, 2]);
  const lines = fitting([1, 4, 2], 3 * 20 + 4 * LINE);
  assert.equal(lines.length, 3);
  assert.ok(Math.max(...lines) <= 2);
  assert.deepEqual(fitting([3, 3], 10), [0, 0]);
});

test("a text that is cut says so", () => {
  assert.equal(fitted("Alameda", 100, 11.5), "Alameda");
  assert.equal(fitted("Prosecutor of Macomb County", 100, 11.5), "Prosecutor of…");
});

test("a text keeps its ending where there is room for it", () => {
  const text = "2018 Stephan (implicature) won by >24 pts";
  assert.equal(fitted(text, 400, 11.5, "won by >24 pts"), text);
  assert.equal(fitted(text, 182, 11.5, "won by >24 pts"), "2018 Stephan… won by >24 pts");
  assert.equal(fitted(text, 100, 11.5, "won by >24 pts"), "2018 Stephan…");
});
