/** The views of an answer: which of them fit, the columns chosen for each, and the one in sight. */

import { barChoices, drawBars } from "./bars.js";
import { byId, choice, el, tabs } from "./dom.js";
import { drawLines, lineChoices } from "./lines.js";
import { drawNetwork, networkChoices } from "./network.js";
import { drawMap, mapChoices } from "./map.js";
import { drawTable } from "./table.js";
import { drawTimeline, timelineChoices } from "./timeline.js";

const VIEWS = {
  table: ["Table", () => [], null],
  bars: ["Bars", barChoices, drawBars],
  lines: ["Lines", lineChoices, drawLines],
  map: ["Map", mapChoices, drawMap],
  network: ["Network", networkChoices, drawNetwork],
  timeline: ["Timeline", timelineChoices, drawTimeline],
};
const BREAK = 120;

/** Shows answers; `changed` is told after a reader picked another view, column or order. */
export class Views {
  #look = null;
  #redraw = () => {};
  #tabs = tabs(byId("views"), (tab) => this.#picked({ view: tab.dataset.view }));

  constructor(state, changed) {
    this.state = state;
    this.changed = changed;
    let timer = 0;
    window.addEventListener("resize", () => {
      clearTimeout(timer);
      timer = setTimeout(() => this.state.view !== "table" && this.again(), BREAK);
    });
  }

  /** Shows an answer in the view of the state, or as a table where that one does not fit. */
  show(look) {
    this.#look = look;
    const fitting = Object.keys(VIEWS).filter((name) => look.answer.truth === undefined && VIEWS[name][1](look) !== null);
    const view = fitting.includes(this.state.view) ? this.state.view : "table";
    this.state = { ...this.state, view };
    byId("views").replaceChildren(...(fitting.length > 0 ? fitting : ["table"]).map((name) => tab(name, name === view)));
    byId("views-bar").hidden = false;
    this.#draw();
  }

  /** Draws again, as names have come. */
  again() {
    if (this.#look !== null) this.#redraw();
  }

  #picked(part) {
    this.state = { ...this.state, ...part };
    this.#draw();
    this.changed();
  }

  #draw() {
    const [, choices, draw] = VIEWS[this.state.view];
    const fields = choices(this.#look);
    byId("choices").replaceChildren(...fields.map(([label, key, values]) => choice(label, values, this.#chosen(key, values), (value) => this.#picked({ [key]: value }))));
    byId("view").setAttribute("aria-label", VIEWS[this.state.view][0]);
    const view = byId("view");
    if (draw === null) this.#table(view);
    else {
      const chosen = Object.fromEntries(fields.map(([, key, values]) => [key, this.#chosen(key, values)]));
      this.#redraw = () => draw(view, this.#look, chosen);
      this.#redraw();
    }
  }

  #table(view) {
    const sort = { column: this.#look.answer.columns.indexOf(this.state.sort ?? ""), down: this.state.down === "1" };
    const sorted = ({ column, down }) => {
      this.#picked({ sort: this.#look.answer.columns[column] ?? "", down: down ? "1" : "" });
      const head = view.querySelector(`[data-column="${Math.max(column, sort.column)}"]`);
      (column < 0 ? head : view.querySelector(`[data-column="${column}"]`))?.focus();
    };
    this.#redraw = drawTable(view, this.#look, sort, sorted);
  }

  #chosen(key, values) {
    return values.includes(this.state[key]) ? this.state[key] : values[0];
  }
}

function tab(name, chosen) {
  return el("button", { type: "button", role: "tab", id: `view-${name}`, "data-view": name, "aria-selected": String(chosen), "aria-controls": "view", tabindex: chosen ? null : -1 }, VIEWS[name][0]);
}
