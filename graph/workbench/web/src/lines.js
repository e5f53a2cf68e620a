/** Lines: numbers over days, years or numbers, one line for each value of a column. */

import { scaleLinear, scaleUtc } from "d3-scale";
import { el, svg } from "./dom.js";
import { columnsOf, drawing, figuresOf, fitted, tick } from "./scale.js";
import { dayOf, numberOf } from "./terms.js";

const LOWEST = 260;
const NOTE = 56;
const MARGIN = { top: 16, right: 20, bottom: 34, left: 66 };
const SERIES = 8;

/** The columns to choose from; null when there is nothing to draw a line of. */
export function lineChoices(look) {
  const values = figuresOf(look);
  const along = [...columnsOf(look, "day"), ...values].filter((name) => values.some((value) => value !== name));
  if (along.length === 0) return null;
  const years = along.toSorted((one, other) => /year|date|since/.test(other) - /year|date|since/.test(one));
  const heights = values.filter((name) => name !== years[0]);
  return [["Along", "along", years], ["Height", "height", heights], ["A line for each", "each", ["", ...columnsOf(look, "thing", "text")]]];
}

/** Draws the lines. */
export function drawLines(place, look, { along, height, each }) {
  const { answer, names } = look;
  const at = (column) => answer.columns.indexOf(column);
  const isDay = look.kinds[at(along)] === "day";
  const x = isDay ? dayOf : numberOf;
  const points = answer.rows
    .map((row) => ({ x: x(row[at(along)]), y: numberOf(row[at(height)]), series: each ? names.text(row[at(each)]) : height }))
    .filter((point) => !Number.isNaN(point.x) && !Number.isNaN(point.y));
  const series = [...Map.groupBy(points, (point) => point.series)].slice(0, SERIES);
  const [width, tall] = [Math.max(320, place.clientWidth - 24), Math.max(LOWEST, place.clientHeight - NOTE)];
  const drawn = series.flatMap(([, list]) => list);
  const across = (isDay ? scaleUtc : scaleLinear)(extent(drawn.map((one) => one.x)), [MARGIN.left, width - MARGIN.right]);
  const up = scaleLinear(extent([0, ...drawn.map((one) => one.y)]), [tall - MARGIN.bottom, MARGIN.top]).nice(5);
  const picture = drawing(width, tall, `${height} along ${along}, as lines`, ...axes(across, up, [width, tall], isDay), ...series.flatMap(line));
  place.replaceChildren(el("div", { class: "chart" }, picture), legend(series, points.length - drawn.length));
  if (each) look.labels.want(answer.rows.map((row) => row[at(each)]).filter((term) => term?.type === "uri").map((term) => term.value));

  function line([name, list], number) {
    const sorted = list.toSorted((one, other) => one.x - other.x);
    const path = sorted.map((one) => `${across(one.x)},${up(one.y)}`).join("L");
    const dots = sorted.map((one) =>
      svg("circle", { cx: across(one.x), cy: up(one.y), r: 3.5, class: `dot s${number}` }, svg("title", {}, `${name}: ${one.y} (${isDay ? new Date(one.x).toISOString().slice(0, 10) : one.x})`)),
    );
    return [svg("path", { d: `M${path}`, class: `line s${number}` }), ...dots];
  }
}

function axes(across, up, [width, tall], isDay) {
  const written = isDay ? across.tickFormat(6) : (value) => (Number.isInteger(value) ? String(value) : "");
  return [
    ...up.ticks(5).flatMap((value) => [
      svg("line", { x1: MARGIN.left, x2: width - MARGIN.right, y1: up(value), y2: up(value), class: value === 0 ? "zero" : "grid" }),
      svg("text", { x: MARGIN.left - 8, y: up(value) + 4, class: "tick end" }, tick(value)),
    ]),
    ...across.ticks(Math.max(2, Math.floor(width / 130))).map((value) => svg("text", { x: across(value), y: tall - 12, class: "tick middle" }, written(value))),
  ];
}

function legend(series, left) {
  const marks = series.map(([name], number) =>
    el("span", {}, svg("svg", { width: 22, height: 10, "aria-hidden": "true" }, svg("path", { d: "M1,5L21,5", class: `line s${number}` })), fitted(name, 60)),
  );
  return el("p", { class: "note legend" }, ...marks, left > 0 ? el("span", { class: "quiet" }, `${left} points of further lines are not drawn.`) : null);
}

/** The smallest and largest of some numbers, apart also when there is one. */
function extent(numbers) {
  const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
  return low === high ? [low - 1, high + 1] : [low, high];
}
