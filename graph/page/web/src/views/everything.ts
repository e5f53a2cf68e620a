/** Everything of a large picture: painted onto a canvas of its own, which is moved as it is while the reader moves. */

import type { Company } from "../company.ts";
import { el } from "../dom.ts";
import { LargeEdge, LargeNode } from "../large/marks.ts";
import { Everything } from "../large/everything.ts";
import { isEdge, type Mark } from "../model.ts";
import type { Page, View, ViewEntry } from "../page.ts";
import { readPalette, type Palette } from "../palette.ts";
import { centred, fitting, panned, toPicture, toScreen, zoomed, type Camera, type Size } from "./everything/camera.ts";
import { middleOfCourse, nearestLine, traceCourses } from "./everything/courses.ts";
import { makeGrid, markAt } from "./everything/grid.ts";
import { paintHeadings } from "./everything/headings.ts";
import { paintCompany } from "./everything/highlight.ts";
import { paintKey } from "./everything/key.ts";
import { isFar } from "./everything/marks.ts";
import { FAMILY_NAMES, type Scene } from "./everything/painter.ts";
import { makeScreen, type Screen } from "./everything/screen.ts";
import { SLOT } from "./everything/shade.ts";

const PAN_BY_KEY = 80;
const ZOOMS = new Map([
  ["+", 1.3],
  ["=", 1.3],
  ["-", 1 / 1.3],
]);
const OPENING = 0.75;

/** The parts of the view. */
interface Stage {
  page: Page;
  everything: Everything;
  scene: Scene;
  screen: Screen;
  box: HTMLElement;
  palette: Palette;
  lit: Company | null;
  camera: Camera;
  /** Whether the reader moved; the view then stays where it is. */
  moved: boolean;
}

function makeView(host: HTMLElement, page: Page): View {
  if (!(page.model instanceof Everything)) throw new TypeError("everything is drawn of a large picture alone");
  const stage = makeStage(host, page, page.model);
  listen(stage);
  return {
    draw() {
      stage.palette = readPalette();
      readShown(stage);
      show(stage);
    },
    highlight(lit) {
      stage.lit = lit;
      stage.screen.overlay();
    },
    bring: (mark) => bring(stage, mark),
    fit: () => fit(stage),
    picture() {
      const kept = stage.palette;
      stage.palette = readPalette(); // print has colours of its own
      const made = stage.screen.picture();
      stage.palette = kept;
      return made;
    },
    isOfPixels: true,
    placeOf(mark) {
      const frame = stage.box.getBoundingClientRect();
      const { x, y } = toScreen(stage.camera, middleOf(stage, mark));
      return { x: frame.left + x, y: frame.top + y };
    },
  };
}

function makeStage(host: HTMLElement, page: Page, everything: Everything): Stage {
  const { columns } = everything;
  const box = el("div", {
    class: "canvas everything",
    tabindex: 0,
    role: "application",
    "aria-roledescription": "network",
    "aria-label": "Everything. Arrow keys move, plus and minus zoom, 0 fits. The table view lists the same.",
  });
  host.append(box);
  const stage: Stage = {
    page,
    everything,
    box,
    scene: makeScene(everything, page),
    palette: readPalette(),
    lit: null,
    camera: { scale: 1, x: 0, y: 0 },
    moved: false,
    screen: null as never, // set next; it paints from this stage
  };
  stage.screen = makeScreen(box, {
    scene: stage.scene,
    workshop: everything.workshop,
    camera: () => stage.camera,
    palette: () => stage.palette,
    over(context, size, money) {
      if (stage.lit?.mark.shown === true) paintCompany(context, stage.scene, stage.lit, stage.camera, size, stage.palette);
      paintHeadings(context, columns.part, page.document.columns, stage.camera, size, stage.palette);
      paintKey(context, money, size, stage.palette);
    },
  });
  return stage;
}

function makeScene({ columns: whole }: Everything, page: Page): Scene {
  return {
    whole,
    courses: traceCourses(whole),
    families: whole.part.relations.map((relation) => Math.max(0, FAMILY_NAMES.indexOf(relation[2]))),
    shownLines: new Uint8Array(whole.part.lines),
    marks: {
      whole,
      grid: makeGrid(whole.x, whole.y),
      shown: new Uint8Array(whole.part.marks),
    },
    widthOf: (size) => page.widths.ofSize(size),
  };
}

/** Takes over what the filters leave. */
function readShown({ everything, scene }: Stage): void {
  everything.edges.forEach((edge, line) => (scene.shownLines[line] = Number(edge.shown)));
  everything.nodes.forEach((node, mark) => (scene.marks.shown[mark] = Number(node.shown)));
}

