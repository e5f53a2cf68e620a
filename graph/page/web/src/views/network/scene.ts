/** All marks in their places: drawn whole, or the few that stand out, and found under a pointer. */

import type { Company } from "../../company.ts";
import { isEdge, type Mark, type Model } from "../../model.ts";
import type { Palette } from "../../palette.ts";
import type { WidthScale } from "../../widths.ts";
import { distance, traceCourses, type Course, type Point } from "./courses.ts";
import { drawCourse, drawSpot } from "./draw.ts";
import type { Pen } from "./pen.ts";
import { gapFor, measure, placeSpots, type Spot, type Strip } from "./spots.ts";

export interface Scene {
  model: Model;
  widths: WidthScale;
  spots: Spot[];
  strips: Strip[];
  courses: Course[];
  /** The same, wide lines before narrow ones. */
  byWidth: Course[];
  /** Between columns, as they are placed now. */
  gap: number;
}

export function makeScene(model: Model, widths: WidthScale): Scene {
  return { model, widths, ...measure(model), courses: [], byWidth: [], gap: 0 };
}

/** Fits the gaps between columns to a window, and traces all lines anew when they changed; says whether they did. */
export function fitGaps(scene: Scene, room: { width: number; height: number }, readable: number): boolean {
  const gap = Math.round(gapFor(scene.strips, room, scene.model.document.height, readable));
  if (gap === scene.gap) return false;
  scene.gap = gap;
  placeSpots(scene.strips, gap);
  scene.courses = traceCourses(scene.model.edges, scene.spots, scene.strips, scene.widths);
  scene.byWidth = scene.courses.slice().sort((a, b) => b.width - a.width);
  return true;
}

export const shownSpots = (scene: Scene): Spot[] => scene.spots.filter((spot) => spot.node.shown);

/** Draws all visible marks: lines first, wide ones below narrow ones, then nodes. */
export function drawScene(pen: Pen, scene: Scene, palette: Palette): void {
  drawLines(pen, scene, palette);
  for (const spot of shownSpots(scene)) drawNode(pen, scene, spot, palette);
}

export function drawLines(pen: Pen, scene: Scene, palette: Palette): void {
  for (const course of scene.byWidth) if (course.edge.shown) drawCourse(pen, course, palette);
}

export function drawNode(pen: Pen, scene: Scene, spot: Spot, palette: Palette, strong = false): void {
  drawSpot(pen, spot, railOf(scene, spot), palette, strong);
}

/** From the highest to the lowest of the lines at a mark. */
function railOf({ courses }: Scene, { node }: Spot): [number, number] {
  const ys = [...node.outgoing, ...node.incoming]
    .filter((edge) => edge.shown)
    .map((edge) => (edge.start === node ? courses[edge.id]!.points[0]! : courses[edge.id]!.tip).y);
  return [Math.min(node.y, ...ys), Math.max(node.y, ...ys)];
}

/** Draws what stands out. Costs as much as the few marks that do. */
export function drawCompany(pen: Pen, scene: Scene, lit: Company, palette: Palette): void {
  for (const edge of lit.edges) drawCourse(pen, scene.courses[edge.id]!, palette, true);
  for (const node of lit.nodes)
    if (node.shown) drawNode(pen, scene, scene.spots[node.id]!, palette, node === lit.mark);
}

/** The visible mark under a point: a node before a line, the nearest line before others; null where there is none. */
export function markAt(scene: Scene, point: Point, reach: number): Mark | null {
  const spot = shownSpots(scene).find(
    ({ box }) => point.x >= box.left && point.x <= box.right && point.y >= box.top && point.y <= box.bottom,
  );
  if (spot) return spot.node;
  let nearest: Course | null = null;
  let least = Infinity;
  for (const course of scene.courses) {
    const away = course.edge.shown ? distance(course, point, reach) : Infinity;
    if (away < least) [nearest, least] = [course, away];
  }
  return nearest?.edge ?? null;
}

/** Where a mark can be clicked. */
export function middleOf(scene: Scene, mark: Mark): Point {
  if (isEdge(mark)) return scene.courses[mark.id]!.middle;
  const { box, markX } = scene.spots[mark.id]!;
  return { x: markX ?? (box.left + box.right) / 2, y: mark.y };
}
