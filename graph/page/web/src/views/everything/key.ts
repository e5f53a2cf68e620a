/** The key of the shade, in the corner of the stage: how much money is how dark. */

import type { Palette } from "../../palette.ts";
import { dollars } from "../../words.ts";
import type { Size } from "./camera.ts";
import { rgb } from "./painter.ts";
import { shadeOf, type Shaded } from "./shade.ts";

const BOX = { width: 206, height: 60, margin: 8, inside: 9 };
const STEPS = 24;
const FONT = "11px system-ui, sans-serif";

export function paintKey(context: CanvasRenderingContext2D, money: Shaded["money"], size: Size, colour: Palette): void {
  if (money === null || size.height < 3 * BOX.height) return;
  const [left, top] = [BOX.margin, size.height - BOX.margin - BOX.height];
  context.save();
  context.fillStyle = colour("paper");
  context.globalAlpha = 0.92;
  context.fillRect(left, top, BOX.width, BOX.height);
  context.globalAlpha = 1;
  context.strokeStyle = colour("rule");
  context.lineWidth = 1;
  context.strokeRect(left + 0.5, top + 0.5, BOX.width, BOX.height);
  const [start, length] = [left + BOX.inside, BOX.width - 2 * BOX.inside];
  for (let step = 0; step < STEPS; step += 1) {
    const [red, green, blue, cover] = shadeOf(step / (STEPS - 1), rgb(colour("money")), rgb(colour("ink")));
    context.fillStyle = `rgb(${red} ${green} ${blue} / ${cover})`;
    context.fillRect(start + (step * length) / STEPS, top + 24, length / STEPS + 0.5, 11);
  }
  context.font = FONT;
  context.textBaseline = "middle";
  context.fillStyle = colour("ink");
  context.fillText("Shade: money side by side", start, top + 14);
  context.fillStyle = colour("quiet");
  context.fillText(rounded(money.least), start, top + 46);
  context.textAlign = "right";
  context.fillText(`${rounded(money.most)} or more`, start + length, top + 46);
  context.restore();
}

const rounded = (figure: number): string => dollars(Number(figure.toPrecision(1)));
