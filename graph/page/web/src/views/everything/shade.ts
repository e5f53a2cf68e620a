/**
 * The shade of a large picture: what runs through each pixel, the more the darker, on a logarithmic scale. Lines are
 * summed by family and not laid over each other, so that a hundred thousand of them still tell where most money runs.
 */

import type { Whole } from "../../large/whole.ts";
import type { Camera } from "./camera.ts";
import type { Courses } from "./courses.ts";
import { addArc, addCurve, addRoom, emptySheet, rangeOf, type Sheet } from "./ink.ts";

export type Colour = readonly [red: number, green: number, blue: number];

/** What is shaded, and how. */
export interface Shading {
  camera: Camera;
  /** In its own pixels, of which `ratio` make one of the stage. */
  width: number;
  height: number;
  ratio: number;
  /** 1 for each line, and each mark, that is shaded. */
  lines: Uint8Array;
  marks: Uint8Array;
  /** Whether the rooms of marks are shaded by their money. */
  withRooms: boolean;
  /** The number of the family of each relation. */
  families: readonly number[];
  colours: { families: readonly Colour[]; columns: readonly Colour[]; ink: Colour };
}

export interface Shaded {
  pixels: Uint8ClampedArray<ArrayBuffer>;
  /** Dollars through a pixel from which on, and up to which, shades differ; null without money. */
  money: { least: number; most: number } | null;
}

export const SLOT = { width: 190, height: 16 };

interface Layer {
  sheet: Sheet;
  colour: Colour;
  /** Whether dollars were added, and not lines. */
  isMoney: boolean;
}

export function paintShade(whole: Whole, courses: Courses, shading: Shading): Shaded {
  const lines = shadeLines(whole, courses, shading);
  const rooms = shading.withRooms ? shadeRooms(whole, shading) : [];
  const pixels = new Uint8ClampedArray(4 * shading.width * shading.height);
  const sheetsOf = (layers: readonly Layer[]) => layers.map(({ sheet }) => sheet);
  const [paid, others] = [lines.filter(({ isMoney }) => isMoney), lines.filter(({ isMoney }) => !isMoney)];
  const money = rangeOf(sheetsOf(paid));
  lay(pixels, rooms, rangeOf(sheetsOf(rooms)), shading);
  lay(pixels, others, rangeOf(sheetsOf(others)), shading);
  lay(pixels, paid, money, shading);
  return { pixels, money };
}

/** Lines with an amount add its dollars, others one each. */
function shadeLines(whole: Whole, { ends, bulge }: Courses, shading: Shading): Layer[] {
  const { camera, width, height, ratio, lines, families, colours } = shading;
  const grown = camera.scale * ratio;
  const layers: Layer[] = [];
  for (let line = 0; line < lines.length; line += 1) {
    if (lines[line] === 0) continue;
    const size = whole.size[line]!;
    const family = families[whole.relation[line]!]!;
    const kind = 2 * family + Number(size > 0);
    const layer = (layers[kind] ??= { sheet: emptySheet(width, height), colour: colours.families[family]!, isMoney: size > 0 });
    const ax = (ends[4 * line]! - camera.x) * grown;
    const ay = (ends[4 * line + 1]! - camera.y) * grown;
    const bx = (ends[4 * line + 2]! - camera.x) * grown;
    const by = (ends[4 * line + 3]! - camera.y) * grown;
    const weight = size > 0 ? size : 1;
    if (bulge[line]! < 0) addCurve(layer.sheet, ax, ay, bx, by, weight);
    else addArc(layer.sheet, ax, ay, by, bulge[line]! * grown, weight);
  }
  return Object.values(layers);
}

/** The slot of each mark, by the money of who stands there. */
function shadeRooms(whole: Whole, { camera, width, height, ratio, marks, colours }: Shading): Layer[] {
  const grown = camera.scale * ratio;
  const layers: Layer[] = [];
  for (let mark = 0; mark < marks.length; mark += 1) {
    if (marks[mark] === 0) continue;
    const column = whole.column[mark]!;
    const layer = (layers[column] ??= { sheet: emptySheet(width, height), colour: colours.columns[column]!, isMoney: true });
    const [x, y] = [(whole.x[mark]! - camera.x) * grown, (whole.y[mark]! - camera.y) * grown];
    const half = Math.max(0.5, 0.4 * SLOT.height * grown);
    addRoom(layer.sheet, x, y - half, x + Math.max(2, SLOT.width * grown), y + half, Math.max(1, whole.sums[mark]!));
  }
  return Object.values(layers);
}

const SHADES = 128;
const FAINTEST = 0.07;
/** How slowly a colour comes: most pixels are pale, so that where most money runs is seen. */
const SLOWNESS = 1.7;
/** From this strength on a colour goes towards that of the text. */
const FULL = 0.85;

/** Lays layers over pixels: the strength of each pixel is its place between the least and the most. */
function lay(pixels: Uint8ClampedArray, layers: readonly Layer[], range: { least: number; most: number } | null, { colours }: Shading): void {
  if (range === null) return;
  const [bottom, span] = [Math.log(range.least), Math.log(range.most / range.least)];
  for (const { sheet, colour } of layers) {
    const { width, height, ink } = sheet;
    const shades = Array.from({ length: SHADES }, (_, shade) => shadeOf(shade / (SHADES - 1), colour, colours.ink));
    for (let x = 0, at = 0; x < width; x += 1) {
      for (let y = 0; y < height; y += 1, at += 1) {
        const found = ink[at]!;
        if (found === 0) continue;
        const strength = Math.min(1, Math.max(0, (Math.log(found) - bottom) / span));
        over(pixels, 4 * (y * width + x), shades[Math.round(strength * (SHADES - 1))]!);
      }
    }
  }
}

/** The colour and the cover of a strength from 0 to 1. */
export function shadeOf(strength: number, [red, green, blue]: Colour, ink: Colour): readonly [number, number, number, number] {
  const towards = 2.5 * Math.max(0, strength - FULL);
  const cover = FAINTEST + (1 - FAINTEST) * Math.min(1, strength / FULL) ** SLOWNESS;
  return [red + (ink[0] - red) * towards, green + (ink[1] - green) * towards, blue + (ink[2] - blue) * towards, cover];
}

function over(pixels: Uint8ClampedArray, at: number, [red, green, blue, cover]: readonly [number, number, number, number]): void {
  const below = (pixels[at + 3]! / 255) * (1 - cover);
  const whole = cover + below;
  pixels[at] = (red * cover + pixels[at]! * below) / whole;
  pixels[at + 1] = (green * cover + pixels[at + 1]! * below) / whole;
  pixels[at + 2] = (blue * cover + pixels[at + 2]! * below) / whole;
  pixels[at + 3] = 255 * whole;
}
