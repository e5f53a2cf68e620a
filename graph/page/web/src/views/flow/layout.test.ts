import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { anyEdges } from "./made_up.ts";
import { columnsOf } from "./columns.ts";
import { shortened, wrapped, type Measure } from "./labels.ts";
import { BAR, layOut, type Placed } from "./layout.ts";
import { flowModel } from "./model.ts";

const measure: Measure = (text, size) => text.length * size * 0.6;

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const ofLabel = ({ labelX, labelY, label }: Placed): Box => ({
  left: labelX,
  right: labelX + label.width,
  top: labelY,
  bottom: labelY + label.height,
});
const ofBar = ({ x, y, height }: Placed): Box => ({ left: x, right: x + BAR, top: y, bottom: y + height });
const SLACK = 0.01;
const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right - SLACK && b.left < a.right - SLACK && a.top < b.bottom - SLACK && b.top < a.bottom - SLACK;

test("labels and bars do not overlap, and all are inside", () => {
  fc.assert(
    fc.property(anyEdges, fc.integer({ min: 320, max: 1600 }), (edges, room) => {
      const { places, width, height } = layOut(flowModel(edges), room, measure);
      const boxes = places.flatMap((place) => [ofLabel(place), ofBar(place)]);
      boxes.forEach((box, number) => {
        assert.ok(box.left >= 0 && box.right <= width && box.top >= 0 && box.bottom <= height);
        for (const other of boxes.slice(number + 1)) assert.ok(!overlap(box, other));
      });
    }),
  );
});

test("flows run to the right, and bands stay on their bars", () => {
  fc.assert(
    fc.property(anyEdges, (edges) => {
      const { bands } = layOut(flowModel(edges), 900, measure);
      for (const { from, to, y0, y1, floor, extra, open } of bands) {
        const height = floor + extra + open;
        assert.ok(from.x < to.x);
        assert.ok(y0 >= from.y - SLACK && y0 + height <= from.y + from.height + SLACK);
        assert.ok(y1 >= to.y - SLACK && y1 + height <= to.y + to.height + SLACK);
      }
    }),
  );
});

test("the same flows are laid out the same", () => {
  fc.assert(
    fc.property(anyEdges, (edges) => {
      const [first, second] = [0, 1].map(() => layOut(flowModel(edges), 900, measure));
      assert.deepEqual(first, second);
      assert.deepEqual(columnsOf(flowModel(edges)), columnsOf(flowModel(edges)));
    }),
  );
});

test("long names are broken, and cut where two lines do not do", () => {
  const one: Measure = (text) => text.length;
  assert.deepEqual(wrapped("a committee with a name that goes on", 1, one, 14, 2), ["a committee", "with a name t…"]);
  assert.equal(shortened("Schubert", 1, one, 8), "Schubert");
});
