/** Making elements. Text from outside only ever becomes text nodes and attribute values, never markup. */

export type Child = globalThis.Node | string | null;

/** Attributes of an element; null and false leave one out, true gives it no value. `on` holds listeners. */
export interface Settings {
  on?: Record<string, (event: Event) => void>;
  [attribute: string]: unknown;
}

/** The element of the page with an id; the template has every id the script asks for. */
export function byId(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`the page has no element ${id}`);
  return element;
}

/** As `byId`, for an element of a kind. */
export const button = (id: string): HTMLButtonElement => byId(id) as HTMLButtonElement;
export const field = (id: string): HTMLInputElement => byId(id) as HTMLInputElement;
export const dialog = (id: string): HTMLDialogElement => byId(id) as HTMLDialogElement;

/** Makes an HTML element; strings become text. */
export function el<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  settings: Settings = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  return furnish(document.createElement(tag), settings, children);
}

/** Makes an SVG element; as `el`. */
export function svg<Tag extends keyof SVGElementTagNameMap>(
  tag: Tag,
  settings: Settings = {},
  ...children: Child[]
): SVGElementTagNameMap[Tag] {
  return furnish(document.createElementNS("http://www.w3.org/2000/svg", tag), settings, children);
}

function furnish<Kind extends Element>(element: Kind, settings: Settings, children: Child[]): Kind {
  const { on = {}, ...attributes } = settings;
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    element.setAttribute(name, value === true ? "" : `${value as string | number}`);
  }
  for (const [name, listener] of Object.entries(on)) element.addEventListener(name, listener);
  element.append(...children.filter((child) => child !== null));
  return element;
}

/** Puts new children in place of the old ones. */
export function fill(element: Element, ...children: Child[]): void {
  element.replaceChildren(...children.filter((child) => child !== null));
}

/** Makes a button that looks like a link. */
export const link = (text: string, onClick: () => void): HTMLButtonElement =>
  el("button", { type: "button", class: "link", on: { click: onClick } }, text);

/** Rows of a list of facts; those without a text are left out. */
export const factRows = (pairs: readonly (readonly [string, string])[]): HTMLElement[] =>
  pairs.filter(([, text]) => text !== "").flatMap(([name, text]) => [el("dt", {}, name), el("dd", {}, text)]);

/** A part that folds out, and whose content is made when it first does. */
export function folded(settings: Settings, summary: HTMLElement, make: () => Child[]): HTMLDetailsElement {
  const body = el("div", { class: "inside" });
  const open = () => {
    if (item.open && body.childElementCount === 0) fill(body, ...make());
  };
  const item = el("details", { ...settings, on: { toggle: open } }, summary, body);
  return item;
}
