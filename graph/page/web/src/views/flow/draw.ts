/** The flows as SVG; every colour stands in an attribute, so that the picture can be saved as it is. */

import { svg } from "../../dom.ts";
import { cautionOf, evidenceCount } from "../../families.ts";
import type { Mark } from "../../model.ts";
import type { Palette } from "../../palette.ts";
import { counted } from "../../words.ts";
import { NAME, NAME_LINE, NOTE, NOTE_LINE } from "./labels.ts";
import { BAR, type Band, type Layout, type Placed } from "./layout.ts";
import { isPooled, turnover, type Flow, type FlowModel } from "./model.ts";
import { extraFill, floorFill, openFill } from "./paint.ts";
import { inShort } from "./span.ts";

const FONT = 'system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';
const READABLE = 12;

/** A mark of the drawing: what it stands for, and where a reader of marks comes to it. */
export interface Item {
  element: SVGGElement;
  mark: Mark;
  /** All marks it is drawn for: a folded band has several edges. */
  marks: ReadonlySet<Mark>;
  x: number;
  y: number;
}

/** Bands below, then bars and labels; with the items that can be pointed at. */
export function drawFlows(layout: Layout, model: FlowModel, colour: Palette): { group: SVGGElement; items: Item[] } {
  const bands = layout.bands.map((band) => bandItem(band, colour));
  const stops = layout.places.map((place) => stopItem(place, model, colour));
  const elements = [...bands, ...stops].map(({ element }) => element);
  const items = [...bands, ...stops].filter((item): item is Item => item.mark !== null);
  return {
    group: svg("g", { "font-family": FONT }, ...elements),
    items: items.sort((a, b) => a.x - b.x || a.y - b.y),
  };
}

type Loose = Omit<Item, "mark"> & { mark: Mark | null };

function bandItem(band: Band, colour: Palette): Loose {
  const { flow, from, to } = band;
  const mark = flow.edges.length === 1 ? flow.edges[0]! : (to.stop.node ?? from.stop.node);
  const isTold = flow.nature !== "rest";
  const parts = [...ribbons(band, colour), ...(isTold ? amountText(band, colour) : [])];
  const settings = isTold ? { ...BUTTON, class: "flow" } : { class: "flow rest" };
  return {
    element: svg("g", settings, title(bandWords(band)), ...parts),
    mark: isTold ? mark : null,
    marks: new Set(flow.edges),
    x: from.x + 1,
    y: band.y0,
  };
}

/** A mark that can be pressed; its title is its name. */
export const BUTTON = { role: "button", tabindex: -1 };
const title = (text: string): SVGElement => svg("title", {}, text);

/** "A gave to B: more than $5; 2 claims" */
export function bandWords({ flow, from, to, isCut }: Pick<Band, "flow" | "from" | "to" | "isCut">): string {
  const cut = isCut ? "; not to scale" : "";
  const [first] = flow.edges;
  if (first === undefined) return `${from.stop.label}, ${to.stop.label}: ${inShort(flow.span)}${cut}`;
  if (flow.edges.length > 1)
    return `${counted(flow.edges.length, "flow")} to ${to.stop.label}, ${flow.nature}: ${inShort(flow.span)}${cut}`;
  const doubt = first.hedges.length > 0 ? `, ${first.hedges.join(", ")}` : "";
  return `${first.start.label} ${first.label} ${first.end.label}: ${first.amount!.words}${doubt}; ${evidenceCount(first)}${cut}`;
}

function ribbons(band: Band, colour: Palette): SVGElement[] {
  const { nature, edges } = band.flow;
  const [floor, both] = [band.floor, band.floor + band.extra];
  const parts: SVGElement[] = [];
  if (nature === "rest") {
    const line = { stroke: colour("quiet"), "stroke-width": 1, "stroke-dasharray": "2 3" };
    return [svg("path", { d: ribbon(band, 0, both), fill: colour("quiet"), "fill-opacity": 0.07, ...line })];
  }
  if (floor > 0) parts.push(svg("path", { d: ribbon(band, 0, floor), fill: floorFill(nature, colour), "fill-opacity": 0.72 }));
  if (both > floor) parts.push(svg("path", { d: ribbon(band, floor, both), fill: extraFill(nature) }));
  if (band.open > 0) parts.push(svg("path", { d: ribbon(band, both, both + band.open), fill: openFill(nature) }));
  const isHedged = edges.some((edge) => edge.hedges.length > 0);
  const outline = { fill: "none", stroke: colour(isHedged ? "hedge" : "paper"), "stroke-width": isHedged ? 1.4 : 0.7 };
  const dashes = isHedged ? { "stroke-dasharray": "5 3" } : {};
  parts.push(svg("path", { d: ribbon(band, 0, both + band.open), ...outline, ...dashes }));
  return band.isCut ? [...parts, ...breakMarks(band, both, colour)] : parts;
}

