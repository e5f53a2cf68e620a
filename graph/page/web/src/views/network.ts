/** The network on the screen. vis-network holds the marks and the camera; lines and highlight are drawn here. */

import type { Company } from "../company.ts";
import { el } from "../dom.ts";
import type { Page, View, ViewEntry } from "../page.ts";
import { readPalette, type Palette } from "../palette.ts";
import { bringIntoSight, limitZoom, openingView, READABLE, roomFor, wholeView } from "./network/camera.ts";
import { markByKey } from "./network/keys.ts";
import { drawPoster } from "./network/poster.ts";
import { drawCompany, drawLines, drawNode, fitGaps, isFree, makeScene, markAt, middleOf, type Scene } from "./network/scene.ts";
import { headingX } from "./network/spots.ts";
import { options, type VisNetwork } from "./network/vis.ts";

const VEIL = 0.82;
const ZOOMS = new Map([
  ["+", 1.25],
  ["=", 1.25],
  ["-", 0.8],
]);

/** The parts of the view. */
interface Stage {
  page: Page;
  scene: Scene;
  palette: Palette;
  canvas: HTMLElement;
  headings: HTMLElement[];
  overlay: HTMLCanvasElement;
  network: VisNetwork;
  lit: Company | null;
  /** Whether the reader moved; the view then stays where it is. */
  moved: boolean;
  /** Whether a frame for the pointer is on its way. */
  pending: boolean;
}

function makeNetwork(host: HTMLElement, page: Page): View {
  const stage = makeStage(host, page);
  listen(stage);
  return {
    draw() {
      stage.palette = readPalette();
      stage.network.redraw();
    },
    highlight(lit) {
      stage.lit = lit;
      drawOverlay(stage);
    },
    bring(mark) {
      if (bringIntoSight(stage.network, stage.canvas, middleOf(stage.scene, mark, page.selected))) stage.moved = true;
    },
    fit: () => fitAll(stage),
    picture: () => drawPoster(stage.scene, page, readPalette()),
    placeOf(mark) {
      const frame = stage.canvas.getBoundingClientRect();
      const { x, y } = stage.network.canvasToDOM(middleOf(stage.scene, mark, page.selected));
      return { x: frame.left + x, y: frame.top + y };
    },
  };
}

function makeStage(host: HTMLElement, page: Page): Stage {
  const canvas = el("div", {
    id: "canvas",
    class: "canvas",
    tabindex: 0,
    role: "application",
    "aria-roledescription": "network",
    "aria-label": "Network. Arrow keys move between marks, plus and minus zoom, 0 fits. The table view lists the same.",
  });
  const scene = makeScene(page.model, page.widths);
  const headings = scene.strips.map((strip) => el("span", {}, strip.title));
  host.append(el("div", { id: "headings", class: "headings", "aria-hidden": "true" }, ...headings), canvas);
  fitGaps(scene, roomFor(canvas), READABLE);
  const stage: Stage = {
    page,
    scene,
    canvas,
    headings,
    palette: readPalette(),
    overlay: el("canvas", { class: "overlay", "aria-hidden": "true" }),
    network: null as never, // set next; it draws from this stage
    lit: null,
    moved: false,
    pending: false,
  };
  stage.network = startVis(stage);
  canvas.append(stage.overlay);
  return stage;
}

/** Hands the marks to vis-network, and draws what it does not. */
function startVis(stage: Stage): VisNetwork {
  const { canvas, scene } = stage;
  const network = new vis.Network(
    canvas,
    {
      nodes: scene.spots.map(({ node, box }) => ({ id: node.id, x: (box.left + box.right) / 2, y: node.y })),
      edges: stage.page.edges.map(({ id, from, to }) => ({ id, from, to, hidden: true })),
    },
    options(({ ctx, id }) => {
      const spot = scene.spots[id]!;
      const { left, right, top, bottom } = spot.box;
      return {
        drawNode: () => spot.node.shown && drawNode(ctx, scene, spot, stage.palette),
        nodeDimensions: { width: right - left, height: bottom - top },
      };
    }),
  );
  (canvas.firstElementChild as HTMLElement).tabIndex = -1; // the element around it takes the keys and has the name
  network.on("beforeDrawing", (context) => drawLines(context, scene, stage.palette));
  network.on("afterDrawing", () => {
    placeHeadings(stage);
    drawOverlay(stage);
  });
  return network;
}

