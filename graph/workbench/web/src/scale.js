/** What charts share: numbers on axes, sizes of a drawing, and marks that lead somewhere. */

import { evidenceOf } from "./answer.js";
import { grouped } from "./terms.js";
import { svg } from "./dom.js";

const SHORT = new Intl.NumberFormat("en-US", { notation: "compact", maximumFractionDigits: 1 });
const LONGEST = 34;

/** A number on an axis. */
export const tick = (value) => (Math.abs(value) < 10000 ? grouped(String(value)) : SHORT.format(value));

/** A text cut to fit beside a mark. */
export const fitted = (text, most = LONGEST) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

/** The names of the columns of some kinds. */
export function columnsOf(look, ...kinds) {
  return look.answer.columns.filter((_, place) => kinds.includes(look.kinds[place]));
}

/** The columns of numbers that say how much, without those that say where something stands. */
export const figuresOf = (look) => columnsOf(look, "number").filter((name) => !/^(?:.*_)?(?:paragraph|line)$/.test(name));

/** A text of a drawing, as a link when its term leads somewhere. */
export function marked(term, names, text) {
  const address = names.address(term);
  return address === "" ? text : svg("a", { href: address }, text);
}

/** A mark of a drawing, as a link when the row it stands for names its evidence. */
export function proven(row, look, mark) {
  const [first] = evidenceOf(look, row);
  return first === undefined ? mark : marked({ type: "uri", value: look.labels.claim(first) }, look.names, mark);
}

/** A drawing with a sentence that says what it shows. */
export function drawing(width, height, label, ...children) {
  return svg("svg", { viewBox: `0 0 ${width} ${height}`, width, height, role: "group", "aria-label": label }, ...children);
}
