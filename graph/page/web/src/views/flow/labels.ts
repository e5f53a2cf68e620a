/** What stands beside a stop: its name in at most two lines, and what goes through it, kind by kind. */

import { inShort, sum } from "./span.ts";
import { isPooled, turnover, type Flow, type FlowModel, type Stop } from "./model.ts";

/** The width of a text in pixels; `size` is that of its letters. */
export type Measure = (text: string, size: number) => number;

export const NAME = 12.5;
export const NOTE = 10.5;
export const NAME_LINE = 15;
export const NOTE_LINE = 13;

export interface Label {
  names: string[];
  notes: string[];
  width: number;
  height: number;
}

/** The label of a stop, no wider than there is room. */
export function labelOf(stop: Stop, model: FlowModel, measure: Measure, room: number): Label {
  const names = wrapped(stop.label, NAME, measure, room, 2);
  const notes = notesOf(stop, model).flatMap((note) => wrapped(note, NOTE, measure, room, 2));
  const width = Math.max(...names.map((line) => measure(line, NAME)), ...notes.map((line) => measure(line, NOTE)));
  return { names, notes, width, height: names.length * NAME_LINE + notes.length * NOTE_LINE };
}

function notesOf(stop: Stop, model: FlowModel): string[] {
  const all = model.flows.filter((flow) => [flow.from, flow.to].includes(stop.key));
  const sides = [
    all.filter((flow) => flow.to === stop.key && flow.nature !== "rest"),
    all.filter((flow) => flow.from === stop.key && flow.nature !== "rest"),
  ] as [Flow[], Flow[]];
  if (stop.kind !== "entity") return [inShort(sum(all.map(({ span }) => span)))];
  const [ins, outs] = [amounts(sides[0]), amounts(sides[1]).replace(/^given|(?<=, )given/, "gave")];
  const words = [ins && (outs ? `in ${ins}` : ins), outs && (ins ? `out ${outs}` : outs)].filter((part) => part !== "");
  return isPooled(model, stop.key) ? [...words, "pooled: no gift can be followed"] : words;
}

/** "given $5k, passed on $2k": one figure a kind; they are never added. */
const amounts = (flows: readonly Flow[]): string =>
  turnover(flows)
    .map(([nature, span]) => `${nature} ${inShort(span)}`)
    .join(", ");

export function wrapped(text: string, size: number, measure: Measure, room: number, most: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && measure(longer, size) > room) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  lines.push(line);
  const kept = [...lines.slice(0, most - 1), lines.slice(most - 1).join(" ")].filter((each) => each !== "");
  return kept.map((each) => shortened(each, size, measure, room));
}

/** A text that fits, cut with "…" where it does not. */
export function shortened(text: string, size: number, measure: Measure, room: number): string {
  if (measure(text, size) <= room) return text;
  let letters = Array.from(text);
  while (letters.length > 1 && measure(`${letters.join("")}…`, size) > room) letters = letters.slice(0, -1);
  return `${letters.join("").trimEnd()}…`;
}
