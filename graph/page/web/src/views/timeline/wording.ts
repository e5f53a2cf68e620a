/** What a timeline says of its marks. */

import type { Happening } from "../../document.ts";
import { sentence } from "../../families.ts";
import { isEdge, type Edge, type Node } from "../../model.ts";
import type { Page } from "../../page.ts";
import { counted, joined, shortened } from "../../words.ts";
import { shortName } from "../map/places.ts";
import type { Wording } from "./drawing.ts";
import { LANES, LONGEST } from "./lanes.ts";

/** The wording for a page. */
export function wordingOf(page: Page): Wording {
  return {
    textOf: (one) => textOf(one, page),
    titleOf: (members) => (members.length === 1 ? titleOf(members[0]!, page) : severalOf(members)),
    contestName: (iri) => contestName(iri, page),
  };
}

/** Beside a mark: short, with the amount first. */
function textOf(one: Happening, page: Page): string {
  const mark = page.model.markOf(one.marks[0]!);
  const short = one.amount?.short ?? "";
  if (one.kind === "election" && mark !== null && !isEdge(mark)) return cut(joined([placeName(mark), mark.subtitle], ": "));
  if (one.kind === "count") return cut(one.label.split(", ")[0]!);
  if (one.amount === null || mark === null || !isEdge(mark)) return cut(one.label);
  const who = `${mark.start.label} → ${mark.end.label}`;
  return cut(joined([short, who], " "));
}

const cut = (text: string): string => shortened(text, LONGEST);

/** The whole of a happening in a line. */
export function titleOf(one: Happening, page: Page): string {
  const mark = page.model.markOf(one.marks[0]!);
  const said = one.amount !== null && mark !== null && isEdge(mark) ? `${sentence(mark)}: ${one.amount.words}` : one.label;
  return joined([said, dateText(one), one.status === "" ? "" : `count: ${one.status}`]);
}

/** The date as it is known, in words. */
export function dateText(one: Happening): string {
  if (one.date === "") return one.told === "" ? "no date" : `no date; told on ${one.told}`;
  const [from, to] = one.date.split("/");
  const said = to === undefined ? from! : from === ".." ? `not after ${to}` : to === ".." ? `since ${from}` : `${from} to ${to}`;
  return one.basis === "" ? said : `${said} (${one.basis})`;
}

function severalOf(members: readonly Happening[]): string {
  const lane = LANES.find(({ kinds }) => kinds.includes(members[0]!.kind))!;
  return joined([counted(members.length, lane.one, lane.many), dateText(members[0]!)]);
}

const heldAt = (contest: Node): Edge | undefined => contest.incoming.find((edge) => edge.family === "outcome");

/** The place of a contest, else its own name. */
function placeName(contest: Node): string {
  const held = heldAt(contest);
  return held === undefined ? contest.label : shortName(held.start.label);
}

/** "Sacramento 2018" */
function contestName(iri: string, page: Page): string {
  const mark = page.model.markOf(iri);
  if (mark === null || isEdge(mark)) return iri;
  return joined([placeName(mark), heldAt(mark)?.date.slice(0, 4) ?? ""], " ");
}
