import assert from "node:assert/strict";
import { test } from "node:test";
import type { Happening } from "../../document.ts";
import { ticks } from "./axis.ts";
import { spread, tracksOf } from "./counts.ts";
import { campaigns, DAY, dayOf, rangeOf, spanOf, written, type Scale } from "./days.ts";
import { lanesOf, RADIUS, TAIL, textWidth, type Lane, type TimeMark } from "./lanes.ts";
import { moved, zoomed } from "./overview.ts";

const day = (text: string): number => dayOf(text)!;
const happening = (settings: Partial<Happening>): Happening => ({
  key: Math.random().toString(),
  kind: "election",
  label: "Something",
  date: settings.earliest || settings.latest ? "dated" : "",
  earliest: "",
  latest: "",
  told: "",
  basis: "",
  marks: ["m"],
  claims: [],
  amount: null,
  figure: null,
  series: "",
  status: "",
  ...settings,
});
const onDay = (text: string, more: Partial<Happening> = {}): Happening => happening({ earliest: text, latest: text, ...more });
const scale: Scale = { from: day("2018-01-01"), to: day("2019-01-01"), left: 100, right: 800 };
const textOf = (one: Happening): string => one.label;

test("a day is a point, a month is all its days, an open end is open, and no date is none", () => {
  assert.deepEqual(spanOf(onDay("2018-06-05")), { from: day("2018-06-05"), to: day("2018-06-06") });
  assert.deepEqual(spanOf(happening({ latest: "2018-06-30" })), { from: null, to: day("2018-07-01") });
  assert.equal(spanOf(happening({ told: "2018-06-05" })), null);
});

test("what went on for years does not stretch the time that is shown", () => {
  const range = rangeOf([happening({ earliest: "1984-01-01", latest: "2024-11-06" }), onDay("2018-06-05")])!;
  assert.equal(written(range.from).slice(0, 4), "2018");
  assert.ok(range.to > day("2024-11-06"));
  assert.equal(rangeOf([]), null);
});

test("campaigns are the months around elections that are close together", () => {
  const found = campaigns(["2018-06-05", "2018-06-05", "2018-11-06", "2024-11-05"].map((text) => onDay(text)));
  assert.equal(found.length, 3);
  assert.ok(found[0]!.from < day("2018-06-05") && found[0]!.to > day("2018-07-05"));
});

/** Where a mark and its text are. */
function taken(mark: TimeMark): [number, number] {
  const wide = textWidth(mark.text);
  const left = mark.start - RADIUS - TAIL[mark.placing] - (mark.side === "left" ? wide : 0);
  return [left, mark.end + RADIUS + (mark.side === "right" ? wide : 0)];
}

function assertApart(lane: Lane): void {
  lane.marks.forEach((one, place) => {
    for (const other of lane.marks.slice(0, place)) {
      if (one.row !== other.row) continue;
      assert.ok(taken(one)[0] >= taken(other)[1] || taken(other)[0] >= taken(one)[1], `${one.text} and ${other.text}`);
    }
  });
}

test("no text lies over another, and nothing is lost, however many there are", () => {
  for (const count of [3, 12, 80, 900]) {
    const all = Array.from({ length: count }, (_, place) =>
      onDay(written(day("2018-01-02") + ((place * 37) % 360) * DAY), { label: `Number ${place} of many` }),
    );
    const [lane] = lanesOf(all, scale, textOf, 12);
    assertApart(lane!);
    assert.equal(new Set(lane!.marks.flatMap((mark) => mark.members)).size, count);
    assert.ok(lane!.rows <= 12, `${count}: ${lane!.rows} rows`);
  }
});

test("contests of one day are one mark only where there is no room for each", () => {
  const seven = Array.from({ length: 7 }, () => onDay("2018-06-05"));
  assert.equal(lanesOf(seven, scale, textOf, 10)[0]!.marks.length, 7);
  const [lane] = lanesOf(seven, scale, textOf, 3);
  assert.deepEqual([lane!.marks.length, lane!.marks[0]!.text, lane!.marks[0]!.members.length], [1, "7 contests", 7]);
});

