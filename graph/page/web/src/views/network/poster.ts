/** The whole network with its title and headings, as a picture of its own. */

import { svg } from "../../dom.ts";
import type { Page } from "../../page.ts";
import type { Palette } from "../../palette.ts";
import { FONT, type Pen } from "./pen.ts";
import { drawScene, isFree, shownSpots, type Scene } from "./scene.ts";
import { extent, headingX, type Box } from "./spots.ts";
import { SvgPen } from "./svg_pen.ts";

const MARGIN = 26;
const TOP = 78;
const FOOT = 50;
/** Room for what is written below, however few marks there are. */
const NARROWEST = 780;
const KEY = [
  "Arrowhead: where money or support goes. Two: from committee to committee. Open: without a sum, or a tie. Bar: against. Hollow line with “?”: hedged. “”: attributed only. ≠: denied. !: a finding.",
  "Disc: won. Ring: lost. Cross: recalled. Diamond: run-off. Half disc: led a count. ×: so many lines run together.",
];

export function drawPoster(scene: Scene, page: Page, palette: Palette): SVGSVGElement {
  const room = extent(shownSpots(scene));
  const [left, top] = [room.left - MARGIN, room.top - TOP];
  const width = Math.max(room.right - room.left, NARROWEST) + 2 * MARGIN;
  const height = room.bottom - room.top + MARGIN + TOP + FOOT;
  const pen = new SvgPen(left, top, width, height);
  pen.root.append(svg("title", {}, page.document.title));
  pen.fillStyle = palette("paper");
  pen.fillRect(left, top, width, height);
  writeAround(pen, scene, page, palette, room);
  drawScene(pen, scene, palette);
  return pen.root;
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
  KEY.forEach((line, place) => write(line, room.left, room.bottom + MARGIN + 16 + 14 * place, "9.5px"));
  pen.textAlign = "center";
  for (const strip of isFree(scene) ? [] : scene.strips) write(strip.title.toUpperCase(), headingX(strip), room.top - 12, "600 11px");
}
