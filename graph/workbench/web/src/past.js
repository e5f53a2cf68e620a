/** What was run, kept in this browser alone. */

import { byId, el } from "./dom.js";

const KEY = "moneytrail.history";
const MOST = 60;
const LONG = 110;

/** The list of what was run; `open` is called with the text of one. */
export class Past {
  constructor(open) {
    this.open = open;
    byId("forget").addEventListener("click", () => this.#keep([]));
    this.#show(read());
  }

  /** Adds what was run at the top, once. */
  add(query, said) {
    const others = read().filter((one) => one.query !== query);
    this.#keep([{ query, said, when: new Date().toISOString() }, ...others].slice(0, MOST));
  }

  #keep(entries) {
    try {
      localStorage.setItem(KEY, JSON.stringify(entries));
    } catch {
      // A browser that keeps nothing still asks.
    }
    this.#show(entries);
  }

  #show(entries) {
    byId("asked").replaceChildren(...entries.map((one) => {
      const text = one.query.replace(/\s+/g, " ").trim();
      const when = new Date(one.when).toLocaleString("en-GB", { dateStyle: "medium", timeStyle: "short" });
      return el("li", {}, el("button", { type: "button", onclick: () => this.open(one.query) }, el("code", {}, text.slice(0, LONG)), el("span", {}, `${when} · ${one.said}`)));
    }));
    byId("forget").hidden = entries.length === 0;
  }
}

function read() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(kept) ? kept.filter((one) => typeof one?.query === "string") : [];
  } catch {
    return [];
  }
}
