/** The views: each is made when it is first shown, and one is shown at a time. */

import type { Company } from "./company.ts";
import { button, byId, el, fill } from "./dom.ts";
import type { Page, View, ViewEntry } from "./page.ts";

export interface Stage {
  /** Names, in the order of the switch. */
  readonly names: readonly string[];
  /** The one that is shown. */
  readonly name: string;
  readonly view: View;
  show(name: string): void;
  /** Draws the shown view anew, and the others when they are next shown. */
  draw(): void;
  highlight(lit: Company | null): void;
}

interface Made {
  view: View;
  isStale: boolean;
}

const NO_PICTURE = "The table is no picture: save it as CSV, or take another view";
const NO_LINES = "So many lines are drawn as pixels: save them as PNG, or take another view";

/** Makes the switch; `chosen` is called when the reader takes another view. */
export function makeStage(entries: readonly ViewEntry[], page: Page, chosen: (name: string) => void): Stage {
  const hosts = new Map(entries.map(({ name }) => [name, el("div", { id: `view-${name}`, class: "view", hidden: true })]));
  const buttons = entries.map(({ name, title }) =>
    el("button", { type: "button", id: `show-${name}`, on: { click: () => chosen(name) } }, title),
  );
  const made = new Map<string, Made>();
  let shown = entries[0]!;
  fill(byId("views"), ...hosts.values());
  fill(byId("switch"), ...buttons);

  const stage = {
    names: entries.map(({ name }) => name),
    get name() {
      return shown.name;
    },
    get view() {
      return made.get(shown.name)!.view;
    },
    show(name: string) {
      shown = entries.find((entry) => entry.name === name) ?? entries[0]!;
      for (const [each, host] of hosts) host.hidden = each !== shown.name;
      buttons.forEach((each, place) =>
        each.setAttribute("aria-pressed", String(entries[place]!.name === shown.name)),
      );
      byId("main").setAttribute("aria-label", shown.title);
      const known = made.get(shown.name);
      if (known === undefined) made.set(shown.name, { view: shown.make(hosts.get(shown.name)!, page), isStale: true });
      if (known?.isStale !== false) stage.draw();
      document.body.dataset.view = shown.name;
      button("fit").disabled = stage.view.fit === undefined;
      const hasPicture = stage.view.picture !== undefined;
      const isOfPixels = stage.view.isOfPixels === true;
      offerPicture(button("save-png"), hasPicture, NO_PICTURE);
      offerPicture(button("save-svg"), hasPicture && !isOfPixels, isOfPixels ? NO_LINES : NO_PICTURE);
    },
    draw() {
      for (const [name, each] of made) each.isStale = name !== shown.name;
      stage.view.draw();
    },
    highlight(lit: Company | null) {
      stage.view.highlight(lit);
    },
  };
  return stage;
}

function offerPicture(save: HTMLButtonElement, isThere: boolean, without: string): void {
  save.disabled = !isThere;
  save.title = isThere ? "" : without;
}
