/** The same lines as a table, for reading in order and for screen readers; the same filters hold. */

import { el, fill } from "../dom.ts";
import { evidenceCount, familyOf, relationText, sentence } from "../families.ts";
import { saveCsv } from "../exports/csv.ts";
import { unpacked } from "../exports/parts.ts";
import type { Edge } from "../model.ts";
import type { Page, View, ViewEntry } from "../page.ts";
import { copyButton } from "../panel/citation.ts";
import { plain } from "../search/find.ts";
import { counted } from "../words.ts";

interface Column {
  title: string;
  text: (edge: Edge) => string;
  /** What it is sorted by; without it, the text. */
  figure?: (edge: Edge) => number;
}

const COLUMNS: readonly Column[] = [
  { title: "From", text: (edge) => edge.start.label },
  { title: "Relationship", text: relationText },
  { title: "To", text: (edge) => edge.end.label },
  { title: "Amount", text: (edge) => edge.amount?.words ?? "", figure: (edge) => edge.size ?? -1 },
  { title: "How firmly", text: (edge) => edge.firmness },
  { title: "Date", text: (edge) => edge.date },
  { title: "Evidence", text: evidenceCount, figure: (edge) => edge.rows?.count ?? edge.claims.length },
  { title: "Sources", text: (edge) => [...edge.sources].join(", ") },
];

/** So many rows are made; a page of more would not answer any more. */
const LISTED = 2_000;

const ALPHABET = new Intl.Collator("en");

/** How the rows are ordered; in the order of the document without a column. */
interface Order {
  column: number | null;
  falling: boolean;
}

function makeTable(host: HTMLElement, page: Page): View {
  const order: Order = { column: null, falling: false };
  const input = el("input", {
    type: "search",
    id: "table-filter",
    "aria-label": "Rows that contain",
    placeholder: "Rows that contain …",
    on: { input: () => draw() },
  });
  const box = el("div", { class: "rows-of-table" });
  const rows = () => sorted(page.visibleEdges().filter(containing(input.value)), order);
  const copy = copyButton("Copy", "Copy the rows shown", () => textOf(rows()), (text) => page.announce(text));
  const saveRows = async () => saveCsv(await unpacked(rows()));
  const csv = el("button", { type: "button", class: "small", on: { click: () => void saveRows() } }, "CSV of these rows");
  host.append(
    el("div", { id: "table", class: "table" }, el("div", { class: "table-tools" }, input, copy, csv), box),
  );
  const sortBy = (place: number) => {
    order.falling = order.column === place && !order.falling;
    order.column = place;
    draw();
    box.querySelectorAll<HTMLElement>("th button")[place]?.focus();
  };
  const highlight = () => {
    for (const row of box.querySelectorAll<HTMLElement>("tbody tr"))
      row.classList.toggle("chosen", row.dataset.iri === page.selected?.iri);
  };
  const draw = () => {
    const all = rows();
    const shown = all.slice(0, LISTED);
    fill(
      box,
      el(
        "table",
        {},
        el("caption", {}, captionText(shown.length, all.length)),
        el("thead", {}, el("tr", {}, ...COLUMNS.map((column, place) => headCell(column, place, order, sortBy)))),
        el("tbody", {}, ...shown.map((edge) => rowOf(edge, page))),
      ),
    );
    highlight();
  };
  return { draw, highlight };
}

/** Whether an edge has every word of a text in its row, without regard to accents and capitals. */
function containing(text: string): (edge: Edge) => boolean {
  const words = plain(text).split(/\s+/).filter((word) => word !== "");
  if (words.length === 0) return () => true;
  return (edge) => {
    const row = plain(COLUMNS.map((column) => column.text(edge)).join(" "));
    return words.every((word) => row.includes(word));
  };
}

/** The rows with tabs between cells, as spreadsheets take them. */
function textOf(rows: readonly Edge[]): string {
  const lines = [COLUMNS.map(({ title }) => title), ...rows.map((edge) => COLUMNS.map(({ text }) => text(edge)))];
  return lines.map((line) => line.map((cell) => cell.replace(/[\t\r\n]+/g, " ")).join("\t")).join("\n");
}

const captionText = (rows: number, shown: number): string =>
  rows === shown
    ? `${counted(rows, "relationship")} shown`
    : `The first ${counted(rows, "relationship")} of ${shown.toLocaleString("en-US")}; filters and order decide which`;

function sorted(rows: Edge[], { column, falling }: Order): Edge[] {
  if (column === null) return rows;
  const { text, figure } = COLUMNS[column]!;
  rows.sort((a, b) => (figure ? figure(a) - figure(b) : ALPHABET.compare(text(a), text(b))));
  return falling ? rows.reverse() : rows;
}

function headCell({ title }: Column, place: number, order: Order, sortBy: (place: number) => void): HTMLElement {
  const direction = order.column === place ? (order.falling ? "descending" : "ascending") : "none";
  const click = () => sortBy(place);
  return el(
    "th",
    { scope: "col", "aria-sort": direction },
    el("button", { type: "button", class: "link", on: { click } }, title),
  );
}

function rowOf(edge: Edge, page: Page): HTMLElement {
  const cells = COLUMNS.slice(1).map(({ text }) => el("td", {}, text(edge)));
  cells[0]!.prepend(el("span", { class: `swatch ${familyOf(edge)}` }));
  const open = el(
    "button",
    {
      type: "button",
      class: "link",
      "aria-label": `Open evidence: ${sentence(edge)}`,
      on: { click: () => page.select(edge) },
    },
    edge.start.label,
  );
  return el("tr", { "data-iri": edge.iri }, el("th", { scope: "row" }, open), ...cells);
}

export const TABLE: ViewEntry = { name: "table", title: "Table", make: makeTable };
