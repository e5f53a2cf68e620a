/** Titles over the columns, and of communities, in pixels of the stage: they stay where they can be read. */

import type { Column, LargePart } from "../../document.ts";
import type { Palette } from "../../palette.ts";
import { shortened } from "../../words.ts";
import type { Camera, Size } from "./camera.ts";

const BAR = 24;
/** A community is named where it is so many pixels tall. */
const TALL = 60;
/** It takes up to so many pixels, also where its marks are narrower. */
const WIDE = 240;
const LETTER = 6;
/** A stage narrower than this has no room for them. */
const NARROW = 520;
const FONT = "system-ui, sans-serif";

export function paintHeadings(
  context: CanvasRenderingContext2D,
  part: LargePart,
  columns: readonly Column[],
  camera: Camera,
  size: Size,
  colour: Palette,
): void {
  context.save();
  context.textBaseline = "middle";
  paintCommunities(context, part, camera, size, colour);
  context.fillStyle = colour("paper");
  context.globalAlpha = 0.9;
  context.fillRect(0, 0, size.width, BAR);
  context.globalAlpha = 1;
  context.fillStyle = colour("quiet");
  context.font = `600 11px ${FONT}`;
  context.textAlign = "center";
  let end = -Infinity;
  for (const { column, left, right } of part.zones) {
    const title = (columns.find(({ number }) => number === column)?.title ?? "").toUpperCase();
    const from = Math.max(0, (left - camera.x) * camera.scale);
    const to = Math.min(size.width, (right - camera.x) * camera.scale);
    const half = context.measureText(title).width / 2;
    const middle = Math.min(size.width - half - 4, Math.max(half + 4, (from + to) / 2));
    if (to < 0 || from > size.width || middle - half < end + 8) continue;
    context.fillText(title, middle, BAR / 2);
    end = middle + half;
  }
  context.restore();
}

/** The name of a community above its marks. */
interface Title {
  text: string;
  left: number;
  right: number;
  y: number;
  /** Where its marks begin and end. */
  top: number;
  bottom: number;
}

/** The names of the communities that are tall enough, over the first column. */
export function titles(context: CanvasRenderingContext2D, part: LargePart, camera: Camera, size: Size): Title[] {
  const zone = part.zones[0];
  const left = Math.max(8, ((zone?.left ?? 0) - camera.x) * camera.scale);
  if (size.width < NARROW) return [];
  const end = Math.min(size.width - 8, Math.max(left + WIDE, ((zone?.right ?? 0) - camera.x) * camera.scale));
  const letters = Math.floor((end - left) / LETTER);
  context.save();
  context.font = `italic 11px ${FONT}`;
  const found = part.communities.flatMap(({ title, top, bottom }): Title[] => {
    const [from, to] = [(top - camera.y) * camera.scale, (bottom - camera.y) * camera.scale];
    if (to - from < TALL || to < BAR || from > size.height) return [];
    const text = shortened(title, letters);
    return [{ text, left, right: left + context.measureText(text).width, y: Math.max(from - 7, BAR + 9), top: from, bottom: to }];
  });
  context.restore();
  return found;
}

function paintCommunities(context: CanvasRenderingContext2D, part: LargePart, camera: Camera, size: Size, colour: Palette): void {
  context.font = `italic 11px ${FONT}`;
  context.lineWidth = 4;
  context.lineJoin = "round";
  for (const { text, left, y, top } of titles(context, part, camera, size)) {
    context.globalAlpha = 0.35;
    context.fillStyle = colour("quiet");
    context.fillRect(0, Math.round(top - 15), size.width, 1);
    context.globalAlpha = 1;
    context.strokeStyle = colour("paper");
    context.strokeText(text, left, y);
    context.fillStyle = colour("quiet");
    context.fillText(text, left, y);
  }
}