/** The camera that shows all of it, or, where that would be too small to see anything, its upper part across the whole width. */
function fitted({ everything, screen }: Stage): Camera {
  const { zones, height } = everything.columns.part;
  const right = Math.max(1, ...zones.map((zone) => zone.right));
  return fitting({ left: 0, top: 0, right, bottom: height }, screen.size());
}

/** Paints anew: what the reader moved to, else all of it. */
function show(stage: Stage): void {
  if (!stage.moved) stage.camera = fitted(stage);
  stage.screen.repaint();
}

/** Shows all of it again, wherever the reader moved. */
function fit(stage: Stage): void {
  stage.moved = false;
  show(stage);
}

function middleOf({ scene }: Stage, mark: Mark): { x: number; y: number } {
  return isEdge(mark) ? middleOfCourse(scene.courses, mark.id) : { x: mark.x, y: mark.y };
}

function bring(stage: Stage, mark: Mark): void {
  const size = stage.screen.size();
  const scale = isEdge(mark) ? stage.camera.scale : Math.max(OPENING, stage.camera.scale);
  move(stage, centred({ ...stage.camera, scale }, middleOf(stage, mark), size));
}

function move(stage: Stage, camera: Camera): void {
  stage.moved = true;
  stage.camera = camera;
  stage.screen.move();
}

const smallest = (stage: Stage): number => fitted(stage).scale / 2;

function listen(stage: Stage): void {
  const { box, page } = stage;
  let drag: { x: number; y: number; far: number } | null = null;
  let isPending = false;
  box.addEventListener("pointerdown", (event) => {
    drag = { x: event.clientX, y: event.clientY, far: 0 };
    box.setPointerCapture(event.pointerId);
  });
  box.addEventListener("pointermove", (event) => {
    if (drag !== null && event.buttons > 0) {
      const [dx, dy] = [event.clientX - drag.x, event.clientY - drag.y];
      drag = { x: event.clientX, y: event.clientY, far: drag.far + Math.abs(dx) + Math.abs(dy) };
      move(stage, panned(stage.camera, dx, dy));
      page.point(null);
    } else if (event.pointerType !== "touch" && !isPending) {
      isPending = true;
      requestAnimationFrame(() => {
        isPending = false;
        page.point(hit(stage, event));
      });
    }
  });
  box.addEventListener("pointerup", (event) => {
    if (drag !== null && drag.far < 5) page.select(hit(stage, event));
    drag = null;
  });
  box.addEventListener("pointerleave", () => page.point(null));
  box.addEventListener("wheel", (event) => onWheel(stage, event), { passive: false });
  box.addEventListener("keydown", (event) => onKey(stage, event));
  new ResizeObserver(() => show(stage)).observe(box);
}

function onWheel(stage: Stage, event: WheelEvent): void {
  event.preventDefault();
  const frame = stage.box.getBoundingClientRect();
  const at = { x: event.clientX - frame.left, y: event.clientY - frame.top };
  move(stage, zoomed(stage.camera, Math.exp(-event.deltaY / 400), at, smallest(stage)));
}

/** The mark or line under the pointer. */
function hit({ box, camera, everything, scene }: Stage, event: PointerEvent): LargeNode | LargeEdge | null {
  const frame = box.getBoundingClientRect();
  const at = toPicture(camera, { x: event.clientX - frame.left, y: event.clientY - frame.top });
  const reach = (event.pointerType === "touch" ? 14 : 6) / camera.scale;
  const { x, y } = everything.columns;
  const slot = isFar(camera.scale) ? { width: 0, height: 0, reach } : { ...SLOT, reach };
  const mark = markAt(scene.marks.grid, x, y, at, slot);
  if (mark >= 0 && scene.marks.shown[mark] === 1) return everything.nodes[mark]!;
  const line = nearestLine(scene.courses, at, reach, (number) => scene.shownLines[number] === 1);
  return line < 0 ? null : everything.edges[line]!;
}

function onKey(stage: Stage, event: KeyboardEvent): void {
  const size: Size = stage.screen.size();
  const way: number[] | undefined = { ArrowLeft: [1, 0], ArrowRight: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] }[event.key];
  const zoom = ZOOMS.get(event.key);
  if (way !== undefined) move(stage, panned(stage.camera, way[0]! * PAN_BY_KEY, way[1]! * PAN_BY_KEY));
  else if (zoom !== undefined)
    move(stage, zoomed(stage.camera, zoom, { x: size.width / 2, y: size.height / 2 }, smallest(stage)));
  else if (event.key === "0") fit(stage);
  else if (event.key === "Enter") document.getElementById("panel")?.focus();
  else return;
  event.preventDefault();
}

export const EVERYTHING: ViewEntry = { name: "network", title: "Network", make: makeView };
