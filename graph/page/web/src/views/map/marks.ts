/** What a map draws, whatever it is a map of: areas with a look, and beside each a few lines of text with glyphs and bars. */

import type { Spot } from "./frames.ts";

/** The sheet all paths are drawn on: the land, and finer outlines of some states. */
export interface Sheet {
  width: number;
  height: number;
  land: string;
  states: Readonly<Record<string, string>>;
}

/** An amount as a bar: what is sure is solid, what is possible beyond is hatched, no upper bound is open. */
export interface Bar {
  low: number;
  /** null without an upper bound. */
  high: number | null;
  /** Of figures that bound nothing. */
  about: number;
}

/** A line of text beside an area. */
export interface CalloutLine {
  /** Of what it opens. */
  key: string;
  text: string;
  /** What the text ends with and may not lose where there is little room. */
  ending: string;
  /** The whole of it, for screen readers and the tip. */
  title: string;
  /** Look of its glyph; null for a line below another. */
  look: string | null;
  bar: Bar | null;
}

/** An area of a map. */
export interface MapMark extends Spot {
  /** Of what it opens. */
  key: string;
  name: string;
  /** The whole of it, for screen readers and the tip. */
  title: string;
  look: string;
  path: string;
  lines: CalloutLine[];
}

/** The largest figure of bars: they are all drawn to its scale. */
export const largestOf = (marks: readonly MapMark[]): number =>
  Math.max(0, ...marks.flatMap((mark) => mark.lines.map(({ bar }) => (bar === null ? 0 : reachOf(bar)))));

const reachOf = (bar: Bar): number => Math.max(bar.low, bar.high ?? 0, bar.about);
