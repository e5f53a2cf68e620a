/** Below the flows, row by row: stated totals, money told twice, and amounts that no source states. None is added to anything. */

import { svg } from "../../dom.ts";
import { evidenceCount } from "../../families.ts";
import type { Palette } from "../../palette.ts";
import { BUTTON, label, type Item } from "./draw.ts";
import { NAME, NAME_LINE, NOTE, shortened, wrapped, type Measure } from "./labels.ts";
import { natureOf, type Apart } from "./model.ts";
import { extraFill, floorFill, openFill } from "./paint.ts";
import { whole, type Span } from "./span.ts";

const ROW = 44;
const HEAD = 30;
const WIDEST = 18;
const NARROWEST = 2;
/** A row that is more than so many times the middle one is not to scale. */
const FAR_OUT = 40;
const OPEN = 5;
const LEFT = 208;

export interface ApartRows {
  group: SVGGElement;
  items: Item[];
  height: number;
}

/** The rows, in the order of what they come to. */
export function drawApart(apart: readonly Apart[], top: number, width: number, colour: Palette, measure: Measure): ApartRows {
  if (apart.length === 0) return { group: svg("g"), items: [], height: 0 };
  const rows = [...apart].sort((a, b) => size(b) - size(a) || a.edge.id - b.edge.id);
  const items = rows.map((row, number) => rowItem(row, top + HEAD + number * ROW, width, scaleOf(rows), colour, measure));
  const head = "Stated totals, money told twice, and amounts not stated: shown one by one, never added to the flows";
  const line = svg("path", { d: `M8 ${top} H${width - 8}`, stroke: colour("rule") });
  const heading = label(shortened(head, NAME, measure, width - 24), 12, top + 20, colour, { size: NAME, ink: "quiet", weight: 600 });
  return {
    group: svg("g", {}, line, heading, ...items.map(({ element }) => element)),
    items,
    height: HEAD + rows.length * ROW + 8,
  };
}

const size = ({ span }: Apart): number => (span === null ? 0 : whole(span));

/** Cents that have the full width: the largest that is not far out. */
function scaleOf(rows: readonly Apart[]): number {
  const sizes = rows.map(size).filter((each) => each > 0);
  const middle = sizes[Math.floor(sizes.length / 2)] ?? 0;
  return Math.max(1, ...sizes.filter((each) => each <= middle * FAR_OUT));
}

function rowItem(row: Apart, y: number, width: number, full: number, colour: Palette, measure: Measure): Item {
  const { edge } = row;
  const right = width - LEFT;
  const middle = y + 14;
  const name = (text: string, x: number, anchor: string): SVGElement[] => {
    const lines = wrapped(text, NAME, measure, LEFT - 24, 2);
    const first = middle + 4 - ((lines.length - 1) * NAME_LINE) / 2;
    return lines.map((line, place) =>
      label(line, x, first + place * NAME_LINE, colour, { size: NAME, anchor, ink: "ink", weight: 600 }),
    );
  };
  const reason = row.span === null ? "" : edge.detail;
  const words = `${edge.start.label} ${edge.label} ${edge.end.label}: ${edge.amount!.words}. ${reason}`;
  const note = shortened([`${edge.label}: ${edge.amount!.words}`, reason].filter((part) => part !== "").join(" · "), NOTE, measure, right - LEFT);
  const element = svg(
    "g",
    { ...BUTTON, class: "flow" },
    svg("title", {}, `${words} ${evidenceCount(edge)}`),
    svg("rect", { x: 8, y, width: width - 16, height: ROW - 4, fill: colour("paper"), "fill-opacity": 0 }),
    ...bar(row, middle, right, full, colour),
    ...name(edge.start.label, LEFT - 8, "end"),
    ...name(edge.end.label, right + 8, "start"),
    label(note, (LEFT + right) / 2, middle + 25, colour, { size: NOTE, anchor: "middle", ink: "quiet" }),
  );
  return { element, mark: edge, marks: new Set([edge]), x: 0, y };
}

function bar({ edge, span }: Apart, middle: number, right: number, full: number, colour: Palette): SVGElement[] {
  if (span === null) {
    const line = { stroke: colour("quiet"), "stroke-width": 1.4, "stroke-dasharray": "2 4" };
    return [svg("path", { d: `M${LEFT} ${middle} H${right}`, ...line })];
  }
  const wanted = (whole(span) / full) * WIDEST;
  const height = Math.max(NARROWEST, Math.min(WIDEST, wanted));
  return [...stretches(span, edge, middle, right, height), ...(wanted > WIDEST ? breaks(middle, height, colour) : [])].map(
    (part) => part(colour),
  );
}

type Part = (colour: Palette) => SVGElement;

function stretches(span: Span, edge: Apart["edge"], middle: number, right: number, height: number): Part[] {
  const nature = natureOf(edge);
  const floor = (height * span.floor) / whole(span);
  const top = middle - height / 2;
  const box = (y: number, tall: number, fill: string): SVGElement =>
    svg("rect", { x: LEFT, y, width: right - LEFT, height: tall, fill, "fill-opacity": 0.72 });
  return [
    ...(floor > 0 ? [(colour: Palette) => box(top, floor, floorFill(nature, colour))] : []),
    ...(height > floor ? [() => box(top + floor, height - floor, extraFill(nature))] : []),
    ...(span.isOpen ? [() => box(top + height, OPEN, openFill(nature))] : []),
  ];
}

const breaks = (middle: number, height: number, colour: Palette): Part[] =>
  [LEFT + 14, LEFT + 20].map((x) => () => {
    const half = height / 2 + 3;
    return svg("path", {
      d: `M${x} ${middle - half} l5 ${half} l-5 0 l5 ${half}`,
      fill: "none",
      stroke: colour("paper"),
      "stroke-width": 2.5,
    });
  });
