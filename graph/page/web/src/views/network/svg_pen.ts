/** A pen that draws an SVG element: the same marks as on a canvas, for files and for paper. */

import { svg } from "../../dom.ts";
import type { Paint, Pen } from "./pen.ts";

type Look = Pick<
  SvgPen,
  "globalAlpha" | "fillStyle" | "strokeStyle" | "lineWidth" | "font" | "textAlign" | "textBaseline" | "dash"
>;

const ANCHORS: Record<CanvasTextAlign, string> = {
  left: "start",
  start: "start",
  center: "middle",
  right: "end",
  end: "end",
};

/** Figures with two places, as short as they can be written. */
const short = (figure: number): string => String(Math.round(figure * 100) / 100);

export class SvgPen implements Pen {
  globalAlpha = 1;
  fillStyle: Paint = "#000";
  strokeStyle: Paint = "#000";
  lineWidth = 1;
  font = "10px sans-serif";
  textAlign: CanvasTextAlign = "start";
  textBaseline: CanvasTextBaseline = "alphabetic";
  dash: number[] = [];
  readonly root: SVGSVGElement;
  #path: string[] = [];
  #kept: Look[] = [];

  /** Draws what lies in a box. */
  constructor(left: number, top: number, width: number, height: number) {
    this.root = svg("svg", {
      xmlns: "http://www.w3.org/2000/svg",
      width: short(width),
      height: short(height),
      viewBox: [left, top, width, height].map(short).join(" "),
    });
  }

  save(): void {
    const { globalAlpha, fillStyle, strokeStyle, lineWidth, font, textAlign, textBaseline, dash } = this;
    this.#kept.push({ globalAlpha, fillStyle, strokeStyle, lineWidth, font, textAlign, textBaseline, dash });
  }

  restore(): void {
    Object.assign(this, this.#kept.pop());
  }

  beginPath(): void {
    this.#path = [];
  }

  closePath(): void {
    this.#path.push("Z");
  }

  moveTo(x: number, y: number): void {
    this.#add("M", x, y);
  }

  lineTo(x: number, y: number): void {
    this.#add("L", x, y);
  }

  bezierCurveTo(ax: number, ay: number, bx: number, by: number, x: number, y: number): void {
    this.#add("C", ax, ay, bx, by, x, y);
  }

  rect(x: number, y: number, width: number, height: number): void {
    this.#path.push(`M${short(x)} ${short(y)}h${short(width)}v${short(height)}h${short(-width)}Z`);
  }

  roundRect(x: number, y: number, width: number, height: number, radius = 0): void {
    const round = Math.min(radius, width / 2, height / 2);
    const corner = (dx: number, dy: number) => `a${short(round)} ${short(round)} 0 0 1 ${short(dx)} ${short(dy)}`;
    const [across, down] = [width - 2 * round, height - 2 * round];
    this.#path.push(
      `M${short(x + round)} ${short(y)}h${short(across)}${corner(round, round)}v${short(down)}${corner(-round, round)}` +
        `h${short(-across)}${corner(-round, -round)}v${short(-down)}${corner(round, -round)}Z`,
    );
  }

  /** An arc that goes round clockwise; one that goes all round is two halves. */
  arc(x: number, y: number, radius: number, from: number, to: number): void {
    const at = (angle: number): [number, number] => [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
    const turn = (angle: number) => `A${short(radius)} ${short(radius)} 0 0 1 ${at(angle).map(short).join(" ")}`;
    this.#path.push(`M${at(from).map(short).join(" ")}${turn((from + to) / 2)}${turn(to)}`);
  }

  fill(): void {
    this.#draw({ fill: this.fillStyle as string });
  }

  stroke(): void {
    const dash = this.dash.length > 0 ? this.dash.map(short).join(" ") : null;
    const line = { stroke: this.strokeStyle as string, "stroke-width": short(this.lineWidth), "stroke-dasharray": dash };
    this.#draw({ fill: "none", ...line });
  }

  fillRect(x: number, y: number, width: number, height: number): void {
    this.beginPath();
    this.rect(x, y, width, height);
    this.fill();
  }

  setLineDash(dash: number[]): void {
    this.dash = dash;
  }

  /** Text in the font asked for, with its family; where it stands in the middle, lowered by a third of its size. */
  fillText(text: string, x: number, y: number): void {
    const [, weight = "", size = "10", family = "sans-serif"] = /^(?:(\d+) )?([\d.]+)px (.*)$/.exec(this.font) ?? [];
    const lowered = this.textBaseline === "middle" ? y + Number(size) * 0.35 : y;
    const settings = {
      x: short(x),
      y: short(lowered),
      fill: this.fillStyle,
      "font-family": family,
      "font-size": size,
      "font-weight": weight === "" ? null : weight,
      "text-anchor": ANCHORS[this.textAlign],
      opacity: this.#opacity(),
      "xml:space": "preserve",
    };
    this.root.append(svg("text", settings, text));
  }

  #add(command: string, ...figures: number[]): void {
    this.#path.push(command + figures.map(short).join(" "));
  }

  #opacity(): string | null {
    return this.globalAlpha === 1 ? null : short(this.globalAlpha);
  }

  #draw(look: Record<string, string | null>): void {
    this.root.append(svg("path", { d: this.#path.join(""), ...look, opacity: this.#opacity() }));
  }
}
