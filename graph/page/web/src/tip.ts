/** The tip beside the pointer: what the mark below it is, in a few lines. */

import { byId, el, fill } from "./dom.ts";
import { evidenceText, sentence } from "./families.ts";
import { isEdge, type Mark } from "./model.ts";
import type { Place } from "./page.ts";

/** Shows the tip of a mark near a place of the window, inside the stage; null hides it. */
export function showTip(mark: Mark | null, { x, y }: Place): void {
  const tip = byId("tip");
  tip.hidden = mark === null;
  if (mark === null) return;
  const [first, ...others] = linesOf(mark);
  const said = others.filter((line) => line !== "");
  fill(tip, el("strong", {}, first!), ...said.map((line) => el("span", {}, line)));
  const frame = byId("main").getBoundingClientRect();
  const [left, top] = [x - frame.left, y - frame.top];
  tip.style.left = `${Math.max(4, Math.min(left + 14, frame.width - tip.offsetWidth - 8))}px`;
  tip.style.top = `${top + 18 + tip.offsetHeight > frame.height ? top - tip.offsetHeight - 10 : top + 18}px`;
}

function linesOf(mark: Mark): string[] {
  if (!isEdge(mark)) {
    const { label, kind, money_in, money_out } = mark;
    return [label, kind, money_in ? `in: ${money_in.words}` : "", money_out ? `out: ${money_out.words}` : ""];
  }
  const firmness = mark.firmness === "asserted" ? "" : mark.firmness;
  return [sentence(mark), mark.amount?.words ?? "", firmness, evidenceText(mark)];
}
