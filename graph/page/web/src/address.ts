/** View, selection and filters stand in the hash of the address, so that a link opens the same and Back works. */

import type { Filters } from "./filters.ts";

/** What the address holds. */
export interface Address {
  /** Name of the view. */
  view: string;
  /** IRI of the selected mark; empty for none. */
  select: string;
  theme: "light" | "dark" | null;
  /** Which part of a large picture is shown; empty for its summary, and for a picture that is shown whole. */
  part: string;
  filters: Filters;
}

const DAY = /^\d{4}-\d\d-\d\d$/;

/** The hash for a state, without "#". What is as it is at first is left out. */
export function toHash({ view, select, theme, part, filters }: Address, firstView: string): string {
  const parts = new URLSearchParams();
  if (select !== "") parts.set("select", select);
  for (const key of [...filters.off].sort()) parts.append("hide", key);
  if (filters.least > 0) parts.set("least", String(filters.least));
  if (filters.from !== "") parts.set("from", filters.from);
  if (filters.to !== "") parts.set("to", filters.to);
  if (filters.step !== null) parts.set("step", String(filters.step));
  if (view !== firstView) parts.set("view", view);
  if (theme !== null) parts.set("theme", theme);
  if (part !== "") parts.set("part", part);
  return parts.toString();
}

/** The state in a hash; what cannot be read is as it is at first. */
export function fromHash(hash: string, views: readonly string[]): Address {
  const parts = new URLSearchParams(hash.replace(/^#/, ""));
  const [view, theme] = [parts.get("view") ?? "", parts.get("theme")];
  const day = (name: string) => (DAY.test(parts.get(name) ?? "") ? parts.get(name)! : "");
  return {
    view: views.includes(view) ? view : views[0]!,
    select: parts.get("select") ?? "",
    theme: theme === "light" || theme === "dark" ? theme : null,
    part: parts.get("part") ?? "",
    filters: {
      off: new Set(parts.getAll("hide")),
      least: Math.max(0, Number(parts.get("least")) || 0),
      from: day("from"),
      to: day("to"),
      step: parts.has("step") ? Math.max(0, Math.floor(Number(parts.get("step")) || 0)) : null,
    },
  };
}
