/** The same contests as a table, also those of places that cannot be drawn. */

import { el, link } from "../../dom.ts";
import type { Edge } from "../../model.ts";
import type { Page } from "../../page.ts";
import { counted } from "../../words.ts";
import { MONEY_KINDS, MONEY_TITLES } from "./money.ts";
import type { MapContest, MapPlace } from "./places.ts";

export function twin(places: readonly MapPlace[], page: Page): HTMLElement {
  const rows = places.flatMap((place) => place.contests.map((contest) => rowOf(place, contest, page)));
  const titles = ["Place", "Contest", "Outcome", "Margin", ...MONEY_KINDS.map((kind) => MONEY_TITLES[kind])];
  return el(
    "details",
    { class: "twin" },
    el("summary", {}, `${counted(rows.length, "contest")} as a table`),
    el(
      "table",
      {},
      el("thead", {}, el("tr", {}, ...titles.map((title) => el("th", { scope: "col" }, title)))),
      el("tbody", {}, ...rows),
    ),
  );
}

function rowOf(place: MapPlace, contest: MapContest, page: Page): HTMLTableRowElement {
  const margins = contest.margins.map(({ text, why }) => el("p", {}, text, el("small", {}, ` ${why}`)));
  const name = place.area === null ? `${place.node.label} (not on the map)` : place.node.label;
  return el(
    "tr",
    {},
    el("td", {}, link(name, () => page.select(place.node))),
    el("td", {}, link(contest.node.label, () => page.select(contest.node))),
    el("td", {}, contest.says),
    el("td", {}, ...margins),
    ...MONEY_KINDS.map((kind) => el("td", {}, ...(contest.money.get(kind)?.edges ?? []).map((edge) => moneyLine(edge, page)))),
  );
}

const moneyLine = (edge: Edge, page: Page): HTMLElement =>
  el(
    "p",
    {},
    link(edge.start.label, () => page.select(edge)),
    ` ${edge.amount?.words ?? "no figure"}`,
  );
