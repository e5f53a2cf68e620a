import assert from "node:assert/strict";
import { test } from "node:test";
import { crowded, framesOf, projection, type Box, type Spot } from "./frames.ts";

const WHOLE: Box = { left: 0, top: 0, right: 19500, bottom: 12200 };
const SCREEN: Box = { left: 0, top: 0, right: 900, bottom: 760 };

const spot = (x: number, y: number, state: string): Spot => ({
  anchor: { x, y },
  box: { left: x - 100, top: y - 100, right: x + 100, bottom: y + 100 },
  state,
});
const APART = [spot(1000, 5000, "A"), spot(9000, 5000, "B"), spot(17000, 5000, "C")];
const CLOSE = [...APART, spot(1200, 5000, "A"), spot(1100, 5300, "A")];

test("places far from each other need no inset", () => {
  const frames = framesOf(APART, WHOLE, SCREEN);
  assert.equal(frames.length, 1);
  assert.deepEqual(frames[0]!.spots, [0, 1, 2]);
  assert.deepEqual(frames[0]!.sheet, WHOLE);
});

test("places close to each other are shown once more in an inset, and every place is told in one frame", () => {
  const [main, inset, ...others] = framesOf(CLOSE, WHOLE, SCREEN);
  assert.deepEqual(others, []);
  assert.deepEqual(inset!.spots, [0, 3, 4]);
  assert.deepEqual(main!.spots, [1, 2]);
  assert.ok(projection(inset!).scale > 4 * projection(main!).scale);
});

test("frames stand on the screen and do not lie over each other", () => {
  for (const screen of [SCREEN, { ...SCREEN, right: 1600, bottom: 500 }, { ...SCREEN, right: 360, bottom: 640 }]) {
    const boxes = framesOf(CLOSE, WHOLE, screen).flatMap((frame) => [frame.screen, ...(frame.callouts ? [frame.callouts] : [])]);
    boxes.forEach((one, place) => {
      assert.ok(one.left >= screen.left && one.right <= screen.right + 0.1, `${place} of ${screen.right}`);
      assert.ok(one.top >= screen.top && one.bottom <= screen.bottom + 0.1);
      for (const other of boxes.slice(0, place)) {
        const apart = one.left >= other.right || other.left >= one.right || one.top >= other.bottom || other.top >= one.bottom;
        assert.ok(apart, `two frames of ${screen.right} lie over each other`);
      }
    });
  }
});

test("places of one state fill the frame", () => {
  const [main] = framesOf([spot(5000, 5000, "A")], WHOLE, SCREEN);
  assert.ok(main!.sheet.right - main!.sheet.left < 1000);
});

test("groups are told the largest first", () => {
  const spots = [spot(0, 0, "A"), spot(10, 0, "A"), spot(9000, 0, "B"), spot(9010, 0, "B"), spot(9020, 0, "B")];
  assert.deepEqual(crowded(spots, 0.04, 40), [
    [2, 3, 4],
    [0, 1],
  ]);
});