/** A ribbon of a band between two depths below its top. */
function ribbon({ from, to, y0, y1 }: Band, upper: number, lower: number): string {
  const [left, right] = [from.x + BAR, to.x];
  const middle = (left + right) / 2;
  const curve = (x: number, start: number, end: number): string => `C${middle} ${start} ${middle} ${end} ${x} ${end}`;
  return `M${left} ${y0 + upper} ${curve(right, y0 + upper, y1 + upper)} V${y1 + lower} ${curve(left, y1 + lower, y0 + lower)} Z`;
}

/** Two strokes across a band that is not to scale. */
function breakMarks({ from, y0 }: Band, height: number, colour: Palette): SVGElement[] {
  const x = from.x + BAR + 9;
  const stroke = (at: number): string => `M${at} ${y0 - 3} l5 ${height / 2 + 3} l-5 0 l5 ${height / 2 + 3}`;
  return [x, x + 5].map((at) => svg("path", { d: stroke(at), fill: "none", stroke: colour("paper"), "stroke-width": 2.5 }));
}

/** The amount at the end of a band that is wide enough for it. */
function amountText(band: Band, colour: Palette): SVGElement[] {
  const height = band.floor + band.extra + band.open;
  if (height < READABLE) return [];
  const mark = band.flow.edges.some((edge) => cautionOf(edge) === "alarm") ? "! " : "";
  const words = (band.flow.edges.length === 1 && band.flow.edges[0]!.amount!.short) || inShort(band.flow.span);
  return [label(`${mark}${words}`, band.to.x - 8, band.y1 + height / 2 + 3.5, colour, { size: NOTE, anchor: "end", ink: "ink" })];
}

interface Lettering {
  size: number;
  anchor?: string;
  ink: string;
  weight?: number;
}

/** A text with a rim of paper, so that it can be read on a band. */
export function label(text: string, x: number, y: number, colour: Palette, { size, anchor, ink, weight }: Lettering): SVGElement {
  const rim = { stroke: colour("paper"), "stroke-width": 3, "stroke-linejoin": "round", "paint-order": "stroke" };
  const letters = { "font-size": size, "text-anchor": anchor, "font-weight": weight, fill: colour(ink) };
  return svg("text", { x, y, ...letters, ...rim }, text);
}

function stopItem(place: Placed, model: FlowModel, colour: Palette): Loose {
  const { stop, x, y, height } = place;
  const box = { x, y, width: BAR, height };
  const pooled = isPooled(model, stop.key);
  const rest = { fill: "none", stroke: colour("quiet"), "stroke-dasharray": "2 3" };
  const fill = stop.kind === "rest" ? rest : { fill: colour(pooled ? "paper" : "ink"), stroke: colour("ink") };
  const rungs = pooled ? [svg("path", { d: rungsIn(place), stroke: colour("ink"), "stroke-width": 1 })] : [];
  const words = stopWords(place, model, pooled);
  const isTold = stop.node !== null;
  return {
    element: svg(
      "g",
      isTold ? { ...BUTTON, class: "stop" } : { class: "stop" },
      title(words),
      svg("rect", { ...box, ...fill, "stroke-width": 1 }),
      ...rungs,
      ...labelParts(place, colour),
    ),
    mark: stop.node,
    marks: new Set(stop.node === null ? [] : [stop.node]),
    x,
    y,
  };
}

/** The rungs of a pool. */
function rungsIn({ x, y, height }: Placed): string {
  const count = Math.max(1, Math.floor(height / 5));
  return Array.from({ length: count }, (_, rung) => `M${x} ${y + ((rung + 0.5) * height) / count} h${BAR}`).join(" ");
}

function stopWords({ stop }: Placed, { flows }: FlowModel, pooled: boolean): string {
  const side = (word: string, mine: readonly Flow[]): string =>
    mine.length === 0 ? "" : `; ${word} ${turnover(mine).map(([nature, span]) => `${nature} ${inShort(span)}`).join(", ")}`;
  const told = flows.filter(({ nature }) => nature !== "rest");
  const ins = side("in:", told.filter(({ to }) => to === stop.key));
  const outs = side("out:", told.filter(({ from }) => from === stop.key));
  return `${stop.label}${ins}${outs}${pooled ? "; pooled: no gift can be followed through" : ""}`;
}

function labelParts({ label: words, labelX, labelY, side, stop }: Placed, colour: Palette): SVGElement[] {
  const [x, anchor] = side === "left" ? [labelX + words.width, "end"] : [labelX, "start"];
  const ink = stop.kind === "rest" ? "quiet" : "ink";
  const names = words.names.map((line, row) =>
    label(line, x, labelY + row * NAME_LINE + 12, colour, { size: NAME, anchor, ink, weight: 600 }),
  );
  const below = labelY + words.names.length * NAME_LINE + 10;
  const notes = words.notes.map((line, row) =>
    label(line, x, below + row * NOTE_LINE, colour, { size: NOTE, anchor, ink: "quiet" }),
  );
  return [...names, ...notes];
}
