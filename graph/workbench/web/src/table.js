/** The table: sorted by any column, and only the rows in sight are in the page, so that any number scrolls. */

import { cellContent, wantedOf } from "./cell.js";
import { el } from "./dom.js";
import { dayOf, numberOf } from "./terms.js";

const HEIGHT = 31;
const MARGIN = 12;
const MEASURED = 120;
const NARROW = 7;
const WIDE = 38;

/** Draws the table into `place`. `look` has answer, kinds, names, labels and `open` for a whole row; `sort` is
 * `{ column, down }` and `sorted` is told a new one. The result redraws when names have come. */
export function drawTable(place, look, sort, sorted) {
  const { answer } = look;
  const order = sortedRows(look, sort);
  const body = el("tbody");
  const heads = answer.columns.map((name, column) => head(name, column, look, sort, sorted));
  const wide = ["4.2em", ...widths(look).map((width) => `${width}ch`)];
  const columns = wide.map((width, at) => styled(el("col"), { width: at === wide.length - 1 ? "auto" : width }));
  const table = el(
    "table",
    { "aria-rowcount": order.length + 1, "aria-label": "Rows found" },
    el("colgroup", {}, ...columns),
    el("thead", {}, el("tr", { "aria-rowindex": 1 }, el("th", { scope: "col" }, el("span", { class: "unseen" }, "Row")), ...heads)),
    body,
  );
  table.style.minWidth = `calc(${wide.join(" + ")})`;
  const scroller = el("div", { class: "rows", tabindex: 0, role: "region", "aria-label": "Table of results" }, table);
  place.replaceChildren(scroller);
  const shown = { from: -1, to: -1 };
  const redraw = (again) => drawRows({ scroller, body, order, look, shown }, again === true);
  scroller.addEventListener("scroll", redraw, { passive: true });
  new ResizeObserver(redraw).observe(scroller);
  redraw(true);
  return () => redraw(true);
}

function drawRows({ scroller, body, order, look, shown }, again) {
  const from = Math.max(0, Math.floor(scroller.scrollTop / HEIGHT) - MARGIN);
  const to = Math.min(order.length, Math.ceil((scroller.scrollTop + scroller.clientHeight) / HEIGHT) + MARGIN);
  if (!again && from === shown.from && to === shown.to) return;
  Object.assign(shown, { from, to });
  const focused = body.contains(document.activeElement) ? document.activeElement.dataset.row : undefined;
  const rows = order.slice(from, to);
  body.replaceChildren(gap(from), ...rows.map((at, place) => line(at, from + place, look)), gap(order.length - to));
  if (focused !== undefined) body.querySelector(`[data-row="${focused}"]`)?.focus({ preventScroll: true });
  look.labels.want(rows.flatMap((at) => wantedOf(look, look.answer.rows[at])));
}

function line(at, place, look) {
  const row = look.answer.rows[at];
  const open = el("button", { type: "button", class: "number", "data-row": at, "aria-label": `Row ${place + 1}, whole`, onclick: () => look.open(at) }, String(place + 1));
  const cells = row.map((term, column) =>
    el("td", { class: look.kinds[column] === "number" ? "figure" : null, title: longText(term, look) }, ...cellContent(term, row, look)),
  );
  return el("tr", { "aria-rowindex": place + 2 }, el("td", { class: "place" }, open), ...cells);
}

function longText(term, { names }) {
  return term?.type === "literal" && term.value.length > 30 ? term.value : term?.type === "uri" ? names.short(term.value) : null;
}

function gap(rows) {
  return rows === 0 ? "" : styled(el("tr", { "aria-hidden": "true", class: "gap" }), { height: `${rows * HEIGHT}px` });
}

function head(name, column, { kinds }, sort, sorted) {
  const now = sort.column === column ? (sort.down ? "descending" : "ascending") : "none";
  const next = now === "none" ? { column, down: false } : now === "ascending" ? { column, down: true } : { column: -1, down: false };
  return el(
    "th",
    { scope: "col", "aria-sort": now, class: kinds[column] === "number" ? "figure" : null },
    el("button", { type: "button", "data-column": column, onclick: () => sorted(next) }, name),
  );
}

function sortedRows({ answer, kinds, names }, { column, down }) {
  const order = answer.rows.map((_, at) => at);
  if (column < 0 || column >= answer.columns.length) return order;
  const key = { number: numberOf, day: dayOf }[kinds[column]] ?? ((term) => names.text(term));
  const keys = answer.rows.map((row) => (row[column] === undefined ? undefined : key(row[column])));
  const compare = typeof keys.find((one) => one !== undefined) === "string" ? collator.compare : (one, other) => one - other;
  const way = down ? -1 : 1;
  return order.sort((one, other) => {
    if (keys[one] === undefined || keys[other] === undefined) return (keys[one] === undefined) - (keys[other] === undefined);
    return way * compare(keys[one], keys[other]) || one - other;
  });
}

const collator = new Intl.Collator("en", { numeric: true });

/** The width of each column in characters, from its first values. */
function widths({ answer, names }) {
  return answer.columns.map((name, column) => {
    const longest = answer.rows.slice(0, MEASURED).map((row) => names.text(row[column]).length);
    return Math.min(WIDE, Math.max(NARROW, name.length + 4, ...longest.map((length) => length + 2)));
  });
}

function styled(element, style) {
  Object.assign(element.style, style);
  return element;
}
