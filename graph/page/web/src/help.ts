/** How to read and use the page. */

import { el, factRows, fill } from "./dom.ts";

export const HOW_TO_READ: readonly string[] = [
  "Money and support run from left to right: donors and backers, committees, candidates, counties, outcomes.",
  "A line ends in an arrowhead; a bar instead of an arrowhead means against. Money spent for or against a candidate is never received by that candidate.",
  "A hollow line with a question mark is hedged: no source asserts it outright. “Implicature” means that the text suggests it without saying it.",
  "“Attributed” means that the source has it from someone it names, and does not say it in its own voice.",
  "A candidacy ends in a disc when won, a ring when lost, a cross when recalled, a diamond for a run-off, half a disc for a lead in an unfinished count.",
  "Amounts are intervals: “more than $1.5 million” has a lower end and no upper one.",
  "A line with an exclamation mark has a finding: filled where something stated cannot be so, else where the sources ask for care. Findings are made by general rules, and change no claim.",
  "A line shows that a source says so. Select it to read who, where and how firmly.",
];

const KEYS: readonly [string, string][] = [
  ["/", "search"],
  ["Esc", "close or clear the selection"],
  ["Ctrl Z, Ctrl Y", "undo, redo"],
  ["Arrow keys", "move between marks, once the network has the focus"],
  ["+ − 0", "zoom in, zoom out, fit"],
  ["Tab", "reach everything else; the table lists every line"],
];

export function fillHelp(dialog: HTMLDialogElement): void {
  const click = () => dialog.close();
  fill(
    dialog,
    el("h2", { id: "help-title" }, "How to read and use this page"),
    el("ul", { class: "how" }, ...HOW_TO_READ.map((line) => el("li", {}, line))),
    el("h3", {}, "Keys"),
    el("dl", { class: "facts" }, ...factRows(KEYS)),
    el(
      "p",
      { class: "quiet" },
      "Selection and filters stand in the address: copy it to share this view. The page is one file and works without a network.",
    ),
    el("button", { type: "button", on: { click } }, "Close"),
  );
}
