/** Why a query takes long: the plan of the server, and what it advises. */

import { byId, el } from "./dom.js";
import { planOf } from "./endpoint.js";

/** Shows the plan of a query in its place; raises QueryFault for a query that is none. */
export async function showPlan(query) {
  const { text, advice } = await planOf(query);
  const place = byId("plan");
  const close = el("button", { type: "button", onclick: () => hidePlan() }, "Close");
  const advised = advice.length === 0 ? [el("p", {}, "Nothing to advise: no pattern meets more than the next one needs.")] : [el("ul", {}, ...advice.map((one) => el("li", {}, one)))];
  place.replaceChildren(el("header", {}, el("h2", { id: "plan-title" }, "How it is answered"), close), ...advised, el("pre", { tabindex: 0 }, text));
  place.hidden = false;
  place.focus();
}

/** Puts the plan away. */
export function hidePlan() {
  byId("plan").hidden = true;
}
