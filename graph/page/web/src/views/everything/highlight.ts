/** Paints what stands out, over a veil that dims the rest. */

import type { Company } from "../../company.ts";
import { familyOf } from "../../families.ts";
import type { Edge } from "../../model.ts";
import type { Palette } from "../../palette.ts";
import { groupBy } from "../../words.ts";
import type { Camera, Size } from "./camera.ts";
import { addCourse } from "./courses.ts";
import { short } from "./marks.ts";
import type { Scene } from "./painter.ts";
import { SLOT } from "./shade.ts";

const VEIL = 0.8;
/** So many lines stand out at the most, the largest: more would be a blot, and slow. */
const MOST = 500;
const NAMED = 60;
const FONT = "600 11.5px system-ui, sans-serif";

export function paintCompany(
  context: CanvasRenderingContext2D,
  scene: Scene,
  lit: Company,
  camera: Camera,
  size: Size,
  colour: Palette,
): void {
  const place = (x: number, y: number) => [(x - camera.x) * camera.scale, (y - camera.y) * camera.scale] as const;
  context.save();
  context.globalAlpha = VEIL;
  context.fillStyle = colour("paper");
  context.fillRect(0, 0, size.width, size.height);
  const isMany = lit.edges.size > 200;
  context.globalAlpha = isMany ? 0.55 : 0.9;
  const largest = [...lit.edges].sort((a, b) => a.id - b.id).slice(0, MOST);
  for (const [family, edges] of groupBy(largest, familyOf)) {
    context.strokeStyle = colour(family);
    context.lineWidth = isMany ? 1 : 2.2;
    context.stroke(pathOf(edges, scene, camera));
  }
  context.globalAlpha = 1;
  context.fillStyle = colour("ink");
  const half = Math.min(2.5, Math.max(0.7, 4 * camera.scale));
  for (const node of new Set(largest.flatMap((edge) => [edge.start, edge.end]))) {
    const [x, y] = place(node.x, node.y);
    context.fillRect(x - half, y - half, 2 * half, 2 * half);
  }
  paintNames(context, largest, lit, place, camera, colour);
  context.restore();
}

/** The courses of lines, each from its very mark, in pixels of the stage. */
function pathOf(edges: readonly Edge[], { whole, courses }: Scene, { scale, x, y }: Camera): Path2D {
  const path = new Path2D();
  for (const edge of edges) {
    path.moveTo(whole.x[edge.from]!, whole.y[edge.from]!);
    path.lineTo(courses.ends[4 * edge.id]!, courses.ends[4 * edge.id + 1]!);
    addCourse(path, courses, edge.id);
  }
  const placed = new Path2D();
  placed.addPath(path, new DOMMatrix([scale, 0, 0, scale, -x * scale, -y * scale]));
  return placed;
}

/** Names of the mark and of what is linked to it, the largest first; one that would touch another is left out. */
function paintNames(
  context: CanvasRenderingContext2D,
  largest: readonly Edge[],
  lit: Company,
  place: (x: number, y: number) => readonly [number, number],
  camera: Camera,
  colour: Palette,
): void {
  context.font = FONT;
  context.textBaseline = "middle";
  context.lineWidth = 3;
  context.lineJoin = "round";
  context.strokeStyle = colour("paper");
  const taken: (readonly [number, number])[] = [];
  const ends = largest.flatMap((edge) => [edge.start, edge.end]);
  for (const node of new Set(["start" in lit.mark ? lit.mark.start : lit.mark, ...ends])) {
    if (taken.length >= NAMED) break;
    const [x, y] = place(node.x, node.y);
    if (taken.some(([left, top]) => Math.abs(top - y) < 14 && Math.abs(left - x) < Math.max(SLOT.width * camera.scale, 170))) continue;
    taken.push([x, y]);
    context.strokeText(short(node.label), x + 7, y);
    context.fillText(short(node.label), x + 7, y);
  }
}
