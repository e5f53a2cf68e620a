/** Paints a large picture: shade for most lines, strokes for those that can be told apart, then marks and names. */

import { FAMILIES } from "../../families.ts";
import type { Whole } from "../../large/whole.ts";
import type { Palette } from "../../palette.ts";
import type { Camera, Room } from "./camera.ts";
import { addCourse, type Courses } from "./courses.ts";
import { COLOURS, isFar, paintMarks, type MarkPaint, type Plate } from "./marks.ts";
import type { Colour, Shaded, Shading } from "./shade.ts";

/** Up to so many lines in sight are all drawn as lines. */
const FEW = 1_200;

export interface Scene {
  whole: Whole;
  courses: Courses;
  /** The number of the family of each relation. */
  families: readonly number[];
  /** 1 for each line that the filters leave. */
  shownLines: Uint8Array;
  marks: MarkPaint;
  /** Pixels for an amount of dollars. */
  widthOf: (size: number) => number;
}

export const FAMILY_NAMES: readonly string[] = [...FAMILIES.keys()];

/** Strokes that tell families apart without their colours. */
const DASHES: Partial<Record<string, number[]>> = { opposition: [6, 3], tie: [2, 3], outcome: [1, 3] };
const WITH_HEADS = new Set(["money", "support"]);
const THINNEST = 1.1;

/** The lines in sight that are drawn as lines, the largest first; all others are shade. */
export function drawnLines({ whole, courses, shownLines }: Scene, camera: Camera, plate: Plate): Uint32Array {
  const { scale, x, y } = camera;
  const room = { left: x, top: y, right: x + plate.width / scale, bottom: y + plate.height / scale };
  const seen = new Uint32Array(whole.part.lines);
  let count = 0;
  for (let line = 0; line < whole.part.lines; line += 1)
    if (shownLines[line] === 1 && !isOutside(courses, line, room)) seen[count++] = line;
  const inSight = seen.subarray(0, count);
  return count <= FEW ? inSight : inSight.filter((line) => whole.wholeLine[line]! >= 0).slice(0, FEW);
}

function isOutside({ ends, bulge: all }: Courses, line: number, { left, top, right, bottom }: Room): boolean {
  const [at, bulge] = [4 * line, all[line]!];
  const [ax, ay, bx, by] = [ends[at]!, ends[at + 1]!, ends[at + 2]!, ends[at + 3]!];
  return Math.max(ax, bx) + Math.max(0, bulge) < left || Math.min(ax, bx) > right || Math.max(ay, by) < top || Math.min(ay, by) > bottom;
}

/** What is to be shaded where some lines are drawn. */
export function shadingOf(scene: Scene, drawn: Uint32Array, camera: Camera, plate: Plate, colour: Palette): Shading {
  const lines = scene.shownLines.slice();
  for (const line of drawn) lines[line] = 0;
  return {
    camera,
    width: Math.round(plate.width * plate.ratio),
    height: Math.round(plate.height * plate.ratio),
    ratio: plate.ratio,
    lines,
    marks: scene.marks.shown,
    withRooms: isFar(camera.scale),
    families: scene.families,
    colours: {
      families: FAMILY_NAMES.map((name) => rgb(colour(name))),
      columns: COLOURS.map((name) => rgb(colour(name))),
      ink: rgb(colour("ink")),
    },
  };
}

/** The parts of a colour that the style sheet writes as "#cc7000". */
export const rgb = (hex: string): Colour => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)) as unknown as Colour;

/** Paints a plate: the shade, and over it lines, marks and names. */
export function paint(
  context: CanvasRenderingContext2D,
  scene: Scene,
  { pixels }: Shaded,
  drawn: Uint32Array,
  camera: Camera,
  plate: Plate,
  colour: Palette,
): void {
  const width = Math.round(plate.width * plate.ratio);
  context.putImageData(new ImageData(pixels, width), 0, 0);
  const grown = camera.scale * plate.ratio;
  context.setTransform(grown, 0, 0, grown, -camera.x * grown, -camera.y * grown);
  context.lineCap = "butt";
  for (const line of drawn.toReversed()) strokeLine(context, scene, line, camera.scale, colour);
  context.setLineDash([]);
  paintMarks(context, scene.marks, camera, plate, colour);
}

function strokeLine(context: CanvasRenderingContext2D, scene: Scene, line: number, scale: number, colour: Palette): void {
  const { whole, courses, families, widthOf } = scene;
  const family = FAMILY_NAMES[families[whole.relation[line]!]!]!;
  const size = whole.size[line]!;
  const width = size > 0 ? Math.max(THINNEST, widthOf(size)) : THINNEST;
  context.strokeStyle = context.fillStyle = colour(family);
  context.globalAlpha = 0.8;
  context.lineWidth = width / scale;
  context.setLineDash((DASHES[family] ?? []).map((length) => length / scale));
  context.beginPath();
  addCourse(context, courses, line);
  context.stroke();
  context.globalAlpha = 1;
  if (WITH_HEADS.has(family)) paintHead(context, courses, line, (4 + width) / scale);
}

/** An arrowhead at the end of a line, which arrives level. */
function paintHead(context: CanvasRenderingContext2D, { ends, bulge }: Courses, line: number, size: number): void {
  const [ax, , bx, by] = ends.subarray(4 * line, 4 * line + 4) as unknown as [number, number, number, number];
  const back = bulge[line]! < 0 && ax < bx ? -size : size;
  context.beginPath();
  context.moveTo(bx, by);
  context.lineTo(bx + back, by - size / 2);
  context.lineTo(bx + back, by + size / 2);
  context.fill();
}