test("a mark is placed by what is known of its time", () => {
  const marks = [
    onDay("2018-06-05"),
    happening({ earliest: "2018-06-01", latest: "2018-06-30" }),
    happening({ latest: "2018-06-30" }),
    happening({ earliest: "2018-06-01", latest: "2020-01-01" }),
    happening({ told: "2018-06-07" }),
  ].map((one) => lanesOf([one], scale, textOf, 9)[0]!.marks[0]!);
  assert.deepEqual(
    marks.map(({ placing, before, after }) => [placing, before, after]),
    [
      ["day", false, false],
      ["span", false, false],
      ["span", true, false],
      ["span", false, true],
      ["told", false, false],
    ],
  );
  assert.equal(marks[2]!.start, scale.left);
  assert.equal(marks[3]!.end, scale.right);
});

test("what is outside the time that is shown is not drawn", () => {
  assert.deepEqual(lanesOf([onDay("2017-06-05"), happening({ told: "2019-06-05" })], scale, textOf, 9), []);
});

const share = (date: string, low: string, high: string | null, name: string): Happening =>
  onDay(date, {
    kind: "count",
    label: `${name}: x`,
    series: `contest ${name} share`,
    figure: { low, high, low_open: high === null, high_open: false, words: "" },
  });

test("counts of a candidate are one line from the first to the last", () => {
  const counts = [share("2018-07-05", "55", "55", "Ada"), share("2018-06-05", "60", null, "Ada"), share("2018-06-05", "40", "40", "Ben")];
  const [track] = tracksOf([...counts, happening({ kind: "count", series: "contest Ada margin", earliest: "2018-06-05" })], scale);
  assert.deepEqual(
    track!.lines.map((line) => [line.name, line.dots.map((dot) => [dot.low, dot.high])]),
    [
      ["Ada", [[60, null], [55, 55]]],
      ["Ben", [[40, 40]]],
    ],
  );
});

test("labels are pushed apart in their order, and stay above the foot", () => {
  assert.deepEqual(spread([10, 12, 40], 11, 100), [10, 21, 40]);
  assert.deepEqual(spread([98, 95], 11, 100), [100, 89]);
});

test("ticks are days, months or years, as many as have room", () => {
  const range = (from: string, to: string) => ({ from: day(from), to: day(to) });
  assert.deepEqual(ticks(range("2018-06-01", "2018-06-06"), 6).map(({ text }) => text), [
    "1 Jun 2018",
    "2 Jun",
    "3 Jun",
    "4 Jun",
    "5 Jun",
    "6 Jun",
  ]);
  assert.deepEqual(ticks(range("2018-11-15", "2019-03-15"), 5).map(({ text }) => text), ["Dec 2018", "Jan 2019", "Feb", "Mar"]);
  assert.deepEqual(ticks(range("2015-06-01", "2018-06-01"), 4).map(({ text }) => text), ["2016", "2017", "2018"]);
});

test("the part that is looked at stays in the whole and never gets too short", () => {
  const whole = { from: 0, to: 100 * DAY };
  assert.deepEqual(moved({ from: 10 * DAY, to: 20 * DAY }, "from", 50 * DAY, whole), { from: 16 * DAY, to: 20 * DAY });
  assert.deepEqual(moved({ from: 10 * DAY, to: 20 * DAY }, "to", 500 * DAY, whole), { from: 10 * DAY, to: 100 * DAY });
  assert.deepEqual(zoomed(whole, 0.5, 50 * DAY, whole), { from: 25 * DAY, to: 75 * DAY });
  assert.deepEqual(zoomed({ from: 10 * DAY, to: 90 * DAY }, 4, 50 * DAY, whole), whole);
});
