/**
 * The canvas of a large picture. It is painted wider than the stage; while the reader moves, what is painted is moved
 * along as it is, and painted anew when the hand rests. A new picture grows on top of the old one.
 */

import { el } from "../../dom.ts";
import type { Palette } from "../../palette.ts";
import type { Camera, Size } from "./camera.ts";
import { paint, type Scene } from "./painter.ts";

/** So much more than the stage is painted on every side, as a share of it. */
const AROUND = 0.25;
/** Milliseconds of rest after which it is painted anew. */
const REST = 140;

export interface Screen {
  size(): Size;
  /** Paints all anew. */
  repaint(): void;
  /** Shows what is painted in its new place, and paints anew when the reader rests. */
  move(): void;
  /** Draws what stands out, over the same picture. */
  overlay(): void;
  /** What is on the screen, for saving. */
  picture(): HTMLCanvasElement;
}

export interface Painted {
  scene: Scene;
  camera(): Camera;
  palette(): Palette;
  /** Draws over the picture, in pixels of the stage. */
  over(context: CanvasRenderingContext2D, size: Size): void;
}

/** A picture with the camera it was painted for. */
interface Plate {
  canvas: HTMLCanvasElement;
  camera: Camera;
}

export function makeScreen(box: HTMLElement, painted: Painted): Screen {
  const plates: Plate[] = [];
  const over = el("canvas", { class: "overlay", "aria-hidden": "true" });
  const room = el("div", { class: "plates" });
  box.append(room, over);
  let [timer, frame] = [0, 0];

  const size = (): Size => ({ width: box.clientWidth, height: box.clientHeight });
  const ratio = () => devicePixelRatio || 1;
  const place = () => {
    for (const plate of plates) lay(plate, painted.camera());
    overlay();
  };
  const overlay = () => painted.over(cleared(over, size(), ratio()), size());
  const repaint = () => {
    clearTimeout(timer);
    cancelAnimationFrame(frame);
    for (const plate of plates.splice(1)) plate.canvas.remove();
    const plate = emptyPlate(size(), painted.camera(), ratio());
    plates.push(plate);
    room.append(plate.canvas);
    place();
    const [width, height] = [plate.canvas.width / ratio(), plate.canvas.height / ratio()];
    const wide = { width, height, ratio: ratio(), end: size().width * (1 + AROUND) };
    const steps = paint(plate.canvas.getContext("2d")!, painted.scene, plate.camera, wide, painted.palette());
    const step = () => {
      const isWhole = steps.next().done === true;
      if (isWhole) for (const old of plates.splice(0, plates.length - 1)) old.canvas.remove();
      else frame = requestAnimationFrame(step);
      box.dataset.painted = isWhole ? "all" : "some";
    };
    frame = requestAnimationFrame(step);
  };
  return {
    size,
    repaint,
    overlay,
    move() {
      cancelAnimationFrame(frame);
      place();
      clearTimeout(timer);
      timer = window.setTimeout(repaint, REST);
    },
    picture: () => joined(size(), ratio(), plates, painted),
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

function emptyPlate({ width, height }: Size, camera: Camera, ratio: number): Plate {
  const [aside, above] = [width * AROUND, height * AROUND];
  const [wide, tall] = [Math.max(1, width + 2 * aside), Math.max(1, height + 2 * above)];
  const canvas = el("canvas", { width: Math.round(wide * ratio), height: Math.round(tall * ratio) });
  Object.assign(canvas.style, { width: `${wide}px`, height: `${tall}px` });
  return { canvas, camera: { ...camera, x: camera.x - aside / camera.scale, y: camera.y - above / camera.scale } };
}

/** Where a picture belongs for a camera, and how much larger or smaller than it was painted. */
const course = ({ camera }: Plate, now: Camera) => ({
  x: (camera.x - now.x) * now.scale,
  y: (camera.y - now.y) * now.scale,
  grown: now.scale / camera.scale,
});

function lay(plate: Plate, now: Camera): void {
  const { x, y, grown } = course(plate, now);
  plate.canvas.style.transform = `translate(${x}px, ${y}px) scale(${grown})`;
}

/** What is on the screen as one canvas. */
function joined(size: Size, ratio: number, plates: readonly Plate[], painted: Painted): HTMLCanvasElement {
  const canvas = el("canvas", {});
  const context = cleared(canvas, size, ratio);
  context.fillStyle = painted.palette()("paper");
  context.fillRect(0, 0, size.width, size.height);
  for (const plate of plates) {
    const { x, y, grown } = course(plate, painted.camera());
    const { width, height } = plate.canvas;
    context.drawImage(plate.canvas, x, y, (width / ratio) * grown, (height / ratio) * grown);
  }
  painted.over(context, size);
  return canvas;
}
