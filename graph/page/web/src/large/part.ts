/** A part of a large picture as a document of its own: a mark with its largest lines, or the lines one line stands for. */

import type { Amount, Column, EdgeMark, PageDocument, RowsCard } from "../document.ts";
import { dollars, dollarsInFull, counted } from "../words.ts";
import type { Everything } from "./everything.ts";
import { placed, type Unplaced } from "./placing.ts";
import { LargeEdge, LargeNode } from "./marks.ts";

/** The kind of a mark that stands for others. */
export const FOLDED = "Folded";
/** So many lines of a mark are drawn, the largest; the others are one line on each side. */
const LARGEST = 40;
/** So many lines among those marks are drawn too. */
const BETWEEN = 15;

/** A mark with its largest lines, and with the lines among whom they lead to. */
export async function around(node: LargeNode, of: Everything): Promise<PageDocument> {
  const mine = [...node.outgoing, ...node.incoming].sort((a, b) => a.id - b.id);
  const drawn = mine.slice(0, LARGEST);
  const marks = new Set([node, ...drawn.flatMap((edge) => [edge.start, edge.end])]);
  const known = new Set(drawn);
  const between = [...marks]
    .flatMap((mark) => (mark === node ? [] : mark.outgoing))
    .filter((edge) => marks.has(edge.end) && !known.has(edge))
    .sort((a, b) => a.id - b.id)
    .slice(0, BETWEEN);
  const rest = mine.slice(LARGEST);
  const subtitle = `Around ${node.label}: ${shareText(drawn, mine)}`;
  return documentOf({ lines: [...drawn, ...between], marks, rest, middle: node, subtitle }, of);
}

/** The lines that a line of the summary stands for: the largest, and the others as one. */
export async function unfolded(line: number, of: Everything): Promise<PageDocument> {
  const parts: LargeEdge[] = [];
  of.columns.lineOfSummary.forEach((part, place) => {
    if (part === line) parts.push(of.edges[place]!);
  });
  const drawn = parts.slice(0, LARGEST);
  const marks = new Set(drawn.flatMap((edge) => [edge.start, edge.end]));
  const middle = mostFrequent(parts.map((edge) => edge.end));
  const subtitle = `Unfolded, to ${middle.label} and others: ${shareText(drawn, parts)}`;
  const rest = parts.slice(LARGEST).filter(({ end }) => end === middle);
  return documentOf({ lines: drawn, marks, rest, middle, subtitle }, of);
}

/** "4 lines", "the largest 40 of 663 lines" */
const shareText = (drawn: readonly LargeEdge[], all: readonly LargeEdge[]): string =>
  drawn.length === all.length ? counted(all.length, "line") : `the largest ${drawn.length} of ${counted(all.length, "line")}`;

/** What is drawn of a large picture. */
interface Drawn {
  lines: readonly LargeEdge[];
  marks: ReadonlySet<LargeNode>;
  /** Other lines of the middle, which are added to one on each side. */
  rest: readonly LargeEdge[];
  middle: LargeNode;
  subtitle: string;
}

/** The mark most lines lead to. */
function mostFrequent(ends: readonly LargeNode[]): LargeNode {
  const counts = new Map<LargeNode, number>();
  for (const end of ends) counts.set(end, (counts.get(end) ?? 0) + 1);
  return [...counts].reduce((most, one) => (one[1] > most[1] ? one : most))[0];
}

async function documentOf({ lines, marks, rest, middle, subtitle }: Drawn, of: Everything): Promise<PageDocument> {
  await Promise.all([...marks, ...lines].map(async (mark) => mark.load()));
  const ids = new Map([...marks].map((mark, id) => [mark, id]));
  const nodes = [...marks].map((mark, id) => nodeMark(mark, id));
  const edges = lines.map((line, id) => edgeMark(line, id, ids.get(line.start)!, ids.get(line.end)!));
  const rows = lines.flatMap((line) => line.rows ?? []);
  for (const others of restsOf(rest, middle)) addRest(others, middle, { nodes, edges, rows }, ids.get(middle)!);
  const given = of.document;
  const keys = new Set([...nodes, ...edges].flatMap((mark) => mark.claims));
  const columns = given.columns.length > 0 ? columnsOf(nodes, given.columns) : [];
  return {
    ...given,
    subtitle,
    ...placed(nodes, edges, columns),
    claims: [...of.claims.values()].filter((claim) => keys.has(claim.key) || given.claims.includes(claim)),
    rows,
  };
}

