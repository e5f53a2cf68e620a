/**
 * The canvas of a large picture. It is painted wider than the stage; while the reader moves, what is painted is moved
 * along as it is, and painted anew when the hand rests. What takes time is shaded in the workshop.
 */

import { el } from "../../dom.ts";
import type { Workshop } from "../../large/workshop/workshop.ts";
import type { Palette } from "../../palette.ts";
import type { Camera, Size } from "./camera.ts";
import type { Plate } from "./marks.ts";
import { drawnLines, paint, shadingOf, type Scene } from "./painter.ts";
import { paintShade, type Shaded } from "./shade.ts";

/** So much more than the stage is painted on every side, as a share of it. */
const AROUND = 0.25;
/** Milliseconds of rest after which it is painted anew. */
const REST = 140;
/** A saved picture has so many pixels for one of the stage. */
const SAVED = 2;

export interface Screen {
  size(): Size;
  /** Paints all anew. */
  repaint(): void;
  /** Shows what is painted in its new place, and paints anew when the reader rests. */
  move(): void;
  /** Draws what stands out, over the same picture. */
  overlay(): void;
  /** What is on the screen in the colours of now, for saving and for print. */
  picture(): HTMLCanvasElement;
}

export interface Painted {
  scene: Scene;
  workshop: Workshop;
  camera: () => Camera;
  palette: () => Palette;
  /** Draws over the picture, in pixels of the stage. */
  over: (context: CanvasRenderingContext2D, size: Size, money: Shaded["money"]) => void;
}

/** A picture with the camera it was painted for. */
interface Print {
  canvas: HTMLCanvasElement;
  camera: Camera;
}

export function makeScreen(box: HTMLElement, painted: Painted): Screen {
  const over = el("canvas", { class: "overlay", "aria-hidden": "true" });
  const room = el("div", { class: "plates" });
  box.append(room, over);
  let shown: Print | null = null;
  let money: Shaded["money"] = null;
  let timer = 0;
  let [isPainting, isStale] = [false, false];

  const size = (): Size => ({ width: box.clientWidth, height: box.clientHeight });
  const ratio = () => devicePixelRatio || 1;
  const overlay = () => painted.over(cleared(over, size(), ratio()), size(), money);
  const place = () => {
    if (shown !== null) lay(shown, painted.camera());
    overlay();
  };
  const paintOnce = async () => {
    const { plate, camera } = wideOf(size(), painted.camera(), ratio());
    const [drawn, colour] = [drawnLines(painted.scene, camera, plate), painted.palette()];
    const shaded = await painted.workshop.ask("shade", shadingOf(painted.scene, drawn, camera, plate, colour));
    const canvas = canvasOf(plate);
    paint(canvas.getContext("2d")!, painted.scene, shaded, drawn, camera, plate, colour);
    room.replaceChildren(canvas);
    [shown, money] = [{ canvas, camera }, shaded.money];
    place();
  };
  const repaint = async () => {
    clearTimeout(timer);
    isStale = true;
    box.dataset.painted = "some";
    place();
    if (isPainting) return;
    isPainting = true;
    while (isStale) {
      isStale = false;
      await paintOnce();
    }
    isPainting = false;
    box.dataset.painted = "all";
  };
  return {
    size,
    repaint: () => void repaint(),
    overlay,
    move() {
      place();
      clearTimeout(timer);
      timer = window.setTimeout(() => void repaint(), REST);
    },
    picture: () => saved(size(), painted),
  };
}

/** An empty canvas in pixels of the stage. */
function cleared(canvas: HTMLCanvasElement, { width, height }: Size, ratio: number): CanvasRenderingContext2D {
  const [wide, tall] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (canvas.width !== wide || canvas.height !== tall) Object.assign(canvas, { width: wide, height: tall });
  const context = canvas.getContext("2d")!;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, wide, tall);
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  return context;
}

/** What is painted for a stage, and the camera of its upper left corner. */
function wideOf({ width, height }: Size, camera: Camera, ratio: number): { plate: Plate; camera: Camera } {
  const [aside, above] = [width * AROUND, height * AROUND];
  const plate = { width: Math.max(1, width + 2 * aside), height: Math.max(1, height + 2 * above), ratio, start: aside, end: width + aside };
  return { plate, camera: { ...camera, x: camera.x - aside / camera.scale, y: camera.y - above / camera.scale } };
}

function canvasOf({ width, height, ratio }: Plate): HTMLCanvasElement {
  const canvas = el("canvas", { width: Math.round(width * ratio), height: Math.round(height * ratio) });
  Object.assign(canvas.style, { width: `${width}px`, height: `${height}px` });
  return canvas;
}

/** Puts a picture where it belongs for a camera, as much larger or smaller as that asks. */
function lay({ canvas, camera }: Print, now: Camera): void {
  const [x, y] = [(camera.x - now.x) * now.scale, (camera.y - now.y) * now.scale];
  canvas.style.transform = `translate(${x}px, ${y}px) scale(${now.scale / camera.scale})`;
}

/** What is on the screen as one canvas, painted at once. */
function saved(size: Size, { scene, camera, palette, over }: Painted): HTMLCanvasElement {
  const plate = { ...size, ratio: SAVED, start: 0, end: size.width };
  const drawn = drawnLines(scene, camera(), plate);
  const shaded = paintShade(scene.whole, scene.courses, shadingOf(scene, drawn, camera(), plate, palette()));
  const picture = canvasOf(plate);
  paint(picture.getContext("2d")!, scene, shaded, drawn, camera(), plate, palette());
  const canvas = el("canvas", {});
  const context = cleared(canvas, size, SAVED);
  context.fillStyle = palette()("paper");
  context.fillRect(0, 0, size.width, size.height);
  context.drawImage(picture, 0, 0, size.width, size.height);
  over(context, size, shaded.money);
  return canvas;
}
