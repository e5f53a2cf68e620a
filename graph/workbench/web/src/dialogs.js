/** The dialogs: help, and one row of an answer whole. */

import { cellContent } from "./cell.js";
import { byId, el } from "./dom.js";

const KEYS = [
  ["Ctrl Enter", "run the query"],
  ["Alt E", "explain how the query is answered, and what makes it slow"],
  ["Ctrl Space", "complete: vocabulary, variables, words of SPARQL"],
  ["<name", "find a thing by its name: type < and a part of the name"],
  ["Esc, then Tab", "leave the editor"],
  ["Ctrl F", "search in the query"],
  ["Esc", "cancel a running query, close a list or dialog"],
  ["← →", "move between views"],
  ["Arrows, + − 0", "move, zoom and fit a network"],
];

/** Fills and wires the help. */
export function prepareHelp(data) {
  const keys = KEYS.flatMap(([key, text]) => [el("dt", {}, el("kbd", {}, key)), el("dd", {}, text)]);
  const spaces = Object.entries(data.prefixes).flatMap(([prefix, iri]) => [el("dt", {}, el("code", {}, `${prefix}:`)), el("dd", {}, iri)]);
  fill(byId("help-text"), "help-title", "Help", [
    el("h3", {}, "Keys"),
    el("dl", {}, ...keys),
    el("h3", {}, "Prefixes, known without declaring them"),
    el("dl", {}, ...spaces),
    el("p", { class: "quiet" }, "<person/noah-phillips> is short for the IRI of a thing. No request leaves this site; what you run is kept in this browser alone."),
  ]);
  byId("help").addEventListener("click", () => byId("help-text").showModal());
}

/** Shows a row whole. */
export function showRow(look, at) {
  const row = look.answer.rows[at];
  const parts = look.answer.columns.flatMap((name, place) => [el("dt", {}, name), el("dd", {}, ...cellContent(row[place], row, look), iriOf(row[place]))]);
  fill(byId("row-text"), "row-title", "Row", [el("dl", { class: "row" }, ...parts)]);
  byId("row-text").showModal();
}

function iriOf(term) {
  return term?.type === "uri" ? el("small", {}, term.value) : null;
}

function fill(dialog, id, title, content) {
  const close = el("button", { type: "button", onclick: () => dialog.close() }, "Close");
  dialog.replaceChildren(el("header", {}, el("h2", { id }, title), close), el("div", { class: "content", tabindex: 0, role: "region", "aria-labelledby": id }, ...content));
}
