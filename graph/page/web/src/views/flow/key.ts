/** What the fills of the flows mean, in a line below them. */

import { svg } from "../../dom.ts";
import type { Palette } from "../../palette.ts";
import { dollars } from "../../words.ts";
import { label } from "./draw.ts";
import { NOTE, type Measure } from "./labels.ts";
import { extraFill, floorFill, openFill } from "./paint.ts";

const LINE = 20;
const SAMPLE = 22;
const TALL = 20;

export interface Key {
  group: SVGGElement;
  height: number;
}

/** The key, in as many lines as it needs. */
export function drawKey(top: number, width: number, scale: number, colour: Palette, measure: Measure): Key {
  const entries: [Record<string, unknown>, string][] = [
    [{ fill: floorFill("given", colour), "fill-opacity": 0.72 }, "surely stated"],
    [{ fill: extraFill("given") }, "may be on top"],
    [{ fill: openFill("given") }, "no upper bound"],
    [{ fill: floorFill("spent for", colour), "fill-opacity": 0.72 }, "spent for"],
    [{ fill: floorFill("spent against", colour), "fill-opacity": 0.72 }, "spent against"],
    [{ fill: "none", stroke: colour("hedge"), "stroke-width": 1.4, "stroke-dasharray": "5 3" }, "hedged"],
    [{ fill: "none", stroke: colour("quiet"), "stroke-dasharray": "2 3" }, "not told by the sources"],
  ];
  let [x, y] = [12, top];
  const parts: SVGElement[] = [];
  const put = (text: string, sample: SVGElement[], wide: number): void => {
    const room = wide + 6 + measure(text, NOTE) + 18;
    if (x > 12 && x + room > width - 12) [x, y] = [12, y + LINE];
    parts.push(svg("g", { transform: `translate(${x} ${y})` }, ...sample, label(text, wide + 6, 10, colour, { size: NOTE, ink: "quiet" })));
    x += room;
  };
  if (scale > 0 && scale < 1)
    put(`${dollars(TALL / scale / 100)} high`, [svg("path", { d: `M3 -4 v${TALL} M0 -4 h6 M0 ${TALL - 4} h6`, stroke: colour("quiet") })], 8);
  for (const [fill, text] of entries) put(text, [svg("rect", { y: 1, width: SAMPLE, height: 11, ...fill })], SAMPLE);
  return { group: svg("g", {}, ...parts), height: y - top + LINE + 6 };
}
