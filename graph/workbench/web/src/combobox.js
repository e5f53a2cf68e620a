/** A field that offers things by name while one types: chosen by mouse or keys. */

import { el } from "./dom.js";
import { findThings } from "./things.js";

const BREAK = 150;
const SHORTEST = 2;

/** Makes a field of the page offer things; `take` is called with the thing that is chosen. */
export function offerThings(input, take) {
  const list = el("ul", { id: `${input.id}-list`, role: "listbox", "aria-label": "Things found", class: "offers", hidden: true });
  const said = { role: "combobox", autocomplete: "off", spellcheck: "false", "aria-expanded": "false", "aria-controls": list.id, "aria-autocomplete": "list" };
  for (const [name, value] of Object.entries(said)) input.setAttribute(name, value);
  input.after(list);
  const box = { input, list, take, found: [], at: -1, timer: 0, turn: 0 };
  input.addEventListener("input", () => look(box));
  input.addEventListener("keydown", (event) => onKey(event, box));
  input.addEventListener("blur", () => close(box));
}

/** A field for the value of a question: `changed` is called with the path of the thing or what is typed. */
export function combobox(id, value, names, changed) {
  const input = el("input", { id, value, type: "text", oninput: () => changed(input.value) });
  const whole = el("span", { class: "combobox" }, input);
  offerThings(input, (thing) => {
    input.value = names.short(thing.iri);
    changed(input.value);
  });
  return whole;
}

function look(box) {
  clearTimeout(box.timer);
  const text = box.input.value.replace(/^id:/, "").trim();
  if (text.length < SHORTEST) return close(box);
  box.timer = setTimeout(async () => {
    const turn = ++box.turn;
    const found = await findThings(text).catch(() => []);
    if (turn === box.turn) show(box, found);
  }, BREAK);
}

function show(box, found) {
  box.found = found;
  box.list.replaceChildren(...found.map((thing, at) => offer(box, thing, at)));
  box.at = -1;
  box.list.hidden = found.length === 0;
  box.input.setAttribute("aria-expanded", String(!box.list.hidden));
  box.input.removeAttribute("aria-activedescendant");
}

function offer(box, thing, at) {
  const choose = (event) => (event.preventDefault(), choice(box, thing));
  return el("li", { id: `${box.input.id}-${at}`, role: "option", "aria-selected": "false", onmousedown: choose }, el("span", {}, thing.label), el("small", {}, thing.kind));
}

function choice(box, thing) {
  close(box);
  box.take(thing);
}

function close(box) {
  clearTimeout(box.timer);
  box.turn += 1;
  box.list.hidden = true;
  box.input.setAttribute("aria-expanded", "false");
  box.input.removeAttribute("aria-activedescendant");
}

function onKey(event, box) {
  if (box.list.hidden) return;
  if (event.key === "Escape") close(box);
  else if (event.key === "Enter" && box.at >= 0) choice(box, box.found[box.at]);
  else if (event.key === "ArrowDown" || event.key === "ArrowUp") point(box, event.key === "ArrowDown" ? 1 : -1);
  else return;
  event.preventDefault();
  event.stopPropagation();
}

/** Points at the next thing up or down; before the first and after the last nothing is pointed at. */
function point(box, step) {
  const places = box.found.length + 1;
  box.at = ((box.at + 1 + step + places) % places) - 1;
  [...box.list.children].forEach((item, at) => item.setAttribute("aria-selected", String(at === box.at)));
  if (box.at < 0) return box.input.removeAttribute("aria-activedescendant");
  box.list.children[box.at].scrollIntoView({ block: "nearest" });
  box.input.setAttribute("aria-activedescendant", box.list.children[box.at].id);
}
