/** All marks in their places: drawn whole, or the few that stand out, and found under a pointer. */

import type { Company } from "../../company.ts";
import { isEdge, type Mark, type Model } from "../../model.ts";
import type { Palette } from "../../palette.ts";
import type { WidthScale } from "../../widths.ts";
import type { Course } from "./course.ts";
import { traceCourses } from "./courses.ts";
import { distance, type Point } from "./curves.ts";
import { drawCourse, drawSpot } from "./draw.ts";
import type { Pen } from "./pen.ts";
import { gapFor, measure, placeFreely, placeSpots, type Spot, type Strip } from "./spots.ts";
import { traceStraight } from "./straight.ts";

export interface Scene {
  model: Model;
  widths: WidthScale;
  spots: Spot[];
  strips: Strip[];
  courses: Course[];
  /** The course that each edge runs in, by its number. */
  courseOf: Course[];
  /** The same, wide lines before narrow ones. */
  byWidth: Course[];
  /** Between columns, as they are placed now. */
  gap: number;
}

export function makeScene(model: Model, widths: WidthScale): Scene {
  return { model, widths, ...measure(model), courses: [], courseOf: [], byWidth: [], gap: 0 };
}

/** Fits the gaps between columns to a window, and traces all lines anew when they changed; says whether they did. */
export function fitGaps(scene: Scene, room: { width: number; height: number }, readable: number): boolean {
  if (isFree(scene)) return scene.courses.length === 0 && placeFree(scene);
  const gap = Math.round(gapFor(scene.strips, room, scene.model.document.height, readable));
  if (gap === scene.gap) return false;
  scene.gap = gap;
  placeSpots(scene.strips, gap);
  takeCourses(scene, traceCourses(scene.model.edges, scene.spots, scene.strips, scene.widths));
  return true;
}

/** Whether marks stand where forces put them, and not in columns. */
export const isFree = ({ model }: Scene): boolean => model.document.options?.layout === "force";

function placeFree(scene: Scene): boolean {
  placeFreely(scene.spots);
  takeCourses(scene, traceStraight(scene.model.edges, scene.spots, scene.widths));
  return true;
}

function takeCourses(scene: Scene, courses: Course[]): void {
  scene.courses = courses;
  for (const course of scene.courses) for (const edge of course.edges) scene.courseOf[edge.id] = course;
  scene.byWidth = scene.courses.slice().sort((a, b) => b.width - a.width);
}

export const shownSpots = (scene: Scene): Spot[] => scene.spots.filter((spot) => spot.node.shown);

/** Draws all visible marks: lines first, wide ones below narrow ones, then nodes. */
export function drawScene(pen: Pen, scene: Scene, palette: Palette): void {
  drawLines(pen, scene, palette);
  for (const spot of shownSpots(scene)) drawNode(pen, scene, spot, palette);
}

export function drawLines(pen: Pen, scene: Scene, palette: Palette): void {
  for (const course of scene.byWidth) if (isShown(course)) drawCourse(pen, course, palette);
}

const isShown = (course: Course): boolean => course.edges.some((edge) => edge.shown);

export function drawNode(pen: Pen, scene: Scene, spot: Spot, palette: Palette, strong = false): void {
  drawSpot(pen, spot, railOf(scene, spot), palette, strong);
}

/** From the highest to the lowest of the lines at a mark. */
function railOf(scene: Scene, { node }: Spot): [number, number] {
  if (isFree(scene)) return [node.y, node.y];
  const { courseOf } = scene;
  const ys = [...node.outgoing, ...node.incoming]
    .filter((edge) => edge.shown)
    .map((edge) => (edge.start === node ? courseOf[edge.id]!.points[0]! : courseOf[edge.id]!.tip).y);
  return [Math.min(node.y, ...ys), Math.max(node.y, ...ys)];
}

/** Draws what stands out. Costs as much as the few marks that do. */
export function drawCompany(pen: Pen, scene: Scene, lit: Company, palette: Palette): void {
  for (const course of new Set([...lit.edges].map((edge) => scene.courseOf[edge.id]!)))
    for (const each of apart(course, lit.mark)) if (isShown(each)) drawCourse(pen, each, palette, true);
  for (const node of lit.nodes)
    if (node.shown) drawNode(pen, scene, scene.spots[node.id]!, palette, node === lit.mark);
}

/** What a course is drawn and hit as: each edge by itself where one of several is selected, else all together. */
const apart = (course: Course, selected: Mark | null): Course[] =>
  course.members.length > 0 && selected !== null && isEdge(selected) && course.edges.includes(selected)
    ? course.members
    : [course];

/** The visible mark under a point: a node before a line, the nearest line before others; null where there is none. */
export function markAt(scene: Scene, point: Point, reach: number, selected: Mark | null): Mark | null {
  const spot = shownSpots(scene).find(
    ({ box }) => point.x >= box.left && point.x <= box.right && point.y >= box.top && point.y <= box.bottom,
  );
  if (spot) return spot.node;
  let nearest: Course | null = null;
  let least = Infinity;
  for (const course of scene.courses.flatMap((each) => apart(each, selected))) {
    const away = isShown(course) ? distance(course, point, reach) : Infinity;
    if (away < least) [nearest, least] = [course, away];
  }
  return nearest?.edges.find((edge) => edge.shown) ?? null;
}

/** Where a mark can be clicked. */
export function middleOf(scene: Scene, mark: Mark, selected: Mark | null): Point {
  if (isEdge(mark)) {
    const parts = apart(scene.courseOf[mark.id]!, selected);
    return parts.find((part) => part.edges.includes(mark))!.middle;
  }
  const { box, markX } = scene.spots[mark.id]!;
  return { x: markX ?? (box.left + box.right) / 2, y: mark.y };
}
