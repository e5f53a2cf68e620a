/** The map: counties of the contests that are shown, with outcome, margin and money from outside. */

import { el, fill, link } from "../dom.ts";
import { isEdge, type Mark } from "../model.ts";
import type { Page, View, ViewEntry } from "../page.ts";
import { drawMap } from "./map/drawing.ts";
import { markOf } from "./map/fromPage.ts";
import { mapLegend } from "./map/legend.ts";
import { placesOf, type MapPlace } from "./map/places.ts";
import { standAlone } from "./standalone.ts";
import { twin } from "./map/twin.ts";

/** Smaller than this, in pixels, a map scrolls. */
const SMALLEST = { width: 320, height: 420 };
/** On a narrow screen a map is taller than the screen: insets stand one below the other. */
const NARROW = 600;
const TALL = 960;

function makeMap(host: HTMLElement, page: Page): View {
  const box = el("div", { class: "map-view" });
  host.append(box);
  let drawing: SVGSVGElement | null = null;
  const on = {
    choose: (key: string) => page.select(page.model.markOf(key)),
    point: (key: string | null) => page.point(key === null ? null : page.model.markOf(key)),
  };
  const draw = () => {
    const places = placesOf(page.document.map!, page.visibleEdges());
    const marks = places.filter((place) => place.area !== null).map(markOf);
    const head = el("div", { class: "map-head" }, mapLegend(marks), unplaced(places, page));
    const foot = twin(places, page);
    fill(box, head, foot);
    const wide = Math.max(SMALLEST.width, host.clientWidth);
    const least = wide < NARROW ? TALL : SMALLEST.height;
    const size = { width: wide, height: Math.max(least, host.clientHeight - head.offsetHeight - foot.offsetHeight) };
    drawing = drawMap(page.document.map!, marks, size, on);
    head.after(drawing);
    light(drawing, page.selected);
  };
  new ResizeObserver(() => host.hidden || draw()).observe(host);
  return {
    draw,
    highlight: (lit) => drawing && light(drawing, lit?.mark ?? page.selected),
    picture: () => standAlone(drawing!),
    placeOf: (mark) => placeOn(drawing!, mark),
  };
}

/** Places that cannot be drawn, each with the way to its evidence. */
function unplaced(places: readonly MapPlace[], page: Page): HTMLElement | null {
  const names = places.filter((place) => place.area === null);
  if (names.length === 0) return null;
  const links = names.flatMap(({ node }) => [", ", link(node.label, () => page.select(node))]).slice(1);
  return el("p", { class: "quiet" }, "Not on the map, since no source names their counties: ", ...links);
}

/** Sets off what a mark is, or belongs to. */
function light(drawing: SVGSVGElement, mark: Mark | null): void {
  const keys = new Set(mark === null ? [] : isEdge(mark) ? [mark.iri, mark.source, mark.target, mark.contest] : [mark.iri]);
  for (const element of drawing.querySelectorAll<SVGElement>("[data-key]"))
    element.classList.toggle("lit", keys.has(element.dataset.key!));
}

function placeOn(drawing: SVGSVGElement, mark: Mark) {
  const element = [...drawing.querySelectorAll<SVGElement>(".stop")].find((each) => each.dataset.key === mark.iri);
  if (element === undefined) return null;
  const { left, right, top, bottom } = element.getBoundingClientRect();
  return { x: (left + right) / 2, y: (top + bottom) / 2 };
}

export const MAP: ViewEntry = { name: "map", title: "Map", make: makeMap, serves: ({ map }) => map !== undefined };
