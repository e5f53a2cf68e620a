/** What the signs of the map mean. */

import { el, svg } from "../../dom.ts";
import { barParts } from "./bars.ts";
import { glyph, LOOKS } from "./looks.ts";
import type { MapMark } from "./marks.ts";

/** Only the looks and bars that are drawn. */
export function mapLegend(marks: readonly MapMark[]): HTMLElement {
  const looks = new Set(marks.flatMap((mark) => [mark.look, ...mark.lines.map((line) => line.look)]));
  const hasMoney = marks.some((mark) => mark.lines.some((line) => line.bar !== null));
  return el(
    "ul",
    { class: "map-legend" },
    ...LOOKS.filter(([look]) => looks.has(look)).map(([look, words]) => el("li", {}, swatch(look), words)),
    hasMoney ? el("li", {}, bars(), "money from outside: sure, possible, no upper bound") : null,
  );
}

const swatch = (look: string): SVGSVGElement =>
  svg(
    "svg",
    { class: "map", width: 34, height: 14, "aria-hidden": "true" },
    svg("rect", { class: `area ${look}`, x: 0.5, y: 0.5, width: 18, height: 13, fill: `url(#look-${look})` }),
    glyph(look, 27, 7),
  );

const bars = (): SVGSVGElement =>
  svg("svg", { class: "map", width: 66, height: 14, "aria-hidden": "true" }, ...barParts({ low: 1, high: null, about: 1 }, 1, 7, 24, 1));
