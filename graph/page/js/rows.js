/** Rows of datasets as evidence: the files they stand in, the first of them, and how to list the others. */

/** What stands behind an edge, in a line. */
function evidenceText(edge) {
  if (edge.rows === null)
    return `${counted(edge.claims.length, "claim")} from ${counted(edge.origins, "independent origin")}`;
  const { count, files } = edge.rows;
  return count === 0 ? "the dataset" : `${counted(count, "row")} in ${counted(files.length, "file")}`;
}

/** The cards of an edge: its claims, or its rows. */
const evidenceCards = (edge) => (edge.rows === null ? claimCards(edge.claims) : [rowsCard(edge.rows)]);

function rowsCard(rows) {
  const { title, publisher } = datasets.find((dataset) => dataset.key === rows.dataset);
  const more = rows.count - rows.first.length;
  return el(
    "article",
    { class: "card" },
    el("p", { class: "gloss" }, rows.says),
    el("ul", { class: "rows" }, ...rows.first.map((line) => el("li", {}, line))),
    more > 0 && rows.first.length > 0 ? el("p", { class: "quiet" }, `… and ${counted(more, "more row")}.`) : null,
    el(
      "dl",
      { class: "facts" },
      ...factRows([
        ["Dataset", `${rows.dataset}: ${title}`],
        ["Publisher", publisher],
        ["Files", rows.files.join("; ")],
      ]),
      el("dt", {}, "To see more"),
      el("dd", {}, el("code", {}, rows.rest)),
    ),
  );
}
