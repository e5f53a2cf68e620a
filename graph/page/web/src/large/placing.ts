/** Places for a small part of a large picture: columns, each ordered by the middle of its neighbours, nothing overlapping. */

import type { Column, EdgeMark, NodeMark, PageDocument } from "../document.ts";

/** A mark before it has its place. */
export type Unplaced = Omit<NodeMark, "x" | "y" | "height" | "names" | "notes" | "beside" | "money">;

const NAME_LINE = 14.5;
const NOTE_LINE = 11.5;
const NAME_CHARACTERS = 28;
const ROOM_OF_A_LINE = 4.5;
const GAP = 10;
const SWEEPS = 6;
const DONORS = 0;
const COMMITTEES = 1;

/** The marks in their places, with the columns and the height of the whole. */
export function placed(
  given: readonly Unplaced[],
  edges: readonly EdgeMark[],
  columns: readonly Column[],
): Pick<PageDocument, "nodes" | "edges" | "columns" | "height"> {
  const nodes = given.map((node): NodeMark => ({ ...node, ...texts(node), x: 0, y: 0, height: heightOf(node, edges) }));
  const order = columns.map(({ number }) => nodes.filter((node) => node.column === number));
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    for (const column of order) column.sort(byNeighbours(nodes, edges));
    order.forEach(stack);
  }
  const height = Math.max(0, ...order.map(tall));
  for (const column of order) {
    const down = (height - tall(column)) / 2;
    for (const node of column) node.y += down;
  }
  const lanes = edges.map((edge) => ({ ...edge, lane: lane(nodes[edge.from]!, nodes[edge.to]!, columns) }));
  return { nodes, edges: lanes, columns: [...columns], height };
}

function texts(node: Unplaced): Pick<NodeMark, "names" | "notes" | "beside" | "money"> {
  const money = node.column > COMMITTEES ? null : node.column === DONORS ? node.money_out : (node.money_in ?? node.money_out);
  const notes = [...(node.subtitle === "" ? [] : [node.subtitle]), ...(money === null ? [] : [money.short])];
  return { names: lines(node.label), notes, beside: false, money: money !== null };
}

/** A label in at most three lines. */
export function lines(label: string): string[] {
  const broken: string[] = [];
  for (const word of label.split(/\s+/)) {
    const last = broken[broken.length - 1];
    if (last !== undefined && last.length + word.length < NAME_CHARACTERS) broken[broken.length - 1] = `${last} ${word}`;
    else broken.push(word.length > NAME_CHARACTERS ? `${word.slice(0, NAME_CHARACTERS - 1)}…` : word);
  }
  return broken.length <= 3 ? broken : [...broken.slice(0, 2), `${broken[2]}…`];
}

function heightOf(node: Unplaced, edges: readonly EdgeMark[]): number {
  const { names, notes } = texts(node);
  const outs = edges.filter((edge) => edge.from === node.id).length;
  const ins = edges.filter((edge) => edge.to === node.id).length;
  return Math.max(NAME_LINE * names.length + NOTE_LINE * notes.length, ROOM_OF_A_LINE * Math.max(outs, ins)) + 5;
}

/** Orders by the mean height of the other ends; what has none keeps its place. */
function byNeighbours(nodes: readonly NodeMark[], edges: readonly EdgeMark[]): (a: NodeMark, b: NodeMark) => number {
  const sums = nodes.map(() => ({ total: 0, count: 0 }));
  for (const { from, to } of edges) {
    for (const [here, there] of [[from, to], [to, from]] as const) {
      sums[here]!.total += nodes[there]!.y;
      sums[here]!.count += 1;
    }
  }
  const mean = ({ id, y }: NodeMark) => (sums[id]!.count === 0 ? y : sums[id]!.total / sums[id]!.count);
  return (a, b) => mean(a) - mean(b) || a.id - b.id;
}

function stack(column: readonly NodeMark[]): void {
  let top = 0;
  for (const node of column) {
    node.y = top + node.height / 2;
    top += node.height + GAP;
  }
}

const tall = (column: readonly NodeMark[]): number => column.reduce((sum, node) => sum + node.height + GAP, 0);

/** Where a line passes the columns between its ends: on the straight way. */
function lane(start: NodeMark, end: NodeMark, columns: readonly Column[]): number[] {
  const place = (node: NodeMark) => columns.findIndex(({ number }) => number === node.column);
  const [from, to] = [place(start), place(end)];
  const steps = Math.abs(to - from);
  return Array.from({ length: Math.max(0, steps - 1) }, (_, step) => start.y + ((end.y - start.y) * (step + 1)) / steps);
}
