/** What is shown, as a picture, a table or data. */

function save(name, blob) {
  const address = URL.createObjectURL(blob);
  el("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}

/** Draws all that is shown on a canvas of its own, whole, with title and headings. */
function drawPoster(scale) {
  const room = extent(shownNodes());
  const [margin, top] = [26, 78];
  const canvas = el("canvas", {});
  canvas.width = Math.ceil((room.right - room.left + 2 * margin) * scale);
  canvas.height = Math.ceil((room.bottom - room.top + margin + top + 36) * scale);
  const context = canvas.getContext("2d");
  context.fillStyle = palette.get("paper");
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.setTransform(scale, 0, 0, scale, (margin - room.left) * scale, (top - room.top) * scale);
  writePoster(context, room, margin, top);
  drawScene(context);
  return canvas;
}

const POSTER_KEY =
  "Arrowhead: which way money, support or a tie goes. Bar: against. Hollow line with “?”: hedged. Disc: won. Ring: lost. Cross: recalled. " +
  "Diamond: run-off. Half disc: led a count.";

function writePoster(context, room, margin, top) {
  context.textBaseline = "alphabetic";
  context.fillStyle = palette.get("ink");
  context.font = `700 17px ${FONT}`;
  context.fillText(picture.title, room.left, room.top - top + 28);
  context.fillStyle = palette.get("quiet");
  context.font = `11px ${FONT}`;
  context.fillText(picture.subtitle, room.left, room.top - top + 45);
  context.fillText(countsText(), room.left, room.bottom + margin);
  context.fillText(POSTER_KEY, room.left, room.bottom + margin + 16);
  context.font = `600 11px ${FONT}`;
  context.textAlign = "center";
  for (const column of columns) context.fillText(column.title.toUpperCase(), headingX(column), room.top - 12);
}

/** Where the heading of a column stands: over its marks. */
const headingX = (column) =>
  column.number === DONORS
    ? Math.min(column.right - 30, (column.usedLeft + column.usedRight) / 2)
    : (column.usedLeft + column.usedRight) / 2;

function savePng() {
  drawPoster(2).toBlob((blob) => save("network.png", blob), "image/png");
}

const CSV_COLUMNS = [
  ["from", (edge) => edge.start.label],
  ["relation", (edge) => edge.relation],
  ["relationship", (edge) => edge.label],
  ["to", (edge) => edge.end.label],
  ["amount", (edge) => edge.amount?.words ?? ""],
  ["low", (edge) => edge.amount?.low ?? ""],
  ["low_open", (edge) => edge.amount?.low_open ?? ""],
  ["high", (edge) => edge.amount?.high ?? ""],
  ["high_open", (edge) => edge.amount?.high_open ?? ""],
  ["about", (edge) => edge.amount?.about ?? ""],
  ["hedges", (edge) => edge.hedges.join("; ")],
  ["result", (edge) => edge.result],
  ["date", (edge) => edge.date],
  ["contest", (edge) => edge.contest ?? ""],
  ["claims", (edge) => edge.claims.join("; ")],
  ["origins", (edge) => edge.origins],
  ["rows", (edge) => edge.rows?.count ?? ""],
  ["documents", (edge) => [...edge.sources].join("; ")],
  ["from_iri", (edge) => edge.start.iri],
  ["to_iri", (edge) => edge.end.iri],
  ["iri", (edge) => edge.iri],
];

/** A cell of the table; a leading sign that a spreadsheet would take for a formula is made plain text. */
function csvCell(value) {
  const text = String(value);
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${safe.replace(/"/g, '""')}"`;
}

function csvText() {
  const lines = [
    CSV_COLUMNS.map(([name]) => name),
    ...shownEdges().map((edge) => CSV_COLUMNS.map(([, value]) => value(edge))),
  ];
  return lines.map((line) => line.map(csvCell).join(",")).join("\r\n") + "\r\n";
}

function saveCsv() {
  save("edges.csv", new Blob(["\ufeff", csvText()], { type: "text/csv;charset=utf-8" }));
}

/** The shown marks with the claims, documents and findings behind them, without what is only for drawing. */
function jsonText() {
  const kept = shownEdges();
  const cards = shownClaims();
  const used = new Set(cards.map((claim) => claim.document));
  const pick = (mark, names) => Object.fromEntries(names.map((name) => [name, mark[name]]));
  return JSON.stringify(
    {
      title: picture.title,
      subtitle: picture.subtitle,
      nodes: shownNodes().map((node) =>
        pick(node, [
          "iri",
          "label",
          "kind",
          "column",
          "subtitle",
          "money_in",
          "money_out",
          "facts",
          "claims",
          "grouped",
        ]),
      ),
      edges: kept.map((edge) =>
        pick(edge, [
          "iri",
          "source",
          "target",
          "relation",
          "label",
          "family",
          "amount",
          "hedges",
          "result",
          "contest",
          "date",
          "claims",
          "origins",
          "detail",
          "counted",
          "how_sure",
          ...(edge.rows === null ? [] : ["rows"]),
        ]),
      ),
      claims: cards,
      documents: picture.documents.filter((source) => used.has(source.key)),
      findings: findingsOn(cards.map((claim) => claim.key)),
      ...(datasets.length > 0 ? { datasets } : {}),
    },
    null,
    1,
  );
}

function saveJson() {
  save("network.json", new Blob([jsonText()], { type: "application/json" }));
}

/** Puts the whole picture on paper, in light colours, whatever part of it is on the screen. */
function preparePrint() {
  const theme = document.documentElement.getAttribute("data-theme");
  setTheme("light");
  const canvas = drawPoster(2);
  fill(byId("print"), el("img", { src: canvas.toDataURL("image/png"), alt: "" }));
  document.documentElement.setAttribute("data-theme", theme);
  readPalette();
}
