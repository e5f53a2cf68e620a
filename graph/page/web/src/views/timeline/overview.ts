/** All the time there is in one strip, and the part of it that is looked at: drawn by pointer, moved by keys. */

import { svg } from "../../dom.ts";
import type { Happening } from "../../document.ts";
import { ticks } from "./axis.ts";
import { at, DAY, momentAt, spanOf, written, type Range, type Scale } from "./days.ts";
import { fine } from "./symbols.ts";

const HIGH = 44;
const SIDE = 14;
const HANDLE = 7;
/** The shortest part that can be chosen. */
const SHORTEST = 4 * DAY;
const BETWEEN_TICKS = 70;
/** Share of the whole that a key moves an end. */
const STEP = 1 / 60;

/** The strip; `choose` is called with a part, or with null for all of it. */
export function drawOverview(happenings: readonly Happening[], whole: Range, chosen: Range, wide: number, choose: (range: Range | null) => void): SVGSVGElement {
  const scale: Scale = { ...whole, left: SIDE, right: wide - SIDE };
  const [left, right] = [at(scale, Math.max(chosen.from, whole.from)), at(scale, Math.min(chosen.to, whole.to))];
  const box = svg("rect", { class: "brush", x: fine(left), y: 14, width: fine(Math.max(2, right - left)), height: HIGH - 14, rx: 3 });
  const strip = svg(
    "svg",
    { class: "overview", width: wide, height: HIGH, viewBox: `0 0 ${wide} ${HIGH}`, role: "group", "aria-label": "The time that is shown" },
    svg("rect", { class: "strip", x: SIDE, y: 14, width: wide - 2 * SIDE, height: HIGH - 14, rx: 3 }),
    ...ticks(whole, wide / BETWEEN_TICKS).map(({ moment, text }) => svg("text", { class: "tick", x: fine(at(scale, moment)), y: 10 }, text)),
    ...happenings.flatMap((one) => tickOf(one, scale)),
    box,
    handle("from", left, chosen, scale, choose),
    handle("to", right, chosen, scale, choose),
  );
  brush(strip, box, scale, choose);
  return strip;
}

/** A stroke over the days of a happening. */
function tickOf(one: Happening, scale: Scale): SVGElement[] {
  const span = spanOf(one);
  if (span === null) return [];
  const [from, to] = [at(scale, Math.max(span.from ?? scale.from, scale.from)), at(scale, Math.min(span.to ?? scale.to, scale.to))];
  if (to < from) return [];
  const isLong = to - from > (scale.right - scale.left) / 8;
  return [svg("rect", { class: isLong ? "tick-mark long" : "tick-mark", x: fine(from), y: isLong ? HIGH - 7 : 20, width: fine(Math.max(1.5, to - from)), height: isLong ? 2 : HIGH - 28 })];
}

/** An end of the part that is looked at, as a slider. */
function handle(end: "from" | "to", x: number, chosen: Range, scale: Scale, choose: (range: Range | null) => void): SVGElement {
  const onKey = (event: Event) => {
    const way = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 }[(event as KeyboardEvent).key];
    if (way === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    choose(moved(chosen, end, way * (scale.to - scale.from) * STEP, scale));
  };
  return svg(
    "rect",
    {
      class: `handle ${end}`,
      x: fine(x - HANDLE / 2),
      y: 18,
      width: HANDLE,
      height: HIGH - 22,
      rx: 3,
      tabindex: 0,
      role: "slider",
      "aria-label": end === "from" ? "Shown from" : "Shown to",
      "aria-valuemin": Math.round(scale.from / DAY),
      "aria-valuemax": Math.round(scale.to / DAY),
      "aria-valuenow": Math.round(chosen[end] / DAY),
      "aria-valuetext": written(chosen[end]),
      on: { keydown: onKey },
    },
  );
}

/** A range with one end moved, never shorter than can be looked at, never beyond the whole. */
export function moved(range: Range, end: "from" | "to", by: number, whole: Range): Range {
  const wanted = range[end] + by;
  if (end === "from") return { ...range, from: Math.max(whole.from, Math.min(wanted, range.to - SHORTEST)) };
  return { ...range, to: Math.min(whole.to, Math.max(wanted, range.from + SHORTEST)) };
}

/** A drag chooses a part, or moves the end it began at; a click chooses all. */
function brush(strip: SVGSVGElement, box: SVGElement, scale: Scale, choose: (range: Range | null) => void): void {
  let start: number | null = null;
  const xOf = (event: PointerEvent) => Math.min(Math.max(event.clientX - strip.getBoundingClientRect().left, scale.left), scale.right);
  strip.addEventListener("pointerdown", (event) => {
    const grip = (event.target as Element).closest(".handle");
    const [left, wide] = [Number(box.getAttribute("x")), Number(box.getAttribute("width"))];
    start = grip === null ? xOf(event) : grip.classList.contains("from") ? left + wide : left;
    strip.setPointerCapture(event.pointerId);
  });
  strip.addEventListener("pointermove", (event) => {
    if (start === null) return;
    box.setAttribute("x", String(Math.min(start, xOf(event))));
    box.setAttribute("width", String(Math.abs(xOf(event) - start)));
  });
  strip.addEventListener("pointerup", (event) => {
    if (start === null) return;
    const [left, right] = [Math.min(start, xOf(event)), Math.max(start, xOf(event))];
    start = null;
    choose(right - left < 3 ? null : widened({ from: momentAt(scale, left), to: momentAt(scale, right) }));
  });
}

function widened({ from, to }: Range): Range {
  const short = Math.max(0, SHORTEST - (to - from)) / 2;
  return { from: from - short, to: to + short };
}

/** A range nearer to, or farther from, a moment in it; not beyond the whole. */
export function zoomed(range: Range, factor: number, moment: number, whole: Range): Range {
  const from = Math.max(whole.from, moment - (moment - range.from) * factor);
  const to = Math.min(whole.to, moment + (range.to - moment) * factor);
  return widened({ from, to });
}
