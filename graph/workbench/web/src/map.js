/** A map of counties: each county an answer names is shaded by a number of its row, or marked where there is none. */

import { scaleQuantize } from "d3-scale";
import { zoomIdentity } from "d3-zoom";
import { evidenceOf } from "./answer.js";
import { el, svg } from "./dom.js";
import { movable } from "./moving.js";
import { columnsOf, figuresOf, tick } from "./scale.js";
import { grouped, numberOf } from "./terms.js";

const COUNTY = /id\/county\/us\/(\d{5})$/;
const SHADES = 5;
const CLOSEST = 30;
const ROOM = 0.25;
let outlines = null;

/** The columns to choose from; null when none holds counties. */
export function mapChoices(look) {
  const places = columnsOf(look, "thing", "text").filter((name) => countiesIn(look, name) > 0);
  if (places.length === 0) return null;
  return [["County", "county", places], ["Shade", "shade", [...figuresOf(look), ""]]];
}

function countiesIn({ answer }, name) {
  const at = answer.columns.indexOf(name);
  return answer.rows.filter((row) => codeOf(row[at]) !== "").length;
}

const codeOf = (term) => (term?.type === "uri" ? (COUNTY.exec(term.value)?.[1] ?? "") : "");

/** Draws the map; the outlines are fetched once, from this server. */
export async function drawMap(place, look, chosen) {
  const waiting = el("p", { class: "quiet note" }, "Fetching the outlines of counties …");
  place.replaceChildren(waiting);
  outlines ??= fetch("workbench/counties.json").then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(answer.statusText))));
  try {
    const drawn = await outlines;
    if (place.contains(waiting)) show(place, look, chosen, drawn);
  } catch {
    outlines = null;
    place.replaceChildren(el("p", { class: "quiet note" }, "The outlines of counties cannot be fetched. The table has all rows."));
  }
}

function show(place, look, { county, shade }, { width, height, counties, states }) {
  const { answer, names } = look;
  const [where, sized] = [county, shade].map((name) => answer.columns.indexOf(name));
  const rows = firstRows(answer.rows, where, counties);
  const sizes = [...rows.values()].map((row) => numberOf(row[sized])).filter((size) => !Number.isNaN(size));
  const scale = scaleQuantize([Math.min(...sizes), Math.max(...sizes)], Array.from({ length: SHADES }, (_, step) => step));
  const whole = svg("g", {}, ...Object.values(states).map((path) => svg("path", { d: path, class: "land" })), ...[...rows].map(([code, row]) => area(code, row)));
  const picture = svg("svg", { viewBox: `0 0 ${width} ${height}`, class: "map", role: "group", "aria-label": `${shade || "rows"} by county, as a map`, tabindex: 0 }, whole);
  place.replaceChildren(el("div", { class: "chart map-room" }, picture), legend(scale, sizes), note(answer.rows, where, rows.size));
  movable(picture, whole, closest(whole, width, height), { range: [1, CLOSEST], extent: [[0, 0], [width, height]], unit: width / 1000 });
  look.labels.want([...rows.values()].flatMap((row) => [row[where].value, ...evidenceOf(look, row)]));

  function area(code, row) {
    const size = numberOf(row[sized]);
    const shadeOf = Number.isNaN(size) ? "named" : `q${sizes.length > 1 ? scale(size) : SHADES - 1}`;
    const said = `${names.text(row[where])}${Number.isNaN(size) ? "" : `: ${grouped(row[sized].value)}`}`;
    return svg("a", { href: names.address(row[where]), "aria-label": said }, svg("path", { d: counties[code], class: `county ${shadeOf}` }, svg("title", {}, said)));
  }
}

/** The first row of each county that has an outline. */
function firstRows(rows, where, counties) {
  const found = new Map();
  for (const row of rows) {
    const code = codeOf(row[where]);
    if (code in counties && !found.has(code)) found.set(code, row);
  }
  return found;
}

function legend(scale, sizes) {
  if (sizes.length < 2) return null;
  const parts = scale.range().map((step) => {
    const [low, high] = scale.invertExtent(step);
    return el("span", {}, svg("svg", { width: 14, height: 14, "aria-hidden": "true" }, svg("rect", { width: 14, height: 14, rx: 3, class: `q${step}` })), `${tick(round(low))} to ${tick(round(high))}`);
  });
  return el("p", { class: "legend note" }, ...parts);
}

const round = (value) => Number(value.toPrecision(3));

function note(rows, where, drawn) {
  const left = rows.filter((row) => codeOf(row[where]) === "").length;
  const again = rows.length - left - drawn;
  const words = [
    left > 0 ? `${left} rows name no county of the United States.` : "",
    again > 0 ? `A county has the shade of its first row; ${again} rows are further ones.` : "",
    "Boundaries: US Census Bureau.",
  ];
  return el("p", { class: "quiet note" }, words.filter(Boolean).join(" "));
}

/** The turn that brings all counties into sight, with some land around them. */
function closest(whole, width, height) {
  const boxes = [...whole.querySelectorAll(".county")].map((one) => one.getBBox());
  const [left, top] = [Math.min(...boxes.map((one) => one.x)), Math.min(...boxes.map((one) => one.y))];
  const [wide, high] = [Math.max(...boxes.map((one) => one.x + one.width)) - left, Math.max(...boxes.map((one) => one.y + one.height)) - top];
  const scale = Math.max(1, Math.min(CLOSEST / 3, width / (wide * (1 + 2 * ROOM)), height / (high * (1 + 2 * ROOM))));
  const within = (middle, size) => Math.min(0, Math.max(size - size * scale, size / 2 - scale * middle));
  return zoomIdentity.translate(within(left + wide / 2, width), within(top + high / 2, height)).scale(scale);
}
