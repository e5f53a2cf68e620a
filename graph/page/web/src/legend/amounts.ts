/** The slider for the smallest amount shown, and what the width of a line means. */

import { el, svg } from "../dom.ts";
import type { Page } from "../page.ts";
import type { WidthScale } from "../widths.ts";
import { dollars } from "../words.ts";
import type { Controls, Part } from "./row.ts";
import { makeSlider } from "./slider.ts";

export function amountPart(page: Page, controls: Controls): Part {
  const stops = page.model.sieve.amounts;
  const moved = (stop: number, isPassing: boolean) =>
    controls.change((filters) => (filters.least = stops[stop]!), { isPassing });
  const slider = makeSlider({ id: "least", label: "Minimum amount", stops: stops.length, moved });
  const output = el("output", { id: "least-text", for: "least" });
  return {
    element: el(
      "section",
      {},
      el("h3", {}, "Minimum amount"),
      slider.element,
      output,
      el("p", { class: "quiet" }, "Relationships without an amount stay."),
      el("h3", {}, "Line width = amount"),
      widthKey(page.widths),
    ),
    refresh() {
      const { least } = controls.filters;
      const stop = stops.findIndex((amount) => amount >= least);
      const text = least > 0 ? `${dollars(least)} or more` : "any";
      slider.put(stop < 0 ? stops.length - 1 : stop, text);
      output.textContent = text;
    },
  };
}

function widthKey(widths: WidthScale): HTMLElement {
  if (widths.largest === 0) return el("p", { class: "quiet" }, "No amounts in this picture.");
  const samples = sizesOfKey(widths).map((size) => {
    const line = { x1: 0, x2: 44, y1: 7, y2: 7, class: "stroke money", "stroke-width": widths.ofSize(size) };
    const box = svg("svg", { width: 44, height: 14, "aria-hidden": "true" }, svg("line", line));
    return el("span", {}, box, dollars(size));
  });
  const scale = widths.isLogarithmic ? "Logarithmic scale. " : "";
  return el(
    "div",
    {},
    el("div", { class: "width-key" }, ...samples),
    el("p", { class: "quiet" }, `${scale}Sums of groups are left out of it.`),
  );
}

/** Three round amounts: small, middling and the largest. */
function sizesOfKey({ largest, smallest, isLogarithmic }: WidthScale): number[] {
  const middle = isLogarithmic ? Math.sqrt(smallest * largest) : largest / 4;
  const small = isLogarithmic ? smallest : largest / 50;
  return [...new Set([small, middle, largest].map((size) => Number(size.toPrecision(1))))];
}
