/** Marks at the ends of lines, each drawn at the tip, and 1 or -1 for the way the line points. */

import { endOf, type End } from "../../families.ts";
import type { Palette } from "../../palette.ts";
import { arrowLength, type Course } from "./courses.ts";
import { circle, polygon, type Pen } from "./pen.ts";

type DrawEnd = (pen: Pen, course: Course, palette: Palette) => void;

/** Draws what stands at the end of a line. */
export function drawEnd(pen: Pen, course: Course, colour: string, palette: Palette): void {
  pen.fillStyle = colour;
  pen.strokeStyle = colour;
  pen.lineWidth = 1.4;
  ENDS[endOf(course.edge)](pen, course, palette);
}

/** Middle of a mark that stands on the end of a line. */
const middleOf = ({ tip, way }: Course): { x: number; y: number } => ({ x: tip.x - way * 4, y: tip.y });

const ENDS: Record<End, DrawEnd> = {
  none: () => undefined,
  arrow(pen, { tip: { x, y }, way, width }) {
    const length = arrowLength(width);
    const half = 2.4 + width * 0.75;
    polygon(pen, [
      [x, y],
      [x - way * length, y - half],
      [x - way * length, y + half],
    ]);
    pen.fill();
  },
  double(pen, { tip: { x, y }, way, width }) {
    const length = arrowLength(width);
    for (const at of [x, x - way * length * 0.8]) {
      polygon(pen, [
        [at, y],
        [at - way * length, y - 2.8 - width * 0.75],
        [at - way * length, y + 2.8 + width * 0.75],
      ]);
      pen.fill();
    }
  },
  chevron(pen, { tip: { x, y }, way, width }) {
    const length = 6 + width * 0.6;
    pen.lineWidth = 1.6;
    pen.beginPath();
    pen.moveTo(x - way * length, y - length * 0.7);
    pen.lineTo(x, y);
    pen.lineTo(x - way * length, y + length * 0.7);
    pen.stroke();
  },
  bar(pen, { tip: { x, y }, way, width }) {
    const half = 6 + width * 0.7;
    pen.lineWidth = 3;
    polygon(pen, [
      [x - way * 3, y - half],
      [x - way * 3, y + half],
    ]);
    pen.stroke();
  },
  disc(pen, course) {
    const { x, y } = middleOf(course);
    circle(pen, x, y, 3.6);
    pen.fill();
  },
  ring(pen, course, palette) {
    const { x, y } = middleOf(course);
    circle(pen, x, y, 3);
    pen.fillStyle = palette("paper");
    pen.fill();
    pen.stroke();
  },
  half(pen, course) {
    const { x, y } = middleOf(course);
    circle(pen, x, y, 3.2);
    pen.stroke();
    pen.beginPath();
    pen.arc(x, y, 3.2, Math.PI / 2, 1.5 * Math.PI);
    pen.fill();
  },
  diamond(pen, course) {
    const { x, y } = middleOf(course);
    polygon(pen, [
      [x - 4, y],
      [x, y - 4],
      [x + 4, y],
      [x, y + 4],
    ]);
    pen.fill();
  },
  cross(pen, course) {
    const { x, y } = middleOf(course);
    pen.lineWidth = 2;
    for (const slope of [-1, 1]) {
      polygon(pen, [
        [x - 3.2, y - 3.2 * slope],
        [x + 3.2, y + 3.2 * slope],
      ]);
      pen.stroke();
    }
  },
};