const nodeMark = (node: LargeNode, id: number): Unplaced => ({
  id,
  iri: node.iri,
  label: node.label,
  kind: node.kind,
  column: node.column,
  subtitle: node.subtitle,
  money_in: node.money_in,
  money_out: node.money_out,
  facts: node.facts,
  claims: node.claims,
  grouped: node.grouped,
  states: node.states,
});

const edgeMark = (edge: LargeEdge, id: number, from: number, to: number): EdgeMark => ({
  id,
  from,
  to,
  iri: edge.iri,
  source: edge.source,
  target: edge.target,
  relation: edge.relation,
  label: edge.label,
  family: edge.family,
  amount: edge.amount,
  hedges: edge.hedges,
  result: edge.result,
  contest: edge.contest,
  date: edge.date,
  claims: edge.claims,
  origins: edge.origins,
  detail: edge.detail,
  counted: edge.counted,
  denied: edge.denied,
  days: edge.days,
  how_sure: edge.how_sure,
  lane: [],
});

/** Columns that have marks, in their order. */
const columnsOf = (nodes: readonly Unplaced[], columns: readonly Column[]): Column[] =>
  columns.filter(({ number }) => nodes.some((node) => node.column === number));

/** Lines that are not drawn one by one, by side, relation, dataset and whether they count: only such are added. */
function restsOf(rest: readonly LargeEdge[], middle: LargeNode): LargeEdge[][] {
  const groups = new Map<string, LargeEdge[]>();
  for (const line of rest) {
    const side = line.end === middle ? "in" : "out";
    const key = [side, line.relation, line.rows?.dataset ?? "", line.counted].join(" ");
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  return [...groups.values()];
}

/** Adds a mark for other ends, and the one line to it. */
function addRest(
  lines: readonly LargeEdge[],
  middle: LargeNode,
  made: { nodes: Unplaced[]; edges: EdgeMark[]; rows: RowsCard[] },
  to: number,
): void {
  const first = lines[0]!;
  const isIn = first.end === middle;
  const others = new Set(lines.map((line) => (isIn ? line.start : line.end)));
  const column = [...others][0]!.column;
  const [id, edgeId] = [made.nodes.length, made.edges.length];
  const iri = `${middle.iri}#rest-${id}`;
  const amount = sumOf(lines);
  made.nodes.push({
    id,
    iri,
    label: counted(others.size, "smaller one"),
    kind: FOLDED,
    column,
    subtitle: isIn ? `to ${middle.label}` : `of ${middle.label}`,
    money_in: null,
    money_out: null,
    facts: [],
    claims: [],
    grouped: true,
    states: [],
  });
  made.edges.push({
    ...edgeMark(first, edgeId, isIn ? id : to, isIn ? to : id),
    iri: `${iri}/line`,
    source: isIn ? iri : middle.iri,
    target: isIn ? middle.iri : iri,
    amount,
    date: "",
    claims: [...new Set(lines.flatMap((line) => line.claims))],
    detail: `${counted(lines.length, "line")} folded into one.`,
    how_sure: "",
  });
  if (first.rows !== null) {
    const count = lines.reduce((total, line) => total + (line.rows?.count ?? 0), 0);
    const says = `${amount?.words ?? ""} in ${counted(count, "row")}, folded from ${counted(lines.length, "line")}`;
    const { dataset, firmly } = first.rows;
    made.rows.push({ edge: `${iri}/line`, dataset, firmly, says, count, files: [], first: [], rest: "" });
  }
}

/** The sum of lines to the cent; only a lower bound where one of them is not exact. */
export function sumOf(lines: readonly Pick<LargeEdge, "size" | "amount">[]): Amount | null {
  const sizes = lines.flatMap(({ size }) => size ?? []);
  if (sizes.length === 0) return null;
  const cents = sizes.reduce((total, size) => total + Math.round(size * 100), 0);
  const isExact = sizes.length === lines.length && lines.every(({ amount }) => amount !== null && amount.low === amount.high);
  const text = (cents / 100).toFixed(2);
  return {
    low: text,
    high: isExact ? text : null,
    low_open: false,
    high_open: false,
    about: null,
    size: text,
    words: `${isExact ? "" : "at least "}${dollarsInFull(cents / 100)}`,
    short: `${isExact ? "" : "≥"}${dollars(cents / 100)}`,
  };
}
