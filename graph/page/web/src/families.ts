/** What edges are, and what each kind looks like: colour is never the only difference. */

import { COMMITTEES, type Edge, type Standing } from "./model.ts";
import { counted } from "./words.ts";

/** Families the page knows, in the order of the legend. Anything else is drawn and listed as "other". */
export const FAMILIES: ReadonlyMap<string, { title: string; note: string }> = new Map([
  ["money", { title: "Money", note: "gifts, transfers, spending" }],
  ["support", { title: "Support", note: "backing and spending for" }],
  ["opposition", { title: "Opposition", note: "spending and campaigning against" }],
  ["tie", { title: "Ties", note: "membership, control, links" }],
  ["candidacy", { title: "Candidacies", note: "who ran, with the result" }],
  ["outcome", { title: "Decided where", note: "the place of a contest" }],
  ["other", { title: "Other", note: "" }],
]);

/** The family of an edge, "other" when the page does not know it. */
export const familyOf = (edge: Edge): string => (FAMILIES.has(edge.family) ? edge.family : "other");

/** What stands at the end of a line. */
export type End = "arrow" | "double" | "chevron" | "bar" | "disc" | "ring" | "half" | "diamond" | "cross" | "none";

interface ResultStyle {
  title: string;
  dash: number[];
  end: End;
  width: number;
}

const NOT_STATED: ResultStyle = { title: "result not stated", dash: [], end: "arrow", width: 1.1 };

/** What the result of a candidacy looks like: a stroke and an end mark. */
export const RESULTS: ReadonlyMap<string, ResultStyle> = new Map([
  ["won", { title: "won", dash: [], end: "disc", width: 2.2 }],
  ["led", { title: "led a count", dash: [], end: "half", width: 1.6 }],
  ["runoff", { title: "run-off", dash: [9, 4], end: "diamond", width: 1.7 }],
  ["lost", { title: "lost", dash: [1.5, 3.5], end: "ring", width: 1.5 }],
  ["recalled", { title: "recalled", dash: [8, 3, 1.5, 3], end: "cross", width: 1.9 }],
  ["open", NOT_STATED],
]);

/** How the result of an edge is drawn; undefined for edges without one. */
export function resultStyle(edge: Edge): ResultStyle | undefined {
  if (edge.family === "candidacy") return RESULTS.get(edge.result) ?? NOT_STATED;
  return edge.family === "outcome" && edge.result !== "open" ? RESULTS.get(edge.result) : undefined;
}

/** Whether money goes from committee to committee. */
export const isTransfer = (edge: Edge): boolean =>
  edge.family === "money" && edge.start.column === COMMITTEES && edge.end.column === COMMITTEES;

/**
 * What stands at the end of a line: an arrowhead, two for a transfer, an open one without a sum, a bar for "against", a
 * result for a candidacy.
 */
export function endOf(edge: Edge): End {
  if (edge.family === "opposition") return "bar";
  if (edge.family === "candidacy" || edge.family === "outcome") return resultStyle(edge)?.end ?? "none";
  if (isTransfer(edge)) return "double";
  return edge.family === "money" || edge.amount !== null ? "arrow" : "chevron";
}

/** The stroke of a line of a width. */
export function dashOf(edge: Edge, width: number): number[] {
  if (edge.family === "opposition") return [5 + width, 3 + width * 0.5];
  if (edge.family === "outcome") return [1, 3];
  if (edge.family === "tie") return [3, 2.5];
  return resultStyle(edge)?.dash ?? [];
}

/** The sign on a line: that it is denied, or on what footing it stands. A place of a contest is no claim of its own. */
export const signOf = (edge: Edge): string =>
  edge.family === "outcome" ? "" : edge.denied ? "≠" : SIGNS[edge.standing];

/** What stands on a line: a quotation mark where its source only passes it on, a question mark where nobody asserts it. */
export const SIGNS: Record<Standing, string> = { official: "", asserted: "", attributed: "”", hedged: "?" };

/** A sentence for an edge, for example "A gave to B". */
export const sentence = (edge: Edge): string => `${edge.start.label} ${edge.label} ${edge.end.label}`;

/** The relation of an edge, with the result of a candidacy or contest where the relation does not say it. */
export function relationText(edge: Edge): string {
  const title = RESULTS.get(edge.result)?.title ?? edge.result;
  const said = edge.result === "" || [title, edge.result].some((result) => edge.label.includes(result));
  const decided = edge.family === "candidacy" || (edge.family === "outcome" && edge.result !== "open");
  return said || !decided ? edge.label : `${edge.label}: ${title}`;
}

/** How much stands behind an edge: its claims, or its rows. */
export const evidenceCount = (edge: Edge): string =>
  edge.rows ? counted(edge.rows.count, "row") : counted(edge.claims.length, "claim");

/** What stands behind an edge, in a line. */
export function evidenceText(edge: Edge): string {
  if (edge.rows === null)
    return `${counted(edge.claims.length, "claim")} from ${counted(edge.origins, "independent origin")}`;
  const { count, files } = edge.rows;
  if (count === 0) return "the dataset";
  return files.length === 0 ? counted(count, "row") : `${counted(count, "row")} in ${counted(files.length, "file")}`;
}

/** Doubts that a reader of the picture should see on the line itself; the others stand in the panel. */
const MARKED_DOUBTS = new Set(["possible-double-count", "tension", "ambiguity"]);

/**
 * "alarm" for a line with a claim that cannot be so, "doubt" for one that asks for care, "" for the rest. What is
 * said of a candidacy is marked there, and not again where it was decided.
 */
export function cautionOf(edge: Edge): "alarm" | "doubt" | "" {
  if (edge.family === "outcome") return "";
  if (edge.findings.some((finding) => finding.gravity === "alarm")) return "alarm";
  return edge.findings.some((finding) => MARKED_DOUBTS.has(finding.kind)) ? "doubt" : "";
}
