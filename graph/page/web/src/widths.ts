/**
 * Width of a line: the square root of its amount, so that twice the width is four times the money; the logarithm where
 * the largest amount is more than a thousand times the smallest. Sums of groups ("others", "the donors") are left out of
 * the scale: they would make every single gift look like nothing.
 */

import { resultStyle } from "./families.ts";
import type { Edge } from "./model.ts";

const NARROWEST = 1.6;
const WIDEST = 10;

export interface WidthScale {
  /** 0 when there are no amounts. */
  largest: number;
  smallest: number;
  isLogarithmic: boolean;
  /** Pixels for an amount of dollars. */
  ofSize(size: number): number;
  /** Pixels for an edge, with an amount or without. */
  ofEdge(edge: Edge): number;
}

/** The scale for all edges of a page, whatever the filters leave. */
export function widthScale(edges: readonly Edge[]): WidthScale {
  const { largest, smallest } = extremes(edges);
  const isLogarithmic = largest > 1000 * smallest;
  const ofSize = (size: number) => {
    const part = Math.min(1, Math.max(0, size / largest));
    const share = isLogarithmic
      ? 1 + Math.log(Math.max(part, 1e-12)) / Math.log((2 * largest) / smallest)
      : Math.sqrt(part);
    return NARROWEST + (WIDEST - NARROWEST) * Math.max(0, share);
  };
  return { largest, smallest, isLogarithmic, ofSize, ofEdge: (edge) => widthOfEdge(edge, ofSize) };
}

/** The largest and the smallest amount of single lines; of all where none is single; 0 without amounts. */
function extremes(edges: readonly Edge[]): { largest: number; smallest: number } {
  const [single, all] = [{ largest: 0, smallest: Infinity }, { largest: 0, smallest: Infinity }];
  for (const edge of edges) {
    const { size } = edge;
    if (!isPositive(size)) continue;
    for (const found of edge.grouped ? [all] : [all, single]) {
      found.largest = Math.max(found.largest, size);
      found.smallest = Math.min(found.smallest, size);
    }
  }
  const found = single.largest > 0 ? single : all;
  return found.largest > 0 ? found : { largest: 0, smallest: 0 };
}

const isPositive = (size: number | null): size is number => size !== null && size > 0;

function widthOfEdge(edge: Edge, ofSize: (size: number) => number): number {
  if (edge.size !== null) return ofSize(edge.size);
  if (edge.family === "candidacy") return resultStyle(edge)!.width;
  return edge.family === "tie" || edge.family === "outcome" ? 1.1 : NARROWEST;
}
