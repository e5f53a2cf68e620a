/** The named queries: a list to find one in, and the fields for its values. */

import { combobox } from "./combobox.js";
import { byId, el } from "./dom.js";

const TYPES = { number: "number", date: "date", text: "text" };
const NO_IRI = /[\s<>"{}|\\^`]/;

/** Fills the list; `open` is called with the question a reader picks. */
export function listQuestions(queries, open) {
  const items = queries.map((query) => {
    const button = el("button", { type: "button", onclick: () => open(query) }, el("strong", {}, query.name), el("span", {}, query.answers));
    return { item: el("li", {}, button), words: `${query.name} ${query.answers} ${query.notes}`.toLowerCase() };
  });
  byId("queries").replaceChildren(...items.map(({ item }) => item));
  byId("find-query").addEventListener("input", (event) => {
    const wanted = event.target.value.toLowerCase().split(/\s+/);
    for (const { item, words } of items) item.hidden = !wanted.every((word) => words.includes(word));
    byId("no-query").hidden = items.some(({ item }) => !item.hidden);
  });
}

/** Marks the question that is open in the list. */
export function markQuestion(name) {
  for (const button of byId("queries").querySelectorAll("button")) {
    const here = button.firstChild.textContent === name;
    button.toggleAttribute("data-open", here);
    if (here) button.setAttribute("aria-current", "true");
    else button.removeAttribute("aria-current");
  }
}

/** Shows the fields of a question; `changed` is told its text with the values, or why there is none. */
export function askQuestion(query, names, changed) {
  const values = Object.fromEntries(query.parameters.map((one) => [one.name, one.default.replace(/^id:/, "")]));
  const set = (name) => (value) => {
    values[name] = value;
    changed(textOf(query, values));
  };
  const fields = query.parameters.map((one) => field(one, values[one.name], names, set(one.name)));
  byId("parameters").replaceChildren(
    el("div", { class: "about" }, el("h2", {}, query.answers), query.notes ? el("p", { class: "quiet" }, query.notes) : null),
    ...fields,
  );
  byId("parameters").hidden = false;
  changed(textOf(query, values));
}

function field(parameter, value, names, set) {
  const id = `value-${parameter.name}`;
  const type = TYPES[parameter.kind];
  const input = type === undefined
    ? combobox(id, value, names, set)
    : el("input", { id, type, value, step: type === "number" ? "any" : null, oninput: (event) => set(event.target.value) });
  return el("div", { class: "field" }, el("label", { for: id }, el("strong", {}, parameter.name), ` ${parameter.text}`), input);
}

/** The text of a question with its values: `{ text }`, or `{ wrong }` when one will not do. */
export function textOf(query, values) {
  try {
    return { text: query.slots.map((slot) => (typeof slot === "string" ? slot : written(query, slot.parameter, values))).join("") };
  } catch (error) {
    return { wrong: error.message };
  }
}

function written(query, name, values) {
  const { kind } = query.parameters.find((one) => one.name === name);
  const value = values[name].trim();
  if (value === "") throw new Error(`${name} needs a value.`);
  if (kind === "thing") return thing(name, value);
  if (kind === "date") return `"${value}"^^xsd:date`;
  if (kind === "number") return String(Number(value));
  return JSON.stringify(value);
}

function thing(name, value) {
  const iri = value.replace(/^id:|^<|>$/g, "");
  if (NO_IRI.test(iri)) throw new Error(`${name}: choose one of the things in the list, or give its path.`);
  return `<${iri}>`;
}
