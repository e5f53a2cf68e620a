/** The head of the panel: what kind of mark, its name, and the way back. */

import { el, type Child } from "../dom.ts";
import type { Page } from "../page.ts";

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
