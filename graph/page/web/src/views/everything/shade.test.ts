import assert from "node:assert/strict";
import { test } from "node:test";
import type { Whole } from "../../large/whole.ts";
import { addCurve, addRoom, addStraight, emptySheet, rangeOf, type Sheet } from "./ink.ts";
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

test("a straight line runs up, down and back, and an end outside does no harm", () => {
  for (const [ax, ay, bx, by] of [[1, 1, 8, 8], [8, 8, 1, 1], [4, -50, 4, 50], [-50, 4, 50, 4], [3, 3, 3, 3]] as const) {
    const sheet = emptySheet(10, 10);
    addStraight(sheet, ax, ay, bx, by, 2);
    assert.ok(inked(sheet) >= 1 && inked(sheet) <= 10);
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
  const [faint, full, most] = [0, 0.7, 1].map((strength) => shadeOf(strength, MONEY, INK));
  assert.ok(faint![3] < full![3] && full![3] === 1 && most![0] < full![0]);
});

test("lines that are drawn or filtered away are no shade, and money is told in dollars", () => {
  const whole = {
    x: Int32Array.from([0, 30]), y: Int32Array.from([5, 9]), column: Uint8Array.from([0, 1]), relation: Uint16Array.from([0, 0]),
    size: Float64Array.from([400, 70]), sums: Float64Array.from([470, 470]),
  } as unknown as Whole;
  const courses = { ends: Float32Array.from([0, 5, 30, 9, 0, 15, 30, 15]), curved: Uint8Array.from([1, 1]) };
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
