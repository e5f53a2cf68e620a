/** Two sliders for the first and the last day of what is shown. */

import { el } from "../dom.ts";
import type { Page } from "../page.ts";
import type { Controls, Part } from "./row.ts";
import { makeSlider } from "./slider.ts";

/** Null where there are no two days to tell apart. */
export function timePart(page: Page, controls: Controls): Part | null {
  const { days } = page.model.sieve;
  if (days.length < 2) return null;
  const last = days.length - 1;
  const from = makeSlider({
    id: "from",
    label: "First day",
    stops: days.length,
    moved: (stop, isPassing) =>
      controls.change((filters) => {
        filters.from = stop === 0 ? "" : days[stop]!;
        if (filters.to !== "" && filters.to < filters.from) filters.to = filters.from;
      }, { isPassing }),
  });
  const to = makeSlider({
    id: "to",
    label: "Last day",
    stops: days.length,
    moved: (stop, isPassing) =>
      controls.change((filters) => {
        filters.to = stop === last ? "" : days[stop]!;
        if (filters.to !== "" && filters.from > filters.to) filters.from = filters.to;
      }, { isPassing }),
  });
  const output = el("output", { id: "time-text", for: "from to" });
  return {
    element: el(
      "section",
      {},
      el("h3", {}, "Time"),
      from.element,
      to.element,
      output,
      el("p", { class: "quiet" }, "Relationships without a date stay."),
    ),
    refresh() {
      const { filters } = controls;
      const first = filters.from === "" ? 0 : days.findIndex((day) => day >= filters.from);
      const final = filters.to === "" ? last : days.findLastIndex((day) => day <= filters.to);
      from.put(first < 0 ? last : first, filters.from === "" ? "the beginning" : filters.from);
      to.put(Math.max(0, final), filters.to === "" ? "the end" : filters.to);
      output.textContent = timeText(filters.from, filters.to, days);
    },
  };
}

const timeText = (from: string, to: string, days: readonly string[]): string =>
  from === "" && to === "" ? `any, ${days[0]!} to ${days[days.length - 1]!}` : `${from || days[0]!} to ${to || days[days.length - 1]!}`;
