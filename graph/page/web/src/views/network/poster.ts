/** The whole network with its title and headings, as a picture of its own. */

import { el } from "../../dom.ts";
import type { Page } from "../../page.ts";
import type { Palette } from "../../palette.ts";
import { FONT, type Pen } from "./pen.ts";
import { drawScene, shownSpots, type Scene } from "./scene.ts";
import { extent, headingX, type Box } from "./spots.ts";

const MARGIN = 26;
const TOP = 78;
const FOOT = 36;
const KEY =
  "Arrowhead: which way money, support or a tie goes. Bar: against. Hollow line with “?”: hedged. Disc: won. Ring: lost. Cross: recalled. " +
  "Diamond: run-off. Half disc: led a count.";

export function drawPoster(scene: Scene, page: Page, palette: Palette, scale = 2): HTMLCanvasElement {
  const room = extent(shownSpots(scene));
  const canvas = el("canvas");
  canvas.width = Math.ceil((room.right - room.left + 2 * MARGIN) * scale);
  canvas.height = Math.ceil((room.bottom - room.top + MARGIN + TOP + FOOT) * scale);
  const context = canvas.getContext("2d")!;
  context.fillStyle = palette("paper");
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.setTransform(scale, 0, 0, scale, (MARGIN - room.left) * scale, (TOP - room.top) * scale);
  writeAround(context, scene, page, palette, room);
  drawScene(context, scene, palette);
  return canvas;
}

function writeAround(pen: Pen, scene: Scene, page: Page, palette: Palette, room: Box): void {
  const write = (text: string, x: number, y: number, font: string, colour = "quiet") => {
    pen.fillStyle = palette(colour);
    pen.font = `${font} ${FONT}`;
    pen.fillText(text, x, y);
  };
  pen.textBaseline = "alphabetic";
  write(page.document.title, room.left, room.top - TOP + 28, "700 17px", "ink");
  write(page.document.subtitle, room.left, room.top - TOP + 45, "11px");
  write(page.countsText(), room.left, room.bottom + MARGIN, "11px");
  write(KEY, room.left, room.bottom + MARGIN + 16, "11px");
  pen.textAlign = "center";
  for (const strip of scene.strips) write(strip.title.toUpperCase(), headingX(strip), room.top - 12, "600 11px");
}
