/** What carries no date, told with its number and open to its evidence. */

import type { Happening } from "../../document.ts";
import { el, link } from "../../dom.ts";
import { counted } from "../../words.ts";
import type { Wording } from "./drawing.ts";
import { LANES } from "./lanes.ts";

export function undatedPart(happenings: readonly Happening[], wording: Wording, open: (one: Happening) => void): HTMLElement | null {
  if (happenings.length === 0) return null;
  const groups = LANES.map((lane) => ({ lane, mine: happenings.filter((one) => lane.kinds.includes(one.kind)) }));
  const said = groups.filter(({ mine }) => mine.length > 0);
  const counts = said.map(({ lane, mine }) => counted(mine.length, lane.one, lane.many)).join(", ");
  return el(
    "details",
    { class: "twin" },
    el("summary", {}, `Without a date: ${counts}`),
    ...said.flatMap(({ lane, mine }) => [
      el("h3", {}, lane.title),
      el("ul", {}, ...mine.map((one) => el("li", {}, link(wording.titleOf([one]), () => open(one))))),
    ]),
  );
}
