/** What flows look like: solid where it is surely stated, hatched where it may be, striped where it is against. */

import { svg } from "../../dom.ts";
import type { Palette } from "../../palette.ts";
import type { Nature } from "./model.ts";

const COLOURS: ReadonlyMap<Nature, string> = new Map([
  ["given", "money"],
  ["passed on", "donor"],
  ["spent for", "support"],
  ["spent against", "opposition"],
  ["spent on", "committee"],
  ["raised", "county"],
  ["other", "other"],
  ["rest", "other"],
]);
const NATURES = [...COLOURS.keys()];

export const colourOf = (nature: Nature): string => COLOURS.get(nature)!;

const idOf = (pattern: string, nature: Nature): string => `flow-${pattern}-${nature.replaceAll(" ", "-")}`;

/** The fill of the part that is surely stated. */
export const floorFill = (nature: Nature, colour: Palette): string =>
  nature === "spent against" ? `url(#${idOf("stripes", nature)})` : colour(colourOf(nature));

/** The fill of the part that may be on top. */
export const extraFill = (nature: Nature): string => `url(#${idOf("hatch", nature)})`;

/** The fill of the end of a band that has no upper bound. */
export const openFill = (nature: Nature): string => `url(#${idOf("open", nature)})`;

/** The patterns that fills refer to. */
export const patterns = (colour: Palette): SVGDefsElement =>
  svg(
    "defs",
    {},
    ...NATURES.map((nature) => hatch(nature, colour)),
    ...NATURES.map((nature) => dots(nature, colour)),
    stripes("spent against", colour),
  );

const tile = (id: string, size: number, ...parts: SVGElement[]): SVGElement =>
  svg("pattern", { id, width: size, height: size, patternUnits: "userSpaceOnUse" }, ...parts);

function hatch(nature: Nature, colour: Palette): SVGElement {
  const stroke = colour(colourOf(nature));
  return tile(
    idOf("hatch", nature),
    6,
    svg("rect", { width: 6, height: 6, fill: stroke, "fill-opacity": 0.14 }),
    svg("path", { d: "M-1 7 L7 -1 M-1 1 L1 -1 M5 7 L7 5", stroke, "stroke-width": 1.3 }),
  );
}

function dots(nature: Nature, colour: Palette): SVGElement {
  return tile(idOf("open", nature), 4, svg("circle", { cx: 2, cy: 2, r: 1, fill: colour(colourOf(nature)) }));
}

function stripes(nature: Nature, colour: Palette): SVGElement {
  const fill = colour(colourOf(nature));
  return tile(
    idOf("stripes", nature),
    9,
    svg("rect", { width: 9, height: 9, fill, "fill-opacity": 0.45 }),
    svg("rect", { width: 4, height: 9, fill }),
  );
}
