/** An amount drawn on a line from zero: a dot is a closed end, a ring an open one, a fading line has no end. */

import type { Amount } from "../document.ts";
import { svg } from "../dom.ts";
import { dollars } from "../words.ts";

const LEFT = 8;
const RIGHT = 272;

export function intervalBar(amount: Amount): SVGSVGElement | null {
  const [low, high, about] = [amount.low, amount.high, amount.about].map((end) => (end === null ? null : Number(end))) as [
    number | null,
    number | null,
    number | null,
  ];
  const largest = Math.max(low ?? 0, high ?? 0, about ?? 0);
  if (largest <= 0) return null;
  const right = high !== null && about === null ? largest * 1.15 : largest * 1.6;
  const x = (figure: number) => LEFT + (figure / right) * (RIGHT - LEFT);
  const axis = svg("line", { x1: LEFT, x2: RIGHT, y1: 14, y2: 14, class: "axis" });
  const parts =
    about === null ? [...stretch(x, low, high), ...boundDots(x, amount, low, high)] : [aboutMark(x(about))];
  const figures = [0, low, high, about].filter((figure) => figure !== null);
  return svg(
    "svg",
    { viewBox: "0 0 280 40", class: "interval", role: "img", "aria-label": amount.words },
    axis,
    ...ticks(x, figures),
    ...parts,
  );
}

type Scale = (figure: number) => number;

const aboutMark = (x: number): SVGElement =>
  svg("path", { d: `M${x - 14} 14 Q${x} 2 ${x + 14} 14 Q${x} 26 ${x - 14} 14`, class: "about" });

function stretch(x: Scale, low: number | null, high: number | null): SVGElement[] {
  const sure = low !== null && high !== null;
  const ends = { x1: low === null ? LEFT : x(low), x2: high === null ? RIGHT : x(high), y1: 14, y2: 14 };
  const line = svg("line", { ...ends, class: sure ? "reach sure" : "reach" });
  return high === null ? [line, svg("path", { d: "M272 9 L279 14 L272 19 Z", class: "reach-tip" })] : [line];
}

function boundDots(x: Scale, amount: Amount, low: number | null, high: number | null): SVGElement[] {
  const dot = (figure: number | null, open: boolean) =>
    figure === null ? [] : [svg("circle", { cx: x(figure), cy: 14, r: 5, class: open ? "bound open" : "bound" })];
  return [...dot(low, amount.low_open), ...dot(high, amount.high_open)];
}

const ticks = (x: Scale, figures: readonly number[]): SVGElement[] =>
  [...new Set(figures)].map((figure) =>
    svg("text", { x: x(figure), y: 36, class: figure === 0 ? "tick first" : "tick" }, dollars(figure)),
  );
