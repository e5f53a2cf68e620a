/** Elements of the page. Text is only ever set as text, so no value of the graph can become markup. */

const SVG = "http://www.w3.org/2000/svg";

/** The element of the page with an id. */
export const byId = (id) => document.getElementById(id);

/** A new element with attributes and children; a child that is text stays text. */
export function el(name, attributes = {}, ...children) {
  return filled(document.createElement(name), attributes, children);
}

/** A new element of a drawing. */
export function svg(name, attributes = {}, ...children) {
  return filled(document.createElementNS(SVG, name), attributes, children);
}

function filled(element, attributes, children) {
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

/** A field to choose one of some values, with its label; `chosen` is told the value. */
export function choice(label, values, value, chosen) {
  const options = values.map((one) => el("option", { value: one, selected: one === value }, one || "none"));
  return el("label", {}, `${label} `, el("select", { onchange: (event) => chosen(event.target.value) }, ...options));
}

/** Makes tabs of buttons: arrows move, Home and End jump, and `open` is told which is chosen. */
export function tabs(list, open) {
  const all = () => [...list.querySelectorAll('[role="tab"]')];
  const choose = (tab) => {
    for (const one of all()) {
      one.setAttribute("aria-selected", String(one === tab));
      one.tabIndex = one === tab ? 0 : -1;
    }
    open(tab);
  };
  list.addEventListener("click", (event) => {
    const tab = event.target.closest('[role="tab"]');
    if (tab !== null) choose(tab);
  });
  list.addEventListener("keydown", (event) => {
    const every = all();
    const at = every.indexOf(document.activeElement);
    const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: every.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    const tab = every[(next + every.length) % every.length];
    tab.focus();
    choose(tab);
  });
  return { choose: (name) => choose(all().find((tab) => tab.id === name)) };
}
