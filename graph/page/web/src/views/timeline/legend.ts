/** What the signs of a timeline mean. */

import { el, svg } from "../../dom.ts";
import { symbol } from "./symbols.ts";
import type { Placing, TimeMark } from "./lanes.ts";

const SIGNS: readonly (readonly [Placing, string, boolean])[] = [
  ["day", "a day", false],
  ["span", "some day in a time", false],
  ["span", "an end that is open", true],
  ["told", "no date: the day it was told", false],
];

export const timelineLegend = (): HTMLElement =>
  el("ul", { class: "map-legend" }, ...SIGNS.map(([placing, words, isOpen]) => el("li", {}, sample(placing, isOpen), words)));

function sample(placing: Placing, isOpen: boolean): SVGSVGElement {
  const middle = placing === "told" ? 26 : 17;
  const start = placing === "span" ? 4 : middle;
  const mark: TimeMark = { members: [], placing, start, end: placing === "span" ? 30 : middle, before: isOpen, after: false, text: "", row: 0, side: "right" };
  return svg("svg", { class: "timeline", width: 34, height: 14, "aria-hidden": "true" }, ...symbol(mark, 7, 0));
}
