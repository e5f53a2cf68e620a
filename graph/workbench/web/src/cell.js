/** One value as people read it: a link where it leads somewhere, a number with its evidence. */

import { evidenceOf } from "./answer.js";
import { el } from "./dom.js";
import { grouped, numberOf } from "./terms.js";

const CLAIM = /(\bC\d{3}-\d{3}\b)/;

/** What a cell shows. `look` has the names, the labels and the answer. */
export function cellContent(term, row, look) {
  if (term === undefined) return [];
  const { names, labels } = look;
  if (term.type === "uri") return [thing(term, names)];
  if (!Number.isNaN(numberOf(term))) return [figure(term, row, look)];
  return term.value.split(CLAIM).map((part) => claim(part, labels, names));
}

/** What has to be looked up before a row can be shown whole. */
export function wantedOf(look, row) {
  const iris = row.filter((term) => term?.type === "uri").map((term) => term.value);
  return [...iris, ...evidenceOf(look, row)];
}

function thing(term, names) {
  const address = names.address(term);
  const text = names.text(term);
  if (address === "") return el("span", { title: names.short(term.value) }, text);
  const outside = names.isOurs(term) ? {} : { rel: "noreferrer noopener", target: "_blank", class: "outside" };
  return el("a", { href: address, title: names.short(term.value), ...outside }, text);
}

function figure(term, row, look) {
  const { names, labels } = look;
  const text = grouped(term.value);
  const rests = evidenceOf(look, row);
  const place = rests.length > 0 ? labels.claim(rests[0]) : "";
  if (place === "") return text;
  const address = names.address({ type: "uri", value: place });
  const said = `Evidence: ${rests.slice(0, 5).map((one) => names.short(one)).join(", ")}`;
  return address === "" ? text : el("a", { href: address, title: said, class: "evidence" }, text);
}

function claim(part, labels, names) {
  const place = CLAIM.test(part) ? labels.claim(part) : "";
  return place === "" ? part : el("a", { href: names.address({ type: "uri", value: place }) }, part);
}
