/** Rows of datasets as evidence: the files they stand in, the first of them, and how to list the others. */

import type { RowsCard } from "../document.ts";
import { el, factRows, fill } from "../dom.ts";
import type { Edge } from "../model.ts";
import type { Page } from "../page.ts";
import { counted } from "../words.ts";
import { citationOfRows, copyButton, sourceLink } from "./citation.ts";
import { claimCards } from "./claims.ts";

/** The cards of an edge: its claims, or its rows; what is still packed comes when it is unpacked. */
export function evidenceCards(edge: Edge, page: Page): HTMLElement[] {
  const loading = edge.load?.() ?? null;
  if (loading === null) return edge.rows === null ? claimCards(edge.claims, page) : [rowsCard(edge.rows, page)];
  const place = el("div", {}, "…");
  void loading.then(() => fill(place, ...evidenceCards(edge, page)));
  return [place];
}

function rowsCard(rows: RowsCard, page: Page): HTMLElement {
  const dataset = page.document.datasets.find(({ key }) => key === rows.dataset);
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
        ["Dataset", `${rows.dataset}: ${dataset?.title ?? ""}`],
        ["Publisher", dataset?.publisher ?? ""],
        ["Files", rows.files.join("; ")],
      ]),
      el("dt", {}, "To see more"),
      el("dd", {}, el("code", {}, rows.rest)),
    ),
    el(
      "div",
      { class: "where" },
      dataset?.address ? sourceLink("Where the dataset was got", dataset.address) : null,
      copyButton(
        "Copy citation",
        "Copy citation of these rows",
        () => citationOfRows(rows, dataset),
        (text) => page.announce(text),
      ),
    ),
  );
}
