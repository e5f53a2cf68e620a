/** The same lines as a table, for reading in order and for screen readers; the same filters hold. */

const TABLE_COLUMNS = [
  ["From", (edge) => edge.start.label],
  ["Relationship", (edge) => relationText(edge)],
  ["To", (edge) => edge.end.label],
  ["Amount", (edge) => edge.amount?.words ?? "", (edge) => edge.size ?? -1],
  ["How firmly", (edge) => edge.firmness],
  ["Date", (edge) => edge.date],
  ["Evidence", evidenceCount, (edge) => edge.rows?.count ?? edge.claims.length],
  ["Sources", (edge) => [...edge.sources].join(", ")],
];
const order = { column: null, falling: false };

function refreshTable() {
  const rows = shownEdges();
  sortRows(rows);
  fill(
    byId("table"),
    el(
      "table",
      {},
      el("caption", {}, `${counted(rows.length, "relationship")} shown`),
      el("thead", {}, el("tr", {}, ...TABLE_COLUMNS.map(headCell))),
      el("tbody", {}, ...rows.map(tableRow)),
    ),
  );
}

function sortRows(rows) {
  if (order.column === null) return;
  const [, text, figure] = TABLE_COLUMNS[order.column];
  rows.sort((a, b) => (figure ? figure(a) - figure(b) : text(a).localeCompare(text(b), "en")));
  if (order.falling) rows.reverse();
}

function headCell([title], place) {
  const active = order.column === place;
  const sort = () => {
    order.falling = active && !order.falling;
    order.column = place;
    refreshTable();
    byId("table").querySelectorAll("th button")[place].focus();
  };
  const direction = active ? (order.falling ? "descending" : "ascending") : "none";
  return el(
    "th",
    { scope: "col", "aria-sort": direction },
    el("button", { type: "button", class: "link", on: { click: sort } }, title),
  );
}

function tableRow(edge) {
  const chosen = state.selected === edge;
  const cells = TABLE_COLUMNS.slice(1).map(([, text]) => el("td", {}, text(edge)));
  const first = el(
    "th",
    { scope: "row" },
    el(
      "button",
      {
        type: "button",
        class: "link",
        "aria-label": `Open evidence: ${sentence(edge)}`,
        on: { click: () => select(edge) },
      },
      edge.start.label,
    ),
  );
  cells[0].prepend(el("span", { class: `swatch ${familyOf(edge)}` }));
  return el("tr", { class: chosen ? "chosen" : null }, first, ...cells);
}
