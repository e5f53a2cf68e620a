/** The search field: what is typed is completed to names, by keyboard or pointer. */

import { byId, el, field, fill } from "../dom.ts";
import type { Node } from "../model.ts";
import { joined } from "../words.ts";

export interface SearchBox {
  isOpen(): boolean;
  close(): void;
}

/** Listens to the field; `take` is called with the name that was chosen. */
export function startSearch(find: (text: string) => Node[] | Promise<Node[]>, take: (node: Node) => void): SearchBox {
  const box = field("search");
  const list = byId("hits");
  let hits: Node[] = [];
  let active = -1;

  const markActive = () => {
    [...list.children].forEach((row, place) => row.setAttribute("aria-selected", String(place === active)));
    if (active >= 0) box.setAttribute("aria-activedescendant", `hit-${active}`);
    else box.removeAttribute("aria-activedescendant");
  };
  const choose = (place: number) => {
    const node = hits[place];
    if (node === undefined) return;
    close();
    take(node);
  };
  const show = (found: Node[]) => {
    [hits, active] = [found, found.length > 0 ? 0 : -1];
    const nothing = box.value.trim() !== "" && hits.length === 0;
    fill(list, ...hits.map((node, place) => hitRow(node, place, choose)), nothing ? nothingRow() : null);
    list.hidden = list.childElementCount === 0;
    box.setAttribute("aria-expanded", String(hits.length > 0));
    markActive();
  };
  /** Shows what answers the text that stands there now; an answer to an earlier text comes too late. */
  const search = async () => {
    const text = box.value;
    const found = await find(text);
    if (box.value === text && document.activeElement === box) show(found);
  };
  const close = () => {
    box.value = "";
    show([]);
    box.blur(); // a drawer that slides in takes no focus yet, and a phone's keyboard would stay on top of it
  };
  const onKey = (event: KeyboardEvent) => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (event.key === "Enter") choose(active);
    if (step === 0 || hits.length === 0) return;
    active = (active + step + hits.length) % hits.length;
    markActive();
    event.preventDefault();
  };

  for (const event of ["input", "focus"]) box.addEventListener(event, () => void search());
  box.addEventListener("blur", () => show([]));
  box.addEventListener("keydown", onKey);
  return { isOpen: () => !list.hidden || document.activeElement === box, close };
}

function hitRow(node: Node, place: number, choose: (place: number) => void): HTMLElement {
  const pointerdown = (event: Event) => {
    event.preventDefault();
    choose(place);
  };
  return el(
    "li",
    { role: "option", id: `hit-${place}`, on: { pointerdown } },
    el("span", {}, node.label),
    el("small", {}, joined([node.kind, node.money_out?.short ?? ""])),
  );
}

const nothingRow = (): HTMLElement =>
  el("li", { role: "option", "aria-disabled": "true", class: "none" }, "Nothing found");
