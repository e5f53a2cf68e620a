/** A field for a thing: names as they are typed, chosen by mouse or keys. */

import { el } from "./dom.js";
import { findThings } from "./things.js";

const BREAK = 180;
const SHORTEST = 2;

/** A field with its list; `names` shortens, `changed` is called with the path of the thing or what is typed. */
export function combobox(id, value, names, changed) {
  const list = el("ul", { id: `${id}-list`, role: "listbox", "aria-label": "Things found", class: "hits", hidden: true });
  const input = el("input", {
    id, value, role: "combobox", type: "text", autocomplete: "off", spellcheck: "false",
    "aria-expanded": "false", "aria-controls": list.id, "aria-autocomplete": "list",
  });
  const box = { input, list, found: [], at: -1, timer: 0, stop: null };
  const take = (thing) => {
    input.value = names.short(thing.iri);
    close(box);
    changed(input.value);
  };
  input.addEventListener("input", () => {
    changed(input.value);
    look(box, names, take);
  });
  input.addEventListener("keydown", (event) => onKey(event, box, take));
  input.addEventListener("blur", () => close(box));
  return el("span", { class: "combobox" }, input, list);
}

function look(box, names, take) {
  clearTimeout(box.timer);
  box.stop?.abort();
  const text = box.input.value.replace(/^id:/, "").trim();
  if (text.length < SHORTEST) return close(box);
  box.timer = setTimeout(async () => {
    box.stop = new AbortController();
    box.found = await findThings(text, names, box.stop.signal).catch(() => []);
    show(box, names, take);
  }, BREAK);
}

function show(box, names, take) {
  box.list.replaceChildren(...box.found.map((thing, at) => {
    const choose = (event) => (event.preventDefault(), take(thing));
    return el("li", { id: `${box.input.id}-${at}`, role: "option", "aria-selected": "false", onmousedown: choose }, el("span", {}, thing.label), el("small", {}, thing.kind || names.short(thing.iri)));
  }));
  box.at = -1;
  box.list.hidden = box.found.length === 0;
  box.input.setAttribute("aria-expanded", String(!box.list.hidden));
  box.input.removeAttribute("aria-activedescendant");
}

function close(box) {
  clearTimeout(box.timer);
  box.stop?.abort();
  box.list.hidden = true;
  box.input.setAttribute("aria-expanded", "false");
  box.input.removeAttribute("aria-activedescendant");
}

function onKey(event, box, take) {
  if (box.list.hidden) return;
  if (event.key === "Escape") close(box);
  else if (event.key === "Enter" && box.at >= 0) take(box.found[box.at]);
  else if (event.key === "ArrowDown" || event.key === "ArrowUp") point(box, event.key === "ArrowDown" ? 1 : -1);
  else return;
  event.preventDefault();
  event.stopPropagation();
}

function point(box, step) {
  box.at = (box.at + step + box.found.length) % box.found.length;
  [...box.list.children].forEach((item, at) => item.setAttribute("aria-selected", String(at === box.at)));
  box.list.children[box.at].scrollIntoView({ block: "nearest" });
  box.input.setAttribute("aria-activedescendant", box.list.children[box.at].id);
}
