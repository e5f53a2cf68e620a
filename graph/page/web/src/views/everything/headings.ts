/** Titles over the columns, and of communities, in pixels of the stage: they stay where they can be read. */

import type { Column, LargePart } from "../../document.ts";
import type { Palette } from "../../palette.ts";
import type { Camera, Size } from "./camera.ts";

const BAR = 24;
/** A community is named where it is so many pixels tall. */
const TALL = 46;
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
    const middle = (from + to) / 2;
    if (to < 0 || from > size.width || middle - half < end + 8) continue;
    context.fillText(title, middle, BAR / 2);
    end = middle + half;
  }
  context.restore();
}

function paintCommunities(context: CanvasRenderingContext2D, part: LargePart, camera: Camera, size: Size, colour: Palette): void {
  context.font = `11px ${FONT}`;
  context.textAlign = "right";
  const right = Math.min(size.width - 10, ((part.zones[0]?.right ?? 0) - camera.x) * camera.scale);
  context.lineWidth = 3;
  context.strokeStyle = colour("paper");
  context.fillStyle = colour("quiet");
  for (const { title, top, bottom } of part.communities) {
    const [from, to] = [(top - camera.y) * camera.scale, (bottom - camera.y) * camera.scale];
    if (to - from < TALL || to < BAR || from > size.height) continue;
    const y = Math.max(from - 4, BAR + 10);
    context.strokeText(title, right, y);
    context.fillText(title, right, y);
    context.globalAlpha = 0.5;
    context.fillRect(0, from - 12, size.width, 1);
    context.globalAlpha = 1;
  }
}
