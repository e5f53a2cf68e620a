/** What part of the network is seen: fitting, opening, bringing a mark into sight, and how far one can zoom. */

import type { Point } from "./curves.ts";
import { isFree, shownSpots, type Scene } from "./scene.ts";
import { extent } from "./spots.ts";
import type { Move, VisNetwork } from "./vis.ts";

const MIN_SCALE = 0.15;
const MAX_SCALE = 4;
/** Smaller than this the view opens on the full width, not on the full height. */
export const READABLE = 0.66;
/** Smaller than this it opens on the upper left, at a scale that can be read. */
const SMALLEST_OPEN = 0.5;
const SIDE = 24;
const TOP = 34;
const BOTTOM = 12;

interface Room {
  width: number;
  height: number;
}

/** The room a window has for marks. */
export const roomFor = ({ clientWidth, clientHeight }: HTMLElement): Room => ({
  width: clientWidth - SIDE,
  height: clientHeight - TOP - BOTTOM,
});

/** The move that shows all marks that are shown. */
export function wholeView(scene: Scene, room: Room): Required<Pick<Move, "position" | "scale">> {
  const { left, right, top, bottom } = extent(shownSpots(scene));
  const scale = Math.max(MIN_SCALE, Math.min(room.width / (right - left), room.height / (bottom - top), 1.6));
  return { scale, position: { x: (left + right) / 2, y: (top + bottom) / 2 - (TOP - BOTTOM) / (2 * scale) } };
}

/** The move a page opens with: everything, or, where that could not be read, the upper left at a scale that can. */
export function openingView(scene: Scene, room: Room): Move {
  const whole = wholeView(scene, room);
  if (whole.scale >= (isFree(scene) ? SMALLEST_OPEN : READABLE)) return { ...whole, animation: false };
  const { left, right, top, bottom } = extent(shownSpots(scene));
  const fitting = Math.min(READABLE, room.width / (right - left));
  const scale = fitting >= SMALLEST_OPEN ? fitting : READABLE;
  const wide = (right - left) * scale > room.width;
  const tall = (bottom - top) * scale > room.height;
  const x = wide ? left + room.width / 2 / scale : whole.position.x;
  const y = tall
    ? top + ((room.height + TOP + BOTTOM) / 2 - TOP) / scale
    : (top + bottom) / 2 - (TOP - BOTTOM) / 2 / scale;
  return { scale, position: { x, y }, animation: false };
}

/** Keeps the zoom between a speck and a single label. */
export function limitZoom(network: VisNetwork): void {
  const scale = network.getScale();
  const allowed = Math.min(MAX_SCALE, Math.max(MIN_SCALE, scale));
  if (allowed !== scale) network.moveTo({ scale: allowed });
}

/** Moves to a place if it is out of sight, also under an open drawer; says whether it moved. */
export function bringIntoSight(network: VisNetwork, host: HTMLElement, place: Point): boolean {
  const { x, y } = network.canvasToDOM(place);
  const { clientWidth: width, clientHeight: height } = host;
  const bottom = height - coveredBy(document.getElementById("panel"));
  if (x > 60 && y > 60 && x < width - 60 && y < bottom - 30) return false;
  const lift = (height - Math.max(120, bottom)) / 2 / network.getScale();
  network.moveTo({ position: { x: place.x, y: place.y + lift }, animation: false });
  return true;
}

/** How much of the window an open drawer covers. */
function coveredBy(panel: HTMLElement | null): number {
  const isOver = panel !== null && document.body.dataset.drawer === "panel" && getComputedStyle(panel).position === "fixed";
  return isOver ? panel.offsetHeight : 0;
}
