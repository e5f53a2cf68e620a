import assert from "node:assert/strict";
import { test } from "node:test";
import { namesLike } from "./find.ts";
import { columnsOf } from "./packed.ts";
import { sumOf } from "./part.ts";
import { lines, placed, type Unplaced } from "./placing.ts";
import { iriOf, linesOf } from "./whole.ts";
import { fitting, panned, toPicture, toScreen, zoomed } from "../views/everything/camera.ts";
import { nearestLine } from "../views/everything/courses.ts";
import { makeGrid, markAt } from "../views/everything/grid.ts";

const EXACT = { low: "1", high: "1", low_open: false, high_open: false, about: null, size: "1", words: "", short: "" };

test("columns are read where they stand", () => {
  const buffer = new ArrayBuffer(13);
  new Float64Array(buffer, 0, 1)[0] = 2.5;
  new Uint16Array(buffer, 8, 2).set([7, 9]);
  new Uint8Array(buffer, 12, 1)[0] = 3;
  const columns = columnsOf(buffer, [
    { name: "a", type: "Float64", length: 1 },
    { name: "b", type: "Uint16", length: 2 },
    { name: "c", type: "Uint8", length: 1 },
  ]);
  assert.deepEqual([...columns].map(([name, numbers]) => [name, ...numbers]), [["a", 2.5], ["b", 7, 9], ["c", 3]]);
});

test("the lines of a mark stand in order, and a mark without lines has none", () => {
  const of = linesOf(Uint32Array.from([2, 0, 2, 2]), 4);
  assert.deepEqual([0, 1, 2, 3].map((mark) => [...of(mark)]), [[1], [], [0, 2, 3], []]);
});

test("a path goes on where IRIs start, and a whole IRI stays", () => {
  assert.equal(iriOf(".party/x", "https://a/id/"), "https://a/id/party/x");
  assert.equal(iriOf("urn:b", "https://a/id/"), "urn:b");
});

test("a sum is exact to the cent, and only a lower bound with a line that is not", () => {
  const [one, other] = [{ size: 0.1, amount: EXACT }, { size: 0.2, amount: EXACT }];
  assert.equal(sumOf([one, other])?.high, "0.30");
  const vague = sumOf([one, { size: 5, amount: { ...EXACT, high: null } }]);
  assert.deepEqual([vague?.low, vague?.high, vague?.words], ["5.10", null, "at least $5.10"]);
  assert.equal(sumOf([one, { size: null, amount: null }])?.high, null);
  assert.equal(sumOf([{ size: null, amount: null }]), null);
});

test("a search puts beginnings first, then words, and allows a slip where nothing else is found", () => {
  const names = ["voss, ada", "ada voss", "bridge fund"];
  const lines = { leaving: () => new Uint32Array(0), reaching: () => new Uint32Array(0) };
  assert.deepEqual(namesLike("voss", names, lines), [0, 1]);
  assert.deepEqual(namesLike("brigde fnud", names, lines), [2]);
  assert.deepEqual(namesLike("zzzz", names, lines), []);
  assert.deepEqual(namesLike(" ", names, lines), []);
});

test("marks of a part stand in their columns without overlapping", () => {
  const mark = (id: number, column: number): Unplaced => ({
    id, column, iri: String(id), label: "A name of many words that goes on", kind: "", subtitle: "", money_in: null,
    money_out: null, facts: [], claims: [], grouped: false, states: [],
  });
  const marks = [0, 1, 2, 3].map((id) => mark(id, id === 3 ? 1 : 0));
  const columns = [0, 1].map((number) => ({ number, title: "", left: 0, right: 0 }));
  const { nodes, height } = placed(marks, [], columns);
  const left = nodes.filter(({ column }) => column === 0).sort((a, b) => a.y - b.y);
  for (const [place, node] of left.slice(1).entries())
    assert.ok(node.y - node.height / 2 >= left[place]!.y + left[place]!.height / 2);
  assert.ok(nodes.every(({ y }) => y > 0 && y < height));
  assert.equal(lines("one two").length, 1);
  assert.ok(lines("word ".repeat(60)).length <= 3);
});

test("a place under the pointer stays there when the reader zooms, and moves along when they pan", () => {
  const camera = fitting({ left: 0, top: 0, right: 1000, bottom: 500 }, { width: 800, height: 600 });
  const at = { x: 120, y: 340 };
  const place = toPicture(camera, at);
  const back = toScreen(zoomed(camera, 1.7, at, 0.01), place);
  assert.ok(Math.abs(back.x - at.x) < 1e-9 && Math.abs(back.y - at.y) < 1e-9);
  const moved = toScreen(panned(camera, 30, -20), place);
  assert.ok(Math.abs(moved.x - 150) < 1e-9 && Math.abs(moved.y - 320) < 1e-9);
});

test("the nearest line and the mark in its slot are hit, and what is hidden is not", () => {
  const courses = { ends: Float32Array.from([0, 0, 100, 0, 0, 10, 100, 10, 200, 0, 200, 90]), bulge: Float32Array.from([-1, -1, 20]) };
  assert.equal(nearestLine(courses, { x: 219, y: 45 }, 6, () => true), 2);
  assert.equal(nearestLine(courses, { x: 50, y: 7 }, 6, () => true), 1);
  assert.equal(nearestLine(courses, { x: 50, y: 7 }, 8, (line) => line === 0), 0);
  assert.equal(nearestLine(courses, { x: 50, y: 30 }, 6, () => true), -1);
  const [x, y] = [Int32Array.from([0, 500]), Int32Array.from([0, 40])];
  const room = { width: 190, height: 16, reach: 6 };
  assert.equal(markAt(makeGrid(x, y), x, y, { x: 600, y: 42 }, room), 1);
  assert.equal(markAt(makeGrid(x, y), x, y, { x: 300, y: 42 }, room), -1);
});
