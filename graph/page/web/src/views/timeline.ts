/** The timeline: what happened to the marks that are shown, when, as far as that is known. */

import type { Happening } from "../document.ts";
import { el, fill, link } from "../dom.ts";
import { isEdge, type Mark } from "../model.ts";
import type { Page, Time, View, ViewEntry } from "../page.ts";
import { happeningPanel } from "../panel/happening.ts";
import { MONTHS } from "./timeline/axis.ts";
import { campaigns, DAY, dayOf, rangeOf, spanOf, written, type Range } from "./timeline/days.ts";
import { drawTimeline, type TimelineDrawing } from "./timeline/drawing.ts";
import { drawOverview, zoomed } from "./timeline/overview.ts";
import { timelineLegend } from "./timeline/legend.ts";
import { undatedPart } from "./timeline/undated.ts";
import { standAlone } from "./standalone.ts";
import { walk } from "./walk.ts";
import { wordingOf } from "./timeline/wording.ts";

const SMALLEST = { width: 320, height: 300 };
const ZOOM = 0.7;
const ALWAYS: Time = { from: "", to: "" };

/** The days of a range, both included. */
const timeOf = ({ from, to }: Range): Time => ({ from: written(from), to: written(to - 1) });

/** A time in milliseconds, open ends at the ends of the whole. */
function rangeIn(time: Time, whole: Range): Range {
  const [from, to] = [dayOf(time.from) ?? whole.from, dayOf(time.to)];
  const end = to === null ? whole.to : to + DAY;
  return end > from ? { from, to: end } : whole;
}

/** Happenings that belong to what the filters leave. */
export function visible(happenings: readonly Happening[], page: Page): Happening[] {
  const marks = new Set<string>([...page.visibleNodes(), ...page.visibleEdges()].map((mark) => mark.iri));
  return happenings.filter((one) => one.marks.some((iri) => marks.has(iri)));
}

function makeTimeline(host: HTMLElement, page: Page): View {
  const box = el("div", { class: "time-view" });
  host.append(box);
  const wording = wordingOf(page);
  let made: TimelineDrawing | null = null;

  const open = (members: readonly Happening[]) => {
    if (members.length > 1) page.tell(severalPanel(members));
    else openOne(members[0]!);
  };
  const openOne = (one: Happening) => {
    const mark = page.model.markOf(one.marks[0]!);
    const isItself = mark !== null && (isEdge(mark) ? one.amount !== null : one.key === mark.iri);
    if (isItself) page.select(mark);
    else page.tell(happeningPanel(one, page));
  };
  const severalPanel = (members: readonly Happening[]) => [
    el("header", { class: "panel-head" }, el("h2", {}, wording.titleOf(members))),
    el("ul", { class: "several" }, ...members.map((one) => el("li", {}, link(wording.titleOf([one]), () => openOne(one))))),
  ];
  const choose = (range: Range | null) => page.setTime(range === null ? ALWAYS : timeOf(range));
  const draw = () => {
    const happenings = visible(page.document.timeline, page);
    const whole = rangeOf(page.document.timeline);
    if (whole === null) {
      made = null;
      fill(box, el("p", { class: "quiet" }, "Nothing that is shown has a date."));
      return;
    }
    const range = rangeIn(page.time, whole);
    const wide = Math.max(SMALLEST.width, host.clientWidth - 2);
    const head = el("div", { class: "time-head" }, rangeButtons(page.document.timeline, choose), timelineLegend());
    const foot = el(
      "div",
      { class: "time-foot" },
      drawOverview(page.document.timeline, whole, range, wide, choose),
      undatedPart(happenings.filter((one) => spanOf(one) === null), wording, openOne),
    );
    fill(box, head, foot);
    const high = Math.max(SMALLEST.height, host.clientHeight - head.offsetHeight - foot.offsetHeight);
    made = drawTimeline(happenings, range, { width: wide, height: high }, wording);
    head.after(made.drawing);
    listen(made, open, (key, moment) => choose(nextRange(key, range, moment, whole)));
    light(made, page.selected);
  };
  new ResizeObserver(() => host.hidden || draw()).observe(host);
  return {
    draw,
    fit: () => choose(null),
    highlight: (lit) => made && light(made, lit?.mark ?? page.selected),
    picture: () => standAlone(made!.drawing),
  };
}

/** The range a key leads to: nearer, farther, all. */
function nextRange(key: string, range: Range, moment: number | null, whole: Range): Range | null {
  const middle = moment ?? (range.from + range.to) / 2;
  if (key === "0") return null;
  const next = zoomed(range, key === "-" ? 1 / ZOOM : ZOOM, middle, whole);
  return next.from <= whole.from && next.to >= whole.to ? null : next;
}

/** All the time, and the months around each election. */
function rangeButtons(happenings: readonly Happening[], choose: (range: Range | null) => void): HTMLElement {
  const near = campaigns(happenings).slice(-5);
  return el(
    "div",
    { class: "ranges", role: "group", "aria-label": "Time to look at" },
    el("button", { type: "button", on: { click: () => choose(null) } }, "All"),
    ...near.map((range) =>
      el("button", { type: "button", on: { click: () => choose({ ...range }) } }, monthsOf(range)),
    ),
  );
}

/** "Mar–Jul 2018", "Nov 2018–Feb 2019" */
function monthsOf({ from, to }: Range): string {
  const [first, last] = [new Date(from), new Date(to)];
  const year = first.getUTCFullYear() === last.getUTCFullYear() ? "" : ` ${first.getUTCFullYear()}`;
  return `${MONTHS[first.getUTCMonth()]}${year}–${MONTHS[last.getUTCMonth()]} ${last.getUTCFullYear()}`;
}

function listen(made: TimelineDrawing, open: (members: readonly Happening[]) => void, zoom: (key: string, moment: number | null) => void): void {
  const { drawing, members } = made;
  const openAt = (target: EventTarget | null) => {
    const key = (target as Element).closest<SVGElement>(".stop")?.dataset.key;
    if (key !== undefined) open(members.get(key)!);
  };
  drawing.addEventListener("click", (event) => openAt(event.target));
  drawing.addEventListener("keydown", (event) => {
    if (["+", "=", "-", "0"].includes(event.key)) zoom(event.key, null);
    else if (event.key === "Enter" || event.key === " ") openAt(event.target);
    else if (!walk(drawing, event)) return;
    event.preventDefault();
    event.stopPropagation();
  });
}

/** Sets off what belongs to a mark. */
function light({ drawing, members }: TimelineDrawing, mark: Mark | null): void {
  for (const element of drawing.querySelectorAll<SVGElement>(".stop")) {
    const mine = members.get(element.dataset.key!)!;
    element.classList.toggle("lit", mark !== null && mine.some((one) => one.marks.includes(mark.iri)));
  }
}

export const TIMELINE: ViewEntry = {
  name: "timeline",
  title: "Timeline",
  make: makeTimeline,
  serves: ({ timeline }) => timeline.length > 0,
};
