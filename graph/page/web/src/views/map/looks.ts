/** What an outcome looks like on a map: a pattern over the area and a glyph, so that colour is not needed. */

import { svg } from "../../dom.ts";
import { RESULTS, type End } from "../../families.ts";

/** Patterns are squares of this side, in pixels; the strokes of each look in it. */
const SIDE = 8;
const STROKES: Readonly<Record<string, string>> = {
  won: "",
  led: "M0 4h8",
  runoff: "M-2 2l4 -4M0 8l8 -8M6 10l4 -4",
  lost: "M-2 6l4 4M0 0l8 8M6 -2l4 4",
  recalled: "M0 0l8 8M0 8l8 -8",
  open: "M1 1h1M5 5h1",
};

/** All looks, in the order of a legend, with their words. */
export const LOOKS: readonly (readonly [string, string])[] = [...RESULTS].map(([look, { title }]) => [look, title]);

/** What a drawing refers to: the patterns, and others. */
export const patterns = (...others: SVGElement[]): SVGDefsElement =>
  svg(
    "defs",
    {},
    ...others,
    ...Object.entries(STROKES).map(([look, strokes]) =>
      svg(
        "pattern",
        { id: `look-${look}`, width: SIDE, height: SIDE, patternUnits: "userSpaceOnUse" },
        svg("rect", { width: SIDE, height: SIDE, class: `ground ${look}` }),
        svg("path", { d: strokes, class: `strokes ${look}` }),
      ),
    ),
    svg(
      "pattern",
      { id: "look-possible", width: 4, height: 4, patternUnits: "userSpaceOnUse" },
      svg("path", { d: "M-1 1l2 -2M0 4l4 -4M3 5l2 -2", class: "strokes possible" }),
    ),
  );

const GLYPHS: Readonly<Partial<Record<End, string>>> = {
  disc: "M-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z",
  ring: "M-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z",
  half: "M-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0zM0 -4a4 4 0 0 0 0 8z",
  diamond: "M0 -5l5 5l-5 5l-5 -5z",
  cross: "M-3.6 -3.6l7.2 7.2M-3.6 3.6l7.2 -7.2",
  arrow: "M-4 0h8",
};

/** The glyph of an outcome in the middle of a place. */
export const glyph = (look: string, x: number, y: number): SVGPathElement =>
  svg("path", {
    d: GLYPHS[RESULTS.get(look)?.end ?? "arrow"] ?? "",
    class: `glyph ${look}`,
    transform: `translate(${round(x)} ${round(y)})`,
  });

/** Tenths of a pixel are enough. */
export const round = (figure: number): number => Math.round(figure * 10) / 10;
