/** Drawing one mark. Screen, highlight, files and print all use these functions. */

import { cautionOf, dashOf, familyOf, signOf } from "../../families.ts";
import { CANDIDATES, COMMITTEES, COUNTIES, DONORS, OUTCOMES, type Edge, type Node } from "../../model.ts";
import type { Palette } from "../../palette.ts";
import type { Course } from "./course.ts";
import type { Bend, Point } from "./curves.ts";
import { drawEnd } from "./ends.ts";
import { circle, FONT, polygon, type Pen } from "./pen.ts";
import { MONEY_FONT, NAME_FONT, NAME_LINE, NOTE_LINE, noteFont, type Spot } from "./spots.ts";

/** Draws a line with the mark at its end; hedged lines are hollow, and a sign says how firmly it is told. */
export function drawCourse(pen: Pen, course: Course, palette: Palette, strong = false): void {
  const { edge } = course;
  const colour = palette(familyOf(edge));
  const hedged = edge.hedges.length > 0;
  const width = hedged ? Math.max(course.width, 3.6) : course.width;
  pen.save();
  pen.globalAlpha = strong ? 1 : restingAlpha(edge);
  stroke(pen, course.bends, colour, strong ? width + 0.8 : width, dashOf(edge, course.width));
  if (hedged) stroke(pen, course.bends, palette("paper"), Math.max(1.4, width - 2.2), []);
  drawEnd(pen, course, colour, palette);
  if (signOf(edge) !== "") drawBadge(pen, course.middle, signOf(edge), colour, palette);
  if (cautionOf(edge) !== "") drawCaution(pen, course, palette);
  drawCount(pen, course, colour, palette);
  pen.restore();
}

/** How many lines of a kind run together here; nothing for one alone. */
function drawCount(pen: Pen, { edges, points }: Course, colour: string, palette: Palette): void {
  const count = edges.filter((edge) => edge.shown).length;
  if (count < 2) return;
  const text = `×${count}`;
  const { x, y } = points[Math.floor(points.length * 0.22)]!;
  const half = 4 + 3 * text.length;
  pen.globalAlpha = 1;
  pen.beginPath();
  pen.roundRect(x - half, y - 6.5, 2 * half, 13, 6.5);
  pen.fillStyle = palette("paper");
  pen.fill();
  pen.strokeStyle = colour;
  pen.lineWidth = 1.2;
  pen.stroke();
  write(pen, text, x, y, palette("ink"));
}

const restingAlpha = (edge: Edge): number =>
  edge.family === "outcome" ? 0.85 : edge.family === "money" ? 0.72 : 0.78;

function stroke(pen: Pen, bends: readonly Bend[], colour: string, width: number, dash: number[]): void {
  pen.strokeStyle = colour;
  pen.lineWidth = width;
  pen.setLineDash(dash);
  pen.beginPath();
  pen.moveTo(bends[0]![0].x, bends[0]![0].y);
  for (const [, a, b, to] of bends) pen.bezierCurveTo(a.x, a.y, b.x, b.y, to.x, to.y);
  pen.stroke();
  pen.setLineDash([]);
}

/** A small exclamation mark on a line that a finding warns of: filled where something stated cannot be so. */
function drawCaution(pen: Pen, { edge, points }: Course, palette: Palette): void {
  const place = points[Math.floor(points.length / 3)]!;
  drawBadge(pen, place, "!", palette("hedge"), palette, cautionOf(edge) === "alarm");
}

/** A small circled sign. */
function drawBadge(pen: Pen, { x, y }: Point, sign: string, colour: string, palette: Palette, filled = false): void {
  pen.globalAlpha = 1;
  circle(pen, x, y, 6);
  pen.fillStyle = filled ? colour : palette("paper");
  pen.fill();
  pen.strokeStyle = colour;
  pen.lineWidth = 1.2;
  pen.stroke();
  write(pen, sign, x, y, palette(filled ? "paper" : "ink"));
}

function write(pen: Pen, text: string, x: number, y: number, colour: string): void {
  pen.fillStyle = colour;
  pen.font = `700 9px ${FONT}`;
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  pen.fillText(text, x, y + 0.5);
}

