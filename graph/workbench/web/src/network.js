/** A network of the things two columns name: placed by forces, moved and zoomed by mouse, touch and keys. */

import { forceCenter, forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from "d3-force";
import { zoomIdentity } from "d3-zoom";
import { evidenceOf } from "./answer.js";
import { el, svg } from "./dom.js";
import { movable } from "./moving.js";
import { columnsOf, fitted, marked, proven } from "./scale.js";

const EDGES = 600;
const TICKS = 240;
const LOWEST = 340;
const NOTE = 48;
const WRITTEN = 16;
const PULL = 0.05;
const WIDEST = 2.2;
const LONG = 26;
const SAYING = ["predicate", "relation", "how"];
const LAST = 99;

/** The columns to choose from; null when fewer than two hold things. */
export function networkChoices(look) {
  const said = SAYING.find((name) => look.answer.columns.includes(name)) ?? "";
  const ends = columnsOf(look, "thing", "text").toSorted((one, other) => rank(look, one) - rank(look, other));
  if (ends.length < 2) return null;
  const words = ["", ...look.answer.columns];
  return [["From", "from", ends], ["To", "to", [...ends.slice(1), ends[0]]], ["Says", "says", [said, ...words.filter((one) => one !== said)]]];
}

function rank(look, name) {
  const given = ["from", "subject", "to", "object"].indexOf(name);
  if (SAYING.includes(name)) return LAST;
  return (given < 0 ? 9 : given) + (look.kinds[look.answer.columns.indexOf(name)] === "thing" ? 0 : 20);
}

/** Draws the network. */
export function drawNetwork(place, look, chosen) {
  const { nodes, edges, left } = parts(look, chosen);
  const size = { width: Math.max(320, place.clientWidth - 24), height: Math.max(LOWEST, place.clientHeight - NOTE) };
  settle(nodes, edges, size);
  const words = edges.length > WRITTEN ? [] : edges.map((one) => edgeText(one, look));
  const inner = svg("g", {}, ...edges.map((one) => edge(one, look)), ...words, ...nodes.map((one) => node(one, look)));
  const arrow = svg("marker", { id: "arrow", viewBox: "0 0 8 8", refX: 8, refY: 4, markerWidth: 9, markerHeight: 9, markerUnits: "userSpaceOnUse", orient: "auto" }, svg("path", { d: "M0,0L8,4L0,8z", class: "arrow" }));
  const picture = svg("svg", { viewBox: `0 0 ${size.width} ${size.height}`, ...size, class: "network", role: "group", tabindex: 0, "aria-label": "Network. Arrow keys move it, plus and minus zoom, 0 fits it. The table lists the same." }, svg("defs", {}, arrow), inner);
  place.replaceChildren(el("div", { class: "chart" }, picture), note(nodes, edges, left));
  movable(picture, inner, fitting(nodes, size), { range: [0.1, 6] });
  const rests = edges.flatMap((one) => evidenceOf(look, one.row).slice(0, 1));
  look.labels.want([...nodes.filter((one) => one.term.type === "uri").map((one) => one.term.value), ...rests]);
}

function parts(look, { from, to, says }) {
  const { answer } = look;
  const [start, end, word] = [from, to, says].map((column) => answer.columns.indexOf(column));
  const rows = answer.rows.filter((row) => row[start] !== undefined && row[end] !== undefined);
  const known = new Map();
  const nodeOf = (term) => {
    const id = `${term.type} ${term.value}`;
    if (!known.has(id)) known.set(id, { id, term, edges: 0 });
    known.get(id).edges += 1;
    return known.get(id);
  };
  const ties = Map.groupBy(rows.slice(0, EDGES), (row) => JSON.stringify([row[start].value, row[end].value]));
  const edges = [...ties.values()].map((same) => ({
    source: nodeOf(same[0][start]),
    target: nodeOf(same[0][end]),
    said: [...new Set(same.map((row) => row[word]).filter(Boolean))],
    rows: same.length,
    row: same[0],
  }));
  return { nodes: [...known.values()], edges, left: Math.max(0, rows.length - EDGES) };
}

/** Places the nodes, apart in the direction texts run; the same network gets the same places. */
function settle(nodes, edges, { width, height }) {
  forceSimulation(nodes)
    .force("tie", forceLink(edges).distance(125).strength(0.35))
    .force("apart", forceManyBody().strength(-330).distanceMax(520))
    .force("touch", forceCollide(30))
    .force("across", forceX().strength(PULL))
    .force("down", forceY().strength(PULL))
    .force("middle", forceCenter())
    .stop()
    .tick(TICKS);
  const stretch = Math.min(WIDEST, Math.max(1, width / height));
  for (const one of nodes) one.x *= stretch;
}

function node(one, { names }) {
  const text = names.text(one.term);
  const size = 5 + Math.min(9, Math.sqrt(one.edges) * 2);
  const mark = svg("g", { transform: `translate(${one.x},${one.y})`, class: "node" }, svg("title", {}, text), svg("circle", { r: size }), svg("text", { y: size + 12, class: "label middle" }, fitted(text, LONG)));
  return marked(one.term, names, mark);
}

/** A tie; it leads to the evidence of its first row. */
function edge(one, look) {
  const { names } = look;
  const { source, target } = one;
  const length = Math.hypot(target.x - source.x, target.y - source.y) || 1;
  const short = (5 + Math.min(9, Math.sqrt(target.edges) * 2) + 2) / length;
  const end = { x: target.x - (target.x - source.x) * short, y: target.y - (target.y - source.y) * short };
  const words = wordsOf(one, names);
  const said = `${names.text(source.term)} → ${names.text(target.term)}${words && `: ${words}`}${one.rows > 1 ? ` (${one.rows} rows)` : ""}`;
  const line = svg("path", { d: `M${source.x},${source.y}L${end.x},${end.y}`, class: "tie", "marker-end": "url(#arrow)", "stroke-width": 1 + Math.min(4, Math.log2(one.rows)) }, svg("title", {}, said));
  return proven(one.row, look, line);
}

function edgeText(one, { names }) {
  const { source, target } = one;
  return svg("text", { x: (source.x + target.x) / 2, y: (source.y + target.y) / 2 + 3, class: "tie-text middle" }, fitted(wordsOf(one, names), LONG));
}

const wordsOf = (one, names) => one.said.map((term) => names.text(term)).join(", ");

function fitting(nodes, { width, height }) {
  const [xs, ys] = ["x", "y"].map((axis) => nodes.map((one) => one[axis]));
  const [left, right, top, bottom] = [Math.min(...xs) - 90, Math.max(...xs) + 90, Math.min(...ys) - 30, Math.max(...ys) + 40];
  const scale = Math.min(1.4, width / (right - left), height / (bottom - top));
  return zoomIdentity.translate(width / 2, height / 2).scale(scale).translate(-(left + right) / 2, -(top + bottom) / 2);
}

function note(nodes, edges, left) {
  const words = `${nodes.length} things, ${edges.length} ties.${left > 0 ? ` ${left} further rows are not drawn: ask for fewer.` : ""}`;
  return el("p", { class: "quiet note" }, words);
}
