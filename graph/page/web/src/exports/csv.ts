/** Edges as a table for spreadsheets. */

import type { Edge } from "../model.ts";
import { save } from "./save.ts";

const COLUMNS: readonly [string, (edge: Edge) => string | number | boolean][] = [
  ["from", (edge) => edge.start.label],
  ["relation", (edge) => edge.relation],
  ["relationship", (edge) => edge.label],
  ["to", (edge) => edge.end.label],
  ["amount", (edge) => edge.amount?.words ?? ""],
  ["low", (edge) => edge.amount?.low ?? ""],
  ["low_open", (edge) => edge.amount?.low_open ?? ""],
  ["high", (edge) => edge.amount?.high ?? ""],
  ["high_open", (edge) => edge.amount?.high_open ?? ""],
  ["about", (edge) => edge.amount?.about ?? ""],
  ["hedges", (edge) => edge.hedges.join("; ")],
  ["result", (edge) => edge.result],
  ["date", (edge) => edge.date],
  ["contest", (edge) => edge.contest ?? ""],
  ["claims", (edge) => edge.claims.join("; ")],
  ["origins", (edge) => edge.origins],
  ["rows", (edge) => edge.rows?.count ?? ""],
  ["documents", (edge) => [...edge.sources].join("; ")],
  ["from_iri", (edge) => edge.start.iri],
  ["to_iri", (edge) => edge.end.iri],
  ["iri", (edge) => edge.iri],
];

/** A cell of the table; a leading sign that a spreadsheet would take for a formula is made plain text. */
export function csvCell(value: string | number | boolean): string {
  const text = String(value);
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${safe.replace(/"/g, '""')}"`;
}

export function csvText(edges: readonly Edge[]): string {
  const lines = [COLUMNS.map(([name]) => name), ...edges.map((edge) => COLUMNS.map(([, value]) => value(edge)))];
  return lines.map((line) => line.map(csvCell).join(",")).join("\r\n") + "\r\n";
}

/** Saves edges as a file that spreadsheets take for UTF-8. */
export const saveCsv = (edges: readonly Edge[]): void =>
  save("edges.csv", new Blob(["\ufeff", csvText(edges)], { type: "text/csv;charset=utf-8" }));