/** Draws a node with its label, in the manner of its column. */
export function drawSpot(pen: Pen, spot: Spot, rail: [number, number], palette: Palette, strong = false): void {
  pen.save();
  if (spot.node.column === DONORS) drawDonor(pen, spot, rail, palette, strong);
  else if (spot.node.column === COUNTIES) drawCounty(pen, spot, palette, strong);
  else drawBox(pen, spot, palette, strong);
  drawText(pen, spot, palette);
  pen.restore();
}

/** A donor's sign, with a rail that its lines leave from. */
function drawDonor(pen: Pen, spot: Spot, [top, bottom]: [number, number], palette: Palette, strong: boolean): void {
  const colour = palette("donor");
  pen.fillStyle = colour;
  pen.strokeStyle = colour;
  if (bottom - top > 3) pen.fillRect(spot.box.right + 1, top - 3, 2, bottom - top + 6);
  const radius = strong ? 7 : 5.5;
  shapeOfDonor(pen, spot, radius);
  pen.fill();
  if (!spot.node.grouped) return;
  pen.lineWidth = 1.2;
  shapeOfDonor(pen, spot, radius + 2.6);
  pen.stroke();
}

/** A circle for a person, a square for anything else; a second outline for a group. */
function shapeOfDonor(pen: Pen, { node, markX }: Spot, radius: number): void {
  pen.beginPath();
  if (isPerson(node)) pen.arc(markX!, node.y, radius, 0, 2 * Math.PI);
  else pen.rect(markX! - radius, node.y - radius, 2 * radius, 2 * radius);
}

export const isPerson = (node: Node): boolean => /person|individual|candidate/i.test(node.kind);

function drawCounty(pen: Pen, { node, markX }: Spot, palette: Palette, strong: boolean): void {
  const size = strong ? 8 : 6.5;
  pen.fillStyle = palette("county");
  polygon(pen, [
    [markX!, node.y - size],
    [markX! + size, node.y + size * 0.8],
    [markX! - size, node.y + size * 0.8],
  ]);
  pen.fill();
}

const CORNERS = new Map([
  [COMMITTEES, { round: 5, outline: "committee" }],
  [CANDIDATES, { round: 12, outline: "candidacy" }],
  [OUTCOMES, { round: 2, outline: "edge-of-box" }],
]);

function drawBox(pen: Pen, { node, box }: Spot, palette: Palette, strong: boolean): void {
  const { left, top, right, bottom } = box;
  const { round, outline } = CORNERS.get(node.column)!;
  pen.beginPath();
  pen.roundRect(left, top, right - left, bottom - top, round);
  pen.fillStyle = palette("box");
  pen.fill();
  pen.strokeStyle = palette(outline);
  pen.lineWidth = strong ? 2.4 : 1.2;
  if (node.grouped) pen.setLineDash([4, 3]);
  pen.stroke();
  pen.setLineDash([]);
  if (node.column !== OUTCOMES) return;
  pen.fillStyle = palette("ink");
  pen.fillRect(left, top, 4, bottom - top);
}

function drawText(pen: Pen, { node, textX, textHeight, noteIndent }: Spot, palette: Palette): void {
  pen.textAlign = node.column === DONORS ? "right" : "left";
  pen.textBaseline = "middle";
  let y = node.y - textHeight / 2;
  pen.font = NAME_FONT;
  pen.fillStyle = palette("ink");
  for (const name of node.names) {
    pen.fillText(name, textX, y + NAME_LINE / 2);
    y += NAME_LINE;
  }
  if (node.beside) y -= (NAME_LINE + NOTE_LINE) / 2 - 0.5; // on the line of the name
  node.notes.forEach((note, place) => {
    const font = noteFont(node, place);
    pen.font = font;
    pen.fillStyle = palette(font === MONEY_FONT ? "ink" : "quiet");
    pen.fillText(note, textX + noteIndent, y + NOTE_LINE / 2);
    y += NOTE_LINE;
  });
}
