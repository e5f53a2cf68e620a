/** What charts share: numbers on axes, sizes of a drawing, and marks that lead somewhere. */

import { grouped, numberOf } from "./terms.js";
import { svg } from "./dom.js";

const SHORT = new Intl.NumberFormat("en-US", { notation: "compact", maximumFractionDigits: 1 });
const LONGEST = 34;

/** A number on an axis. */
export const tick = (value) => (Math.abs(value) < 10000 ? grouped(String(value)) : SHORT.format(value));

/** A text cut to fit beside a mark. */
export const fitted = (text, most = LONGEST) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

/** The places of columns of some kinds; of all columns when none is of them. */
export function columnsOf(look, ...kinds) {
  const fitting = look.answer.columns.filter((_, place) => kinds.includes(look.kinds[place]));
  return fitting.length > 0 ? fitting : [];
}

/** A text of a drawing, as a link when its term leads somewhere. */
export function marked(term, names, text) {
  const address = names.address(term);
  return address === "" ? text : svg("a", { href: address }, text);
}

/** The numbers of a column, NaN where there is none. */
export const numbersOf = (look, column) => look.answer.rows.map((row) => numberOf(row[look.answer.columns.indexOf(column)]));

/** A drawing with a sentence that says what it shows. */
export function drawing(width, height, label, ...children) {
  return svg("svg", { viewBox: `0 0 ${width} ${height}`, width, height, role: "group", "aria-label": label }, ...children);
}
