/** Marks at the ends of lines, each drawn at the tip and turned the way the line points. */

import { endOf, type End } from "../../families.ts";
import type { Palette } from "../../palette.ts";
import { arrowLength, type Course } from "./course.ts";
import { circle, polygon, type Pen } from "./pen.ts";

type DrawEnd = (pen: Pen, course: Course, palette: Palette) => void;

/** Draws what stands at the end of a line. */
export function drawEnd(pen: Pen, course: Course, colour: string, palette: Palette): void {
  pen.fillStyle = colour;
  pen.strokeStyle = colour;
  pen.lineWidth = 1.4;
  ENDS[endOf(course.edge)](pen, course, palette);
}

/** A place by how far it is back from the tip, and to which side. */
const at = ({ tip, way }: Course, back: number, side = 0): [number, number] => [
  tip.x - way.x * back - way.y * side,
  tip.y - way.y * back + way.x * side,
];

/** How far back the middle of a mark stands. */
const BACK = 4;

const arrowhead = (pen: Pen, course: Course, back: number, length: number, half: number): void => {
  polygon(pen, [at(course, back), at(course, back + length, half), at(course, back + length, -half)]);
  pen.fill();
};

const line = (pen: Pen, from: [number, number], to: [number, number]): void => {
  pen.beginPath();
  pen.moveTo(...from);
  pen.lineTo(...to);
  pen.stroke();
};

const ENDS: Record<End, DrawEnd> = {
  none: () => undefined,
  arrow: (pen, course) => arrowhead(pen, course, 0, arrowLength(course.width), 2.4 + course.width * 0.75),
  double(pen, course) {
    const length = arrowLength(course.width);
    for (const back of [0, length * 0.8]) arrowhead(pen, course, back, length, 2.8 + course.width * 0.75);
  },
  chevron(pen, course) {
    const length = 6 + course.width * 0.6;
    pen.lineWidth = 1.6;
    for (const side of [-1, 1]) line(pen, at(course, length, side * length * 0.7), at(course, 0));
  },
  bar(pen, course) {
    const half = 6 + course.width * 0.7;
    pen.lineWidth = 3;
    line(pen, at(course, 3, -half), at(course, 3, half));
  },
  disc(pen, course) {
    circle(pen, ...at(course, BACK), 3.6);
    pen.fill();
  },
  ring(pen, course, palette) {
    circle(pen, ...at(course, BACK), 3);
    pen.fillStyle = palette("paper");
    pen.fill();
    pen.stroke();
  },
  half(pen, course) {
    const [x, y] = at(course, BACK);
    const angle = Math.atan2(course.way.y, course.way.x);
    circle(pen, x, y, 3.2);
    pen.stroke();
    pen.beginPath();
    pen.arc(x, y, 3.2, angle + Math.PI / 2, angle + 1.5 * Math.PI);
    pen.fill();
  },
  diamond(pen, course) {
    polygon(pen, [at(course, 0), at(course, BACK, 4), at(course, 2 * BACK), at(course, BACK, -4)]);
    pen.fill();
  },
  cross(pen, course) {
    pen.lineWidth = 2;
    for (const side of [-3.2, 3.2]) line(pen, at(course, BACK - 3.2, -side), at(course, BACK + 3.2, side));
  },
};
