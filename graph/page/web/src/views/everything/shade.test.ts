import assert from "node:assert/strict";
import { test } from "node:test";
import type { Whole } from "../../large/whole.ts";
import { addArc, addCurve, addRoom, emptySheet, rangeOf, type Sheet } from "./ink.ts";
import { paintShade, shadeOf, type Colour, type Shading } from "./shade.ts";

const column = ({ height, ink }: Sheet, x: number) => ink.slice(x * height, (x + 1) * height);
const inked = (sheet: Sheet) => sheet.ink.filter((ink) => ink > 0).length;

test("a curve is level at its ends and whole in between, and what is outside is cut", () => {
  const sheet = emptySheet(20, 40);
  addCurve(sheet, 0, 2.5, 19, 36.5, 5);
  assert.deepEqual([column(sheet, 0)[2], column(sheet, 19)[36]], [5, 5]);
  for (let x = 0; x < 20; x += 1) assert.ok(column(sheet, x).reduce((sum, ink) => sum + ink, 0) >= 5 - 1e-6);
  const before = inked(sheet);
  addCurve(sheet, 0, -90, 19, -5, 5);
  assert.equal(inked(sheet), before);
  addCurve(sheet, -1000, 20, 1000, 20, 1);
  assert.equal(inked(sheet), before + 20 - 1);
});

test("a curve that goes back is the same curve", () => {
  const [there, back] = [emptySheet(20, 20), emptySheet(20, 20)];
  addCurve(there, 2, 3, 17, 12, 1);
  addCurve(back, 17, 12, 2, 3, 1);
  assert.deepEqual(back.ink, there.ink);
});

test("an arc leaves and arrives at its column, and is out in the middle", () => {
  for (const [from, to] of [[2, 18], [18, 2], [-30, 18]] as const) {
    const sheet = emptySheet(10, 20);
    addArc(sheet, 1, from, to, 4, 2);
    const middle = (from + to) / 2;
    if (middle >= 0) assert.equal(column(sheet, 5)[middle], 2);
    assert.equal(inked(sheet), Math.max(from, to) - Math.max(0, Math.min(from, to)) + 1);
  }
});

test("a room that covers several pixels shares out what it has", () => {
  const sheet = emptySheet(10, 10);
  addRoom(sheet, 2, 3, 6, 5, 8);
  assert.equal(inked(sheet), 8);
  assert.equal(column(sheet, 2)[3], 1);
  addRoom(sheet, -40, -40, -30, -30, 8);
  assert.equal(inked(sheet), 8);
});

test("the range of an empty sheet is none, and of one value still a range", () => {
  assert.equal(rangeOf([emptySheet(4, 4)]), null);
  const sheet = emptySheet(4, 4);
  sheet.ink.fill(3);
  assert.deepEqual(rangeOf([sheet]), { least: 3, most: 6 });
});

const MONEY: Colour = [200, 100, 0];
const INK: Colour = [0, 0, 0];

test("the more, the more it covers and the nearer to the colour of the text", () => {
  const [faint, full, most] = [0, 0.85, 1].map((strength) => shadeOf(strength, MONEY, INK));
  assert.ok(faint![3] < full![3] && full![3] === 1 && most![0] < full![0]);
});

test("lines that are drawn or filtered away are no shade, and money is told in dollars", () => {
  const whole = {
    x: Int32Array.from([0, 30]), y: Int32Array.from([5, 9]), column: Uint8Array.from([0, 1]), relation: Uint16Array.from([0, 0]),
    size: Float64Array.from([400, 70]), sums: Float64Array.from([470, 470]),
  } as unknown as Whole;
  const courses = { ends: Float32Array.from([0, 5, 30, 9, 0, 15, 30, 15]), bulge: Float32Array.from([-1, -1]) };
  const shading: Shading = {
    camera: { scale: 1, x: 0, y: 0 }, width: 30, height: 20, ratio: 1, lines: Uint8Array.from([1, 0]), marks: Uint8Array.from([0, 0]),
    withRooms: true, families: [0], colours: { families: [MONEY], columns: [MONEY, MONEY], ink: INK },
  };
  const { pixels, money } = paintShade(whole, courses, shading);
  const cover = (x: number, y: number) => pixels[4 * (y * 30 + x) + 3]!;
  assert.deepEqual(money, { least: money!.least, most: 2 * money!.least });
  assert.ok(cover(0, 5) > 0 && cover(10, 15) === 0);
  assert.equal(paintShade(whole, courses, { ...shading, lines: Uint8Array.from([0, 0]) }).money, null);
});
