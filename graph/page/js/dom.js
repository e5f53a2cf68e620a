/** Making elements. Text from outside only ever becomes text nodes and attribute values, never markup. */

/** @param {string} id */
const byId = (id) => document.getElementById(id);

/**
 * Makes an HTML element.
 * @param {string} tag
 * @param {Object<string, unknown>} settings attributes; `on` holds listeners; null and false leave an attribute out
 * @param {...(Node|string|null)} children strings become text
 */
function el(tag, settings = {}, ...children) {
  return furnish(document.createElement(tag), settings, children);
}

/** Makes an SVG element; as `el`. */
function svg(tag, settings = {}, ...children) {
  return furnish(document.createElementNS("http://www.w3.org/2000/svg", tag), settings, children);
}

function furnish(element, { on = {}, ...attributes }, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== false) element.setAttribute(name, value === true ? "" : String(value));
  }
  for (const [name, listener] of Object.entries(on)) element.addEventListener(name, listener);
  element.append(...children.filter((child) => child !== null));
  return element;
}

/** Puts new children in place of the old ones. */
function fill(element, ...children) {
  element.replaceChildren(...children.filter((child) => child !== null));
}

/** Makes a button that looks like a link. */
function link(text, onClick, settings = {}) {
  return el("button", { type: "button", class: "link", on: { click: onClick }, ...settings }, text);
}

/** "1 claim", "2 claims" */
function counted(count, one, many = `${one}s`) {
  return `${count.toLocaleString("en-US")} ${count === 1 ? one : many}`;
}

/** Says something to screen readers. */
function announce(text) {
  byId("announcer").textContent = text;
}

/** The last of a list, undefined when there is none. */
const last = (list) => list[list.length - 1];
