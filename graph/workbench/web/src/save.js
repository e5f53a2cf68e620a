/** Downloads: the server is asked once more, for the format wished for. */

import { byId, el } from "./dom.js";
import { ask, FORMATS } from "./endpoint.js";

/** Offers the formats of a kind of answer; `said` is told how it went. */
export function offerFormats(kind, query, said) {
  byId("formats").replaceChildren(...FORMATS[kind].map(([name, media, ending]) =>
    el("button", { type: "button", onclick: () => save(query, name, media, ending, said) }, name, el("small", {}, ` .${ending}`)),
  ));
}

async function save(query, name, media, ending, said) {
  byId("save").open = false;
  said(`Asking for ${name} …`);
  try {
    const answer = await ask(query, undefined, media);
    const address = URL.createObjectURL(await answer.blob());
    el("a", { href: address, download: `moneytrail.${ending}` }).click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
    said(`Saved as moneytrail.${ending}.`);
  } catch (error) {
    said(`Not saved: ${error.message}`);
  }
}
