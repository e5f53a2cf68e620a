/** Edges as a table for spreadsheets. */

import type { Edge } from "../model.ts";
import { inParts } from "./parts.ts";
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

const lineOf = (cells: readonly (string | number | boolean)[]): string => `${cells.map(csvCell).join(",")}\r\n`;

/** The table in pieces: the names of its columns, then its rows. */
export const csvParts = async (edges: readonly Edge[]): Promise<string[]> => [
  lineOf(COLUMNS.map(([name]) => name)),
  ...(await inParts(edges, (edge) => lineOf(COLUMNS.map(([, value]) => value(edge))))),
];

/** Saves edges as a file that spreadsheets take for UTF-8. */
export const saveCsv = async (edges: readonly Edge[]): Promise<void> =>
  save("edges.csv", new Blob(["\ufeff", ...(await csvParts(edges))], { type: "text/csv;charset=utf-8" }));
