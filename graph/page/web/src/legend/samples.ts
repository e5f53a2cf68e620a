/** Small pictures of marks and lines, with the same shapes, dashes and ends as in the network. */

import { svg } from "../dom.ts";
import { dashOf, endOf, familyOf, type End } from "../families.ts";
import { CANDIDATES, COMMITTEES, COUNTIES, DONORS, OUTCOMES, type Edge, type Node } from "../model.ts";
import { isPerson } from "../views/network/draw.ts";
import type { WidthScale } from "../widths.ts";

const NAMES = ["donor", "committee", "candidacy", "county", "flag"];

/** A small picture of a node. */
export function nodeSample(node: Node): SVGSVGElement {
  return svg(
    "svg",
    { width: 18, height: 18, class: `sample ${NAMES[node.column]!}`, "aria-hidden": "true" },
    SHAPES[node.column]!(node),
  );
}

const SHAPES: Record<number, (node: Node) => SVGElement> = {
  [DONORS]: (node) =>
    isPerson(node)
      ? svg("circle", { cx: 9, cy: 9, r: 5 })
      : svg("rect", { x: 4, y: 4, width: 10, height: 10 }),
  [COMMITTEES]: () => svg("rect", { x: 2, y: 4, width: 14, height: 10, rx: 2.5, class: "hollow" }),
  [CANDIDATES]: () => svg("rect", { x: 2, y: 4, width: 14, height: 10, rx: 5, class: "hollow" }),
  [COUNTIES]: () => svg("path", { d: "M9 3 L15 14 L3 14 Z" }),
  [OUTCOMES]: () => svg("path", { d: "M3 4 H16 V14 H3 Z M3 4 V14" }),
};

/** A small picture of the stroke and the end of an edge. */
export function edgeSample(edge: Edge, widths: WidthScale): SVGSVGElement {
  const width = widths.ofEdge(edge);
  return strokeSample({
    family: familyOf(edge),
    dash: dashOf(edge, width).join(" "),
    end: endOf(edge),
    width: Math.min(3, Math.max(1.6, width)),
  });
}

interface Stroke {
  family: string;
  dash?: string;
  end: End;
  /** On the line; one with a question mark is hollow. */
  sign?: string;
  width?: number;
}

export function strokeSample({ family, dash = "", end, sign = "", width = 2 }: Stroke): SVGSVGElement {
  const line = { x1: 1, x2: end === "none" ? 33 : 25, y1: 9, y2: 9 };
  const hedged = sign === "?";
  const outer = { ...line, class: `stroke ${family}`, "stroke-width": hedged ? 4 : width };
  const hollow = svg("line", { ...line, class: "stroke paper", "stroke-width": 1.6 });
  const badge = [
    svg("circle", { cx: 13, cy: 9, r: 5.5, class: "doubt" }),
    svg("text", { x: 13, y: 12, class: "doubt-text" }, sign),
  ];
  return svg(
    "svg",
    { width: 36, height: 18, class: "sample", "aria-hidden": "true" },
    svg("line", { ...outer, "stroke-dasharray": dash || null }),
    hedged ? hollow : null,
    ...(sign === "" ? [] : badge),
    endSample(end, family),
  );
}

const ENDS: Record<End, ["path" | "line" | "circle" | "g", Record<string, string | number>]> = {
  arrow: ["path", { d: "M34 9 L25 4.5 V13.5 Z" }],
  double: ["path", { d: "M34 9 L26 4.5 V13.5 Z M26 9 L18 4.5 V13.5 Z" }],
  chevron: ["path", { d: "M27 4.5 L33.5 9 L27 13.5" }],
  bar: ["line", { x1: 28, x2: 28, y1: 2, y2: 16, "stroke-width": 3 }],
  disc: ["circle", { cx: 29, cy: 9, r: 4 }],
  ring: ["circle", { cx: 29, cy: 9, r: 3.3 }],
  half: ["path", { d: "M29 5 A4 4 0 0 0 29 13 Z M29 5 A4 4 0 0 1 29 13" }],
  diamond: ["path", { d: "M29 4.5 L33.5 9 L29 13.5 L24.5 9 Z" }],
  cross: ["path", { d: "M25.5 5.5 L32.5 12.5 M32.5 5.5 L25.5 12.5", "stroke-width": 2 }],
  none: ["g", {}],
};

function endSample(end: End, family: string): SVGElement {
  const [tag, settings] = ENDS[end];
  const kind = end === "ring" ? "ring" : end === "chevron" ? "end open" : "end";
  return svg(tag, { ...settings, class: `${kind} ${family}` });
}
