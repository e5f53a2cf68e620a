/**
 * Draws a map: the land, areas with their looks, texts with leader lines, insets for what stands close together. It knows
 * nothing of the page around it: a mark that is clicked is told by its key.
 */

import { svg } from "../../dom.ts";
import { barParts } from "./bars.ts";
import { besideInset, fitted, insideAreas, LINE, nearPlaces, placed, type Callout } from "./callouts.ts";
import { framesOf, height, projection, width, type Box, type Frame } from "./frames.ts";
import { walk } from "../walk.ts";
import { glyph, patterns, round } from "./looks.ts";
import { largestOf, type MapMark, type Sheet } from "./marks.ts";

const MARGIN = 10;
/** Length of the bar of the largest figure. */
const BAR = 54;

export interface MapSize {
  width: number;
  height: number;
}

/** What is called when somebody points at or chooses something, by its key. */
export interface MapHandlers {
  choose(key: string): void;
  point(key: string | null): void;
}

/** A drawing of marks, with an element of the class `stop` for everything that can be chosen. */
export function drawMap(sheet: Sheet, marks: readonly MapMark[], size: MapSize, on: MapHandlers): SVGSVGElement {
  const whole = { left: 0, top: 0, right: sheet.width, bottom: sheet.height };
  const screen = { left: MARGIN, top: MARGIN, right: size.width - MARGIN, bottom: size.height - MARGIN };
  const frames = framesOf(marks, whole, screen);
  const largest = largestOf(marks);
  const drawing = svg(
    "svg",
    { class: "map", width: size.width, height: size.height, viewBox: `0 0 ${size.width} ${size.height}`, role: "group", "aria-label": "Map" },
    patterns(svg("path", { id: "map-land", class: "land", d: sheet.land })),
    ...frames.map((frame) => drawFrame(frame, frames, sheet, marks)),
    ...calloutsOf(frames, marks).map((callout) => drawCallout(callout, marks.indexOf(callout.mark), largest)),
  );
  listen(drawing, on);
  stopsOf(drawing)[0]?.setAttribute("tabindex", "0");
  return drawing;
}

/** The texts of all frames; those of the main one keep clear of the frames of insets on it. */
function calloutsOf(frames: readonly Frame[], marks: readonly MapMark[]): Callout[] {
  const [main, ...insets] = frames;
  const of = (frame: Frame) => frame.spots.map((place) => marks[place]!);
  const taken = insets.map((inset) => outline(inset, main!));
  return [...nearPlaces(main!, of(main!), taken), ...insets.flatMap((inset) => (inset.callouts === null ? insideAreas : besideInset)(inset, of(inset)))];
}

/** Where the part of an inset lies in the main frame. */
function outline(inset: Frame, main: Frame): Box {
  const corner = placed(main, { x: inset.sheet.left, y: inset.sheet.top });
  const scale = projection(main).scale;
  return { left: corner.x, top: corner.y, right: corner.x + width(inset.sheet) * scale, bottom: corner.y + height(inset.sheet) * scale };
}

function drawFrame(frame: Frame, frames: readonly Frame[], sheet: Sheet, marks: readonly MapMark[]): SVGGElement {
  const { scale, x, y } = projection(frame);
  const clip = `map-clip-${frame.letter}`;
  const isMain = frame.letter === "";
  // In the main frame everything is drawn; what an inset shows again is chosen there.
  const shown = isMain ? marks : frame.spots.map((place) => marks[place]!);
  const own = new Set(frame.spots.map((place) => marks[place]!));
  const paths = shown.map((mark) => areaOf(mark, marks.indexOf(mark), own.has(mark)));
  const outlines = Object.values(sheet.states).map((path) => svg("path", { class: "state", d: path }));
  const land = svg(
    "g",
    { transform: `translate(${round(x)} ${round(y)}) scale(${scale})` },
    svg("use", { href: "#map-land" }),
    ...(isMain ? [] : outlines),
    ...paths,
  );
  return svg(
    "g",
    { class: isMain ? "frame main" : "frame inset" },
    svg("clipPath", { id: clip }, rectangle(frame.screen, {})),
    isMain ? null : rectangle(frame.screen, { class: "sea", rx: 4 }),
    svg("g", { "clip-path": `url(#${clip})` }, land),
    ...(isMain ? frames.slice(1).map((inset) => lettered(outline(inset, frame), inset.letter)) : [letter(frame.screen, frame.letter)]),
    isMain ? null : rectangle(frame.screen, { class: "edge", rx: 4 }),
  );
}

