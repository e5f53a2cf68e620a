/** Bars: one a row, in the order of the rows; nothing is added up. */

import { scaleLinear } from "d3-scale";
import { evidenceOf } from "./answer.js";
import { el, svg } from "./dom.js";
import { columnsOf, drawing, figuresOf, fitted, marked, proven, tick } from "./scale.js";
import { grouped, numberOf } from "./terms.js";

const BAR = 26;
const MOST = 200;
const TOP = 26;

/** The columns to choose from, with what is shown at first. */
export function barChoices(look) {
  const values = figuresOf(look);
  const names = [...columnsOf(look, "thing", "text", "day"), ...values];
  return values.length === 0 ? null : [["Bars", "name", names], ["Length", "value", values]];
}

/** Draws the bars. */
export function drawBars(place, look, { name, value }) {
  const { answer, names } = look;
  const [called, sized] = [name, value].map((column) => answer.columns.indexOf(column));
  const rows = answer.rows.filter((row) => !Number.isNaN(numberOf(row[sized])));
  const shown = rows.slice(0, MOST);
  const width = Math.max(320, place.clientWidth - 24);
  const left = Math.min(width * 0.42, 240);
  const sizes = shown.map((row) => numberOf(row[sized]));
  const scale = scaleLinear([Math.min(0, ...sizes), Math.max(0, ...sizes)], [left, width - 96]).nice(5);
  const height = TOP + shown.length * BAR + 8;
  const most = Math.floor(left / 7);
  const picture = drawing(width, height, `${value} of each ${name}, as bars`, ...axis(scale, height), ...shown.flatMap((row, at) => bar(row, at)));
  place.replaceChildren(el("div", { class: "chart", tabindex: 0, role: "region", "aria-label": "Bars" }, picture), note(rows.length, answer.rows.length));
  look.labels.want(shown.flatMap((row) => [...(row[called]?.type === "uri" ? [row[called].value] : []), ...evidenceOf(look, row)]));

  function bar(row, at) {
    const y = TOP + at * BAR;
    const [from, to] = [scale(0), scale(sizes[at])];
    const text = names.text(row[called]);
    const label = svg("text", { x: left - 8, y: y + 17, class: "label end" }, fitted(text, most), svg("title", {}, text));
    const figure = svg("text", { x: Math.max(from, to) + 6, y: y + 17, class: "value" }, grouped(row[sized].value));
    return [
      marked(row[called], names, label),
      svg("rect", { x: Math.min(from, to), y: y + 4, width: Math.max(1, Math.abs(to - from)), height: BAR - 8, rx: 2, class: "bar-mark" }),
      proven(row, look, figure),
    ];
  }
}

function axis(scale, height) {
  return scale.ticks(5).flatMap((value) => [
    svg("line", { x1: scale(value), x2: scale(value), y1: TOP - 4, y2: height - 6, class: value === 0 ? "zero" : "grid" }),
    svg("text", { x: scale(value), y: 14, class: "tick middle" }, tick(value)),
  ]);
}

function note(drawn, rows) {
  const left = rows - drawn;
  const words = [
    drawn > MOST ? `The first ${MOST} of ${drawn} bars; sort in the query for others.` : "",
    left > 0 ? `${left} rows have no number here.` : "",
    "One bar a row: nothing is added up.",
  ];
  return el("p", { class: "quiet note" }, words.filter(Boolean).join(" "));
}
