/** Rows of the legend: a check box that hides one or several groups, a sample, a text and a count. */

import { el } from "../dom.ts";
import type { Filters } from "../filters.ts";
import { sumOf, type Group } from "../sieve.ts";
import { figure } from "../words.ts";

/** What the legend changes. */
export interface Controls {
  readonly filters: Filters;
  /** Changes the filters. A change that passes, as while a slider moves, is no step to undo. */
  change(edit: (filters: Filters) => void, how?: { isPassing: boolean }): void;
  reset(): void;
}

/** Part of the legend, and how it is brought up to date with the filters. */
export interface Part {
  element: HTMLElement;
  refresh(): void;
}

export interface RowSettings {
  /** Names of the filters that the box turns on and off, where they are not those of the groups. */
  keys?: readonly string[];
  sample: SVGElement | null;
  text: string;
  note?: string;
  /** What is counted: groups that have nothing in common. */
  groups: readonly Group[];
  kind?: string;
}

export function legendRow(settings: RowSettings, controls: Controls): Part {
  const { sample, text, groups, note = "", kind = "row" } = settings;
  const keys = settings.keys ?? groups.map(({ key }) => key);
  const change = () => controls.change((filters) => turn(filters, keys, box.checked));
  const box = el("input", { type: "checkbox", on: { change } });
  const count = el("span", { class: "count" });
  const name = el("span", { class: "name" }, text);
  return {
    element: el("label", { class: kind, title: note === "" ? null : note }, box, sample, name, count),
    refresh() {
      const [shown, all] = [sumOf(groups, "shown"), sumOf(groups, "all")];
      const off = keys.filter((key) => controls.filters.off.has(key)).length;
      count.textContent = shown === all ? figure(shown) : `${figure(shown)} / ${figure(all)}`;
      box.checked = off === 0;
      box.indeterminate = off > 0 && off < keys.length;
    },
  };
}

/** Turns groups on or off. */
export function turn(filters: Filters, keys: readonly string[], on: boolean): void {
  for (const key of keys) {
    if (on) filters.off.delete(key);
    else filters.off.add(key);
  }
}

/** A row with rows of its own below, folded away at first; just the row where there is nothing to tell apart. */
export function legendGroup(name: string, row: Part, rows: readonly Part[]): Part {
  if (rows.length < 2) return row;
  const parts = el("div", { hidden: true }, ...rows.map(({ element }) => element));
  const click = () => {
    parts.hidden = !parts.hidden;
    fold.setAttribute("aria-expanded", String(!parts.hidden));
  };
  const fold = el("button", {
    type: "button",
    class: "fold",
    "aria-expanded": "false",
    "aria-label": `Parts of ${name}`,
    on: { click },
  });
  return {
    element: el("div", { class: "group" }, row.element, fold, parts),
    refresh: () => [row, ...rows].forEach((part) => part.refresh()),
  };
}

/** Rows under a heading that folds out; null where there is nothing to tell apart. */
export function foldedPart(title: string, rows: readonly Part[]): Part | null {
  if (rows.length < 2) return null;
  const body = el("div", { hidden: true }, ...rows.map((row) => row.element));
  const toggle = () => (body.hidden = !element.open);
  const element = el("details", { class: "part", on: { toggle } }, el("summary", {}, title), body);
  return { element, refresh: () => rows.forEach((row) => row.refresh()) };
}

/** Rows under a heading; null where there are none. */
export function legendPart(title: string, rows: readonly Part[]): Part | null {
  if (rows.length === 0) return null;
  return {
    element: el("section", {}, el("h3", {}, title), ...rows.map(({ element }) => element)),
    refresh: () => rows.forEach((row) => row.refresh()),
  };
}