function areaOf(mark: MapMark, place: number, isStop: boolean): SVGPathElement {
  const settings = { class: `area ${mark.look}`, d: mark.path, fill: `url(#look-${mark.look})` };
  if (!isStop) return svg("path", { ...settings, "data-key": mark.key, "aria-hidden": "true" });
  return svg(
    "path",
    { ...settings, class: `${settings.class} stop`, "data-place": place, "data-key": mark.key, role: "button", tabindex: -1, "aria-label": mark.title },
  );
}

const rectangle = (box: Box, settings: Record<string, unknown>): SVGRectElement =>
  svg("rect", { x: round(box.left), y: round(box.top), width: round(width(box)), height: round(height(box)), ...settings });

const letter = (box: Box, text: string): SVGTextElement =>
  svg("text", { class: "letter", x: round(box.left + 7), y: round(box.top + 16) }, text);

function lettered(box: Box, text: string): SVGGElement {
  return svg(
    "g",
    { class: "locator", "aria-hidden": "true" },
    rectangle(box, { class: "edge" }),
    svg("text", { class: "letter", x: round(box.left - 3), y: round(box.top + 10), "text-anchor": "end" }, text),
  );
}

function drawCallout(callout: Callout, place: number, largest: number): SVGGElement {
  const { mark, anchor, box, lines } = callout;
  const isInside = anchor.x > box.left && anchor.x < box.right && anchor.y > box.top && anchor.y < box.bottom;
  const side = anchor.x <= box.left ? box.left - 2 : anchor.x >= box.right ? box.right + 2 : anchor.x;
  const level = Math.min(Math.max(anchor.y, box.top + 7), box.bottom);
  const hidden = mark.lines.length - lines;
  const name = fitted(mark.name, width(box), 12.5);
  return svg(
    "g",
    { class: "callout", "data-of": place },
    isInside ? null : svg("path", { class: "leader", d: `M${round(anchor.x)} ${round(anchor.y)}L${round(side)} ${round(anchor.x === side ? level : box.top + 7)}` }),
    isInside ? null : svg("circle", { class: "anchor", cx: round(anchor.x), cy: round(anchor.y), r: 2 }),
    svg("text", { class: "name", x: round(box.left), y: round(box.top + 11), "data-key": mark.key }, hidden > 0 && !isInside ? `${name} +${hidden}` : name),
    ...mark.lines.slice(0, lines).map((_, row) => drawLine(callout, row, largest)),
  );
}

function drawLine({ mark, box }: Callout, place: number, largest: number): SVGGElement {
  const line = mark.lines[place]!;
  const y = box.top + 15 + place * LINE + LINE / 2;
  const room = line.bar === null ? width(box) - 14 : width(box) - 14 - BAR - 22;
  const text = svg("text", { x: round(box.left + 14), y: round(y + 4) }, fitted(line.text, room, 11.5, line.ending));
  const parts = line.bar === null ? [] : barParts(line.bar, box.left + 14 + room + 4, y, BAR, largest);
  if (line.look === null) return svg("g", { class: "line below", "data-key": line.key }, text, ...parts);
  return svg(
    "g",
    { class: "line stop", "data-key": line.key, role: "button", tabindex: -1, "aria-label": `${line.text}: ${line.title}` },
    rectangle({ left: box.left, right: box.right, top: y - LINE / 2, bottom: y + LINE / 2 }, { class: "ground" }),
    glyph(line.look, box.left + 5, y),
    text,
    ...parts,
  );
}

/** One listener for all; a key walks from stop to stop. */
function listen(drawing: SVGSVGElement, on: MapHandlers): void {
  const keyOf = (event: Event) => (event.target as Element).closest<SVGElement>("[data-key]")?.dataset.key ?? null;
  drawing.addEventListener("click", (event) => {
    const key = keyOf(event);
    if (key !== null) on.choose(key);
  });
  drawing.addEventListener("pointerover", (event) => on.point(keyOf(event)));
  drawing.addEventListener("pointerleave", () => on.point(null));
  drawing.addEventListener("focusin", (event) => on.point(keyOf(event)));
  drawing.addEventListener("keydown", (event) => onKey(drawing, event, on));
}

/** What can be chosen: each area, and after it what stands beside it. */
function stopsOf(drawing: SVGSVGElement): SVGElement[] {
  const areas = [...drawing.querySelectorAll<SVGElement>(".area.stop")];
  return areas.flatMap((area) => [area, ...drawing.querySelectorAll<SVGElement>(`[data-of="${area.dataset.place}"] .stop`)]);
}

function onKey(drawing: SVGSVGElement, event: KeyboardEvent, on: MapHandlers): void {
  const here = (event.target as Element).closest<SVGElement>(".stop");
  if ((event.key === "Enter" || event.key === " ") && here !== null) on.choose(here.dataset.key!);
  else if (!walk(drawing, event, stopsOf(drawing))) return;
  event.preventDefault();
  event.stopPropagation();
}
