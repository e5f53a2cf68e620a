/** Money as flows, with what sources leave open: clicking a flow or a stop opens its evidence. */

import type { Company } from "../company.ts";
import { el, fill, svg } from "../dom.ts";
import type { Mark } from "../model.ts";
import type { Page, View, ViewEntry } from "../page.ts";
import { readPalette } from "../palette.ts";
import { counted } from "../words.ts";
import { drawApart } from "./flow/apart.ts";
import { drawFlows, type Item } from "./flow/draw.ts";
import { drawKey } from "./flow/key.ts";
import type { Measure } from "./flow/labels.ts";
import { layOut } from "./flow/layout.ts";
import { flowModel } from "./flow/model.ts";
import { patterns } from "./flow/paint.ts";

const NARROW = 680;
const STEPS = new Map([
  ["ArrowRight", 1],
  ["ArrowDown", 1],
  ["ArrowLeft", -1],
  ["ArrowUp", -1],
]);

/** What is drawn now. */
interface Drawing {
  picture: SVGSVGElement;
  items: Item[];
}

function makeFlow(host: HTMLElement, page: Page): View {
  const box = el("div", { id: "flow", class: "flows" });
  const measure = measurer();
  let drawing: Drawing | null = null;
  let width = 0;
  let lit: Company | null = null;
  const setAllOff = (): void => drawing?.items.forEach((item) => setOff(item, lit, page.selected));
  host.append(box);
  const draw = (): void => {
    width = box.clientWidth;
    drawing = drawAll(page, Math.max(NARROW, width), measure);
    fill(box, drawing.items.length > 0 ? drawing.picture : el("p", { class: "nothing" }, "No amounts of money are shown."));
    drawing.items.forEach((item, place) => listen(item, place, drawing!.items, page));
  };
  const drawAgain = (): void => {
    const focused = drawing?.items.findIndex(({ element }) => element === document.activeElement) ?? -1;
    draw();
    setAllOff();
    if (focused >= 0) moveFocus(drawing!.items, drawing!.items[focused]!);
  };
  new ResizeObserver(() => {
    if (drawing !== null && box.clientWidth > 0 && box.clientWidth !== width) drawAgain();
  }).observe(box);
  return {
    draw,
    highlight(now) {
      lit = now;
      setAllOff();
    },
    bring: (mark) => itemOf(drawing, mark)?.element.scrollIntoView({ block: "center", inline: "nearest" }),
    picture: () => drawAll(page, Math.max(1100, width), measure).picture,
    placeOf: (mark) => middleOf(itemOf(drawing, mark)),
  };
}

function drawAll(page: Page, room: number, measure: Measure): Drawing {
  const colour = readPalette();
  const model = flowModel(page.visibleEdges());
  const layout = layOut(model, room, measure);
  const flows = drawFlows(layout, model, colour);
  const key = drawKey(layout.height, layout.width, layout.scale, colour, measure);
  const apart = drawApart(model.apart, layout.height + key.height, layout.width, colour, measure);
  const [width, height] = [layout.width, layout.height + key.height + apart.height];
  const items = [...flows.items, ...apart.items];
  if (items[0] !== undefined) items[0].element.setAttribute("tabindex", "0");
  const name = `${counted(flows.items.length + apart.items.length, "mark")}: money as flows, from left to right. Arrow keys move between them. The table view lists the same.`;
  const picture = svg(
    "svg",
    { viewBox: `0 0 ${width} ${height}`, width, height, role: "group", "aria-label": name },
    patterns(colour),
    svg("rect", { width, height, fill: colour("paper") }),
    flows.group,
    key.group,
    apart.group,
  );
  return { picture, items };
}

function listen(item: Item, place: number, items: readonly Item[], page: Page): void {
  const { element, mark } = item;
  element.addEventListener("click", () => page.select(mark));
  element.addEventListener("pointerenter", () => page.point(mark));
  element.addEventListener("pointerleave", () => page.point(null));
  element.addEventListener("keydown", (event) => {
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      page.select(mark);
    }
    const step = STEPS.get(event.key);
    const next = step === undefined ? undefined : items[place + step];
    if (next === undefined) return;
    event.preventDefault();
    moveFocus(items, next);
  });
}

/** The tabulator comes back to the item that had the focus last. */
function moveFocus(items: readonly Item[], { element }: Item): void {
  for (const each of items) each.element.setAttribute("tabindex", each.element === element ? "0" : "-1");
  element.focus();
}

/** Dims what does not stand out, and marks what is selected. */
function setOff({ element, marks }: Item, lit: Company | null, selected: Mark | null): void {
  const shines = lit === null || [...marks].some((mark) => lit.nodes.has(mark as never) || lit.edges.has(mark as never));
  element.classList.toggle("dim", !shines);
  element.setAttribute("aria-pressed", String(selected !== null && marks.has(selected)));
}

const itemOf = (drawing: Drawing | null, mark: Mark): Item | undefined =>
  drawing?.items.find(({ marks }) => marks.has(mark));

function middleOf(item: Item | undefined): { x: number; y: number } | null {
  if (item === undefined) return null;
  const { left, top, width, height } = (item.element.querySelector("path, rect") ?? item.element).getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}

/** Measures texts as the page draws them. */
function measurer(): Measure {
  const context = el("canvas").getContext("2d")!;
  return (text, size) => {
    context.font = `600 ${size}px system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif`;
    return context.measureText(text).width;
  };
}

export const FLOW: ViewEntry = {
  name: "flow",
  title: "Flow",
  make: makeFlow,
  serves: ({ edges }) => edges.some(({ amount }) => amount !== null),
};
