/** A large picture in columns: every mark and line by its number. Lines are in order of their size, the largest first. */

import type { LargePart } from "../document.ts";
import { columnsOf, type Numbers } from "./packed.ts";
import type { Unpacked } from "./workshop/jobs.ts";

export interface Whole {
  part: LargePart;
  names: string[];
  /** Columns of marks. */
  x: Numbers;
  y: Numbers;
  column: Numbers;
  kind: Numbers;
  grouped: Numbers;
  states: Numbers;
  /** Its number among the marks of the summary, -1 where it is folded. */
  wholeMark: Numbers;
  /** Columns of lines. */
  from: Numbers;
  to: Numbers;
  /** Dollars; negative without an amount. */
  size: Numbers;
  exact: Numbers;
  relation: Numbers;
  date: Numbers;
  hedges: Numbers;
  behind: Numbers;
  rows: Numbers;
  /** Number of the mark of its contest, -1 without one. */
  contest: Numbers;
  counted: Numbers;
  /** The line of the summary it is part of; see `graph.page.large`. */
  lineOfSummary: Numbers;
  /** Its number among the lines of the summary, -1 where it is folded. */
  wholeLine: Numbers;
  /** The lines that leave a mark, the largest first. */
  leaving(mark: number): Uint32Array;
  /** The lines that reach a mark. */
  reaching(mark: number): Uint32Array;
  iri(mark: number): string;
  /** Dollars in and out of each mark. */
  sums: Float64Array;
  /** Marks in order of their money, the largest first. */
  order: Uint32Array;
}

/** A large picture by its columns. */
export function wholeOf(part: LargePart, { numbers, names, paths }: Unpacked): Whole {
  const columns = columnsOf(numbers, part.columns);
  const of = (name: string): Numbers => columns.get(name)!;
  const sums = sumsOf(of("size"), [of("from"), of("to")], part.marks);
  const leaving = linesOf(of("from"), part.marks);
  const reaching = linesOf(of("to"), part.marks);
  return {
    part,
    names,
    x: of("x"),
    y: of("y"),
    column: of("column"),
    kind: of("kind"),
    grouped: of("grouped"),
    states: of("states"),
    wholeMark: of("whole"),
    from: of("from"),
    to: of("to"),
    size: of("size"),
    exact: of("exact"),
    relation: of("relation"),
    date: of("date"),
    hedges: of("hedges"),
    behind: of("behind"),
    rows: of("rows"),
    contest: of("contest"),
    counted: of("counted"),
    lineOfSummary: of("part"),
    wholeLine: of("wholeLine"),
    leaving,
    reaching,
    iri: (mark) => iriOf(paths[mark]!, part.start),
    sums,
    order: Uint32Array.from(sums.keys()).sort((a, b) => sums[b]! - sums[a]!),
  };
}

/** A path that starts with a dot goes on where most IRIs start. */
export const iriOf = (path: string, start: string): string => (path.startsWith(".") ? start + path.slice(1) : path);

/** For each mark the numbers of the lines that have it at one end, in order. */
export function linesOf(ends: Numbers, marks: number): (mark: number) => Uint32Array {
  const starts = new Uint32Array(marks + 1);
  for (const end of ends) starts[end + 1]! += 1;
  for (let mark = 0; mark < marks; mark += 1) starts[mark + 1]! += starts[mark]!;
  const next = starts.slice();
  const lines = new Uint32Array(ends.length);
  ends.forEach((end, line) => (lines[next[end]!++] = line));
  return (mark) => lines.subarray(starts[mark], starts[mark + 1]);
}

function sumsOf(sizes: Numbers, ends: readonly Numbers[], marks: number): Float64Array {
  const sums = new Float64Array(marks);
  for (const end of ends)
    for (let line = 0; line < sizes.length; line += 1) sums[end[line]!]! += Math.max(0, sizes[line]!);
  return sums;
}
