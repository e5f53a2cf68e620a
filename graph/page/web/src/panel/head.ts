/** The head of the panel: what kind of mark, its name, and the way back. */

import { el, link, type Child } from "../dom.ts";
import type { Mark, Page } from "../page.ts";

export function panelHead(page: Page, kind: string, title: string, ...more: Child[]): HTMLElement {
  const click = () => page.select(null);
  return el(
    "header",
    { class: "panel-head" },
    el("span", { class: "chip kind" }, kind),
    el("button", { type: "button", class: "close", "aria-label": "Close details", on: { click } }, "×"),
    el("h2", {}, title),
    ...more,
  );
}

/** A link to the part of a large picture that a mark leads to; null where there is none. */
export function partLink(mark: Mark, page: Page): HTMLElement | null {
  const part = page.partOf(mark);
  return part === null ? null : el("p", { class: "go" }, link(part.title, () => part.open()));
}