function listen(stage: Stage): void {
  const { canvas, network, page } = stage;
  network.on("zoom", () => {
    stage.moved = true;
    limitZoom(network);
  });
  network.on("dragStart", () => {
    stage.moved = true;
    page.point(null);
  });
  network.on("click", ({ pointer }) => page.select(markAt(stage.scene, pointer.canvas, reach(network), page.selected)));
  canvas.addEventListener("pointermove", (event) => onPoint(stage, event));
  canvas.addEventListener("pointerleave", () => page.point(null));
  canvas.addEventListener("keydown", (event) => onKey(stage, event));
  new ResizeObserver(() => {
    if (!stage.moved) open(stage);
  }).observe(canvas);
}

/** How near a pointer has to be to a line: the same on the screen at every zoom, wider for a finger. */
const reach = (network: VisNetwork): number =>
  (matchMedia("(pointer: coarse)").matches ? 14 : 6) / network.getScale();

/** Fits columns and camera to the window. */
function open({ canvas, scene, network }: Stage): void {
  if (canvas.clientWidth === 0) return;
  const room = roomFor(canvas);
  if (fitGaps(scene, room, READABLE))
    for (const { node, box } of scene.spots) network.moveNode(node.id, (box.left + box.right) / 2, node.y);
  network.moveTo(openingView(scene, room));
}

function fitAll(stage: Stage): void {
  stage.moved = false;
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const animation = calm ? false : ({ duration: 250, easingFunction: "easeInOutQuad" } as const);
  stage.network.moveTo({ ...wholeView(stage.scene, roomFor(stage.canvas)), animation });
}

/** Keeps the headings over their columns; a column of which nothing is shown has none. */
function placeHeadings({ scene, headings, network }: Stage): void {
  scene.strips.forEach((strip, place) => {
    const { x } = network.canvasToDOM({ x: headingX(strip), y: 0 });
    const heading = headings[place]!;
    heading.hidden = isFree(scene) || !strip.members.some((spot) => spot.node.shown);
    heading.style.transform = `translateX(${x.toFixed(1)}px) translateX(-50%)`;
  });
}

/** Draws what stands out, over a veil that dims the rest, on its own canvas: the other marks need not be drawn again. */
function drawOverlay({ overlay, canvas, network, lit, scene, palette }: Stage): void {
  const ratio = devicePixelRatio || 1;
  const [width, height] = [Math.round(canvas.clientWidth * ratio), Math.round(canvas.clientHeight * ratio)];
  if (overlay.width !== width || overlay.height !== height) Object.assign(overlay, { width, height });
  const context = overlay.getContext("2d")!;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, width, height);
  if (lit?.mark.shown !== true) return;
  context.globalAlpha = VEIL;
  context.fillStyle = palette("paper");
  context.fillRect(0, 0, width, height);
  context.globalAlpha = 1;
  const scale = network.getScale() * ratio;
  const { x, y } = network.getViewPosition();
  context.setTransform(scale, 0, 0, scale, width / 2 - x * scale, height / 2 - y * scale);
  drawCompany(context, scene, lit, palette);
}

/** Takes up the pointer at most once a frame; a finger selects by tapping and does not point. */
function onPoint(stage: Stage, event: PointerEvent): void {
  if (event.pointerType === "touch" || stage.pending || event.buttons > 0) return;
  stage.pending = true;
  requestAnimationFrame(() => {
    stage.pending = false;
    const { canvas, network, page, scene } = stage;
    const frame = canvas.getBoundingClientRect();
    const at = network.DOMtoCanvas({ x: event.clientX - frame.left, y: event.clientY - frame.top });
    const mark = markAt(scene, at, reach(network), page.selected);
    canvas.classList.toggle("pointing", mark !== null);
    page.point(mark);
  });
}

function onKey(stage: Stage, event: KeyboardEvent): void {
  const { network, page } = stage;
  const zoom = ZOOMS.get(event.key);
  if (event.key.startsWith("Arrow")) {
    const next = markByKey(event.key, page);
    if (next) page.select(next, { move: true });
  } else if (zoom !== undefined) {
    network.moveTo({ scale: network.getScale() * zoom });
    stage.moved = true;
    limitZoom(network);
  } else if (event.key === "0") fitAll(stage);
  else if (event.key === "Enter") document.getElementById("panel")?.focus();
  else return;
  event.preventDefault();
}

export const NETWORK: ViewEntry = { name: "network", title: "Network", make: makeNetwork };
