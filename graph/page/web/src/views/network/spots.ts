/** Where marks stand, in pixels at scale 1. Widths are measured here, heights and places come from the layout. */

import { CANDIDATES, COMMITTEES, COUNTIES, DONORS, OUTCOMES, type Model, type Node } from "../../model.ts";
import { FONT } from "./pen.ts";

export const NAME_FONT = `500 13px ${FONT}`;
export const NOTE_FONT = `10.5px ${FONT}`;
export const MONEY_FONT = `600 11px ${FONT}`;
export const NAME_LINE = 14.5;
export const NOTE_LINE = 11.5;
const GAP_BESIDE = 8;
const NARROWEST_GAP = 56;
const WIDEST_GAP = 260;

export interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** A node in its place. */
export interface Spot {
  node: Node;
  /** What is hit, and where lines may dock. */
  box: Box;
  /** Middle of its sign; null for a mark that is a box. */
  markX: number | null;
  textX: number;
  textWidth: number;
  textHeight: number;
  noteIndent: number;
  dockLeft: number;
  dockRight: number;
}

/** A column of the layered layout. */
export interface Strip {
  number: number;
  title: string;
  members: Spot[];
  width: number;
  left: number;
  right: number;
  /** Where its boxes begin and end. */
  usedLeft: number;
  usedRight: number;
}

export const noteFont = (node: Node, place: number): string =>
  node.money && place === node.notes.length - 1 ? MONEY_FONT : NOTE_FONT;

/** Measures all labels; a column is as wide as its widest, so that lines end in one vertical. */
export function measure(model: Model): { spots: Spot[]; strips: Strip[] } {
  const spots = model.nodes.map(measured);
  const strips = model.document.columns.map(({ number, title }): Strip => {
    const members = spots.filter((spot) => spot.node.column === number);
    const width = Math.max(...members.map((spot) => spot.textWidth)) + 26;
    return { number, title, members, width, left: 0, right: width, usedLeft: 0, usedRight: width };
  });
  return { spots, strips };
}

function measured(node: Node): Spot {
  const names = node.names.map((name) => textWidth(name, NAME_FONT));
  const notes = node.notes.map((note, place) => textWidth(note, noteFont(node, place)));
  const noteIndent = node.beside ? names[names.length - 1]! + GAP_BESIDE : 0;
  return {
    node,
    box: { left: 0, right: 0, top: node.y - node.height / 2, bottom: node.y + node.height / 2 },
    markX: null,
    textX: 0,
    textWidth: Math.max(0, ...names, ...notes.map((width) => noteIndent + width)),
    textHeight: NAME_LINE * node.names.length + (node.beside ? 0 : NOTE_LINE * node.notes.length),
    noteIndent,
    dockLeft: 0,
    dockRight: 0,
  };
}

let ruler: CanvasRenderingContext2D | null = null;

function textWidth(text: string, font: string): number {
  ruler ??= document.createElement("canvas").getContext("2d")!;
  ruler.font = font;
  return ruler.measureText(text).width;
}

/** The gap between columns with which the picture has the shape of its window, or fits its width if that is too low. */
export function gapFor(strips: readonly Strip[], room: { width: number; height: number }, tall: number, readable: number) {
  const taken = strips.reduce((total, strip) => total + strip.width, 0);
  const fitting = Math.min(room.height / tall, 1.6);
  const gap = (room.width / Math.max(fitting, readable) - taken) / Math.max(1, strips.length - 1);
  return Math.min(WIDEST_GAP, Math.max(NARROWEST_GAP, gap));
}

/** Puts columns side by side and gives every spot its box. */
export function placeSpots(strips: readonly Strip[], gap: number): void {
  let left = 0;
  for (const strip of strips) {
    Object.assign(strip, { left, right: left + strip.width });
    left = strip.right + gap;
    for (const spot of strip.members) {
      spot.box.left = strip.left;
      spot.box.right = strip.right;
      PLACE[strip.number]!(spot);
    }
    strip.usedLeft = Math.min(...strip.members.map((spot) => spot.box.left));
    strip.usedRight = Math.max(...strip.members.map((spot) => spot.box.right));
  }
}

/** Puts every spot where a layout without columns has it. */
export function placeFreely(spots: readonly Spot[]): void {
  for (const spot of spots) {
    const [across, down] = [(spot.textWidth + 26) / 2, (spot.textHeight + 7) / 2];
    const { x, y } = spot.node;
    Object.assign(spot.box, { left: x - across, right: x + across, top: y - down, bottom: y + down });
    PLACE[spot.node.column]!(spot);
  }
}

/** Where sign, text and lines stand in the box of a spot, by column. */
const PLACE: Record<number, (spot: Spot) => void> = {
  [DONORS](spot) {
    const { box } = spot;
    box.left = box.right - spot.textWidth - 26;
    Object.assign(spot, { dockLeft: box.left, dockRight: box.right + 3, markX: box.right - 8, textX: box.right - 21 });
  },
  [COMMITTEES]: placeInBox,
  [CANDIDATES]: placeInBox,
  [COUNTIES](spot) {
    const { box } = spot;
    box.right = box.left + 24 + spot.textWidth;
    Object.assign(spot, { dockLeft: box.left, dockRight: box.right, markX: box.left + 9, textX: box.left + 20 });
  },
  [OUTCOMES]: placeInBox,
};

function placeInBox(spot: Spot): void {
  const { left, right } = spot.box;
  Object.assign(spot, { dockLeft: left, dockRight: right, textX: left + (spot.node.column === OUTCOMES ? 14 : 11) });
}

/** Room of a set of spots. */
export function extent(spots: readonly Spot[]): Box {
  const boxes = spots.length > 0 ? spots.map((spot) => spot.box) : [{ left: 0, right: 1, top: 0, bottom: 1 }];
  return {
    left: Math.min(...boxes.map((box) => box.left)),
    right: Math.max(...boxes.map((box) => box.right)),
    top: Math.min(...boxes.map((box) => box.top)),
    bottom: Math.max(...boxes.map((box) => box.bottom)),
  };
}

/** Where the heading of a column stands: over its marks. */
export const headingX = (strip: Strip): number => {
  const middle = (strip.usedLeft + strip.usedRight) / 2;
  return strip.number === DONORS ? Math.min(strip.right - 30, middle) : middle;
};
