/** A timeline: every row at its day, in lanes so that no text lies over another. */

import { scaleUtc } from "d3-scale";
import { el, svg } from "./dom.js";
import { columnsOf, drawing, fitted, marked } from "./scale.js";
import { dayOf } from "./terms.js";

const LANE = 24;
const TOP = 34;
const MOST = 300;
const LETTER = 6.6;
const LONGEST = 46;
const YEAR = 365.25 * 86400e3;

/** The columns to choose from; null when none holds days. */
export function timelineChoices(look) {
  const days = columnsOf(look, "day");
  const names = [...columnsOf(look, "thing"), ...columnsOf(look, "text"), ...days];
  return days.length === 0 ? null : [["Day", "day", days], ["Text", "text", names]];
}

/** Draws the timeline. */
export function drawTimeline(place, look, { day, text }) {
  const { answer, names } = look;
  const [when, what] = [day, text].map((column) => answer.columns.indexOf(column));
  const rows = answer.rows.filter((row) => !Number.isNaN(dayOf(row[when]))).toSorted((one, other) => dayOf(one[when]) - dayOf(other[when]));
  const shown = rows.slice(0, MOST);
  const width = Math.max(320, place.clientWidth - 24);
  const days = shown.map((row) => dayOf(row[when]));
  const apart = Math.max(days.at(-1) - days[0], YEAR / 12);
  const scale = scaleUtc([days[0] - apart * 0.02, days[0] + apart * 1.02], [14, width - Math.min(260, width * 0.35)]);
  const lanes = [];
  const marks = shown.map((row, at) => mark(row, scale(days[at])));
  const height = TOP + lanes.length * LANE + 10;
  place.replaceChildren(el("div", { class: "chart", tabindex: 0, role: "region", "aria-label": "Timeline" }, drawing(width, height, `${text} by ${day}`, ...axis(scale, height, width), ...marks)), note(rows.length, answer.rows.length));
  look.labels.want(shown.map((row) => row[what]).filter((term) => term?.type === "uri").map((term) => term.value));

  function mark(row, x) {
    const said = names.text(row[what]);
    const words = fitted(said, LONGEST);
    const free = lanes.findIndex((end) => end < x - 10);
    const lane = free < 0 ? lanes.length : free;
    lanes[lane] = x + 12 + words.length * LETTER;
    const y = TOP + lane * LANE + 12;
    const label = svg("text", { x: x + 9, y: y + 4, class: "label" }, words, svg("title", {}, `${row[when].value} · ${said}`));
    return svg("g", {}, svg("circle", { cx: x, cy: y, r: 4.5, class: "dot s0" }), marked(row[what], names, label));
  }
}

function axis(scale, height, width) {
  const written = scale.tickFormat(6);
  return scale.ticks(Math.max(2, Math.floor(width / 150))).flatMap((value) => [
    svg("line", { x1: scale(value), x2: scale(value), y1: 22, y2: height - 4, class: "grid" }),
    svg("text", { x: scale(value), y: 14, class: "tick middle" }, written(value)),
  ]);
}

function note(drawn, rows) {
  const words = [drawn > MOST ? `The first ${MOST} of ${drawn}.` : "", rows > drawn ? `${rows - drawn} rows have no day here.` : ""];
  return el("p", { class: "quiet note" }, words.filter(Boolean).join(" "));
}
