/** Names of things and addresses of claims, looked up for what is on the screen and kept. */

import { rowsOf } from "./endpoint.js";

const MOST = 400;
const WAIT = 60;
const CLAIM = /^C\d{3}-\d{3}$/;

/** Looks names up for IRIs and IRIs up for the numbers of claims; `found` is called when some came. */
export class Labels {
  #names;
  #claims = new Map();
  #wanted = new Set();
  #timer = 0;

  constructor(names, found) {
    this.#names = names;
    this.found = found;
  }

  /** Ask for what is not known yet; what is asked for within a moment goes in one query. */
  want(keys) {
    for (const key of keys) if (!this.#known(key)) this.#wanted.add(key);
    if (this.#wanted.size > 0 && this.#timer === 0) this.#timer = setTimeout(() => this.#look(), WAIT);
  }

  /** The IRI of a claim by its number, or of an IRI itself; "" while it is not known. */
  claim(key) {
    return CLAIM.test(key) ? (this.#claims.get(key) ?? "") : key;
  }

  #known(key) {
    return CLAIM.test(key) ? this.#claims.has(key) : this.#names.knows(key);
  }

  async #look() {
    const keys = [...this.#wanted].slice(0, MOST);
    for (const key of keys) this.#wanted.delete(key);
    const numbers = keys.filter((key) => CLAIM.test(key));
    const iris = keys.filter((key) => !CLAIM.test(key) && !/[<>"{}|\\^`\s]/.test(key));
    for (const key of keys) if (CLAIM.test(key)) this.#claims.set(key, ""); else this.#names.remember(key, "");
    try {
      await Promise.all([this.#nameThings(iris), this.#placeClaims(numbers)]);
    } finally {
      this.#timer = 0;
      this.found();
      this.want([]);
    }
  }

  async #nameThings(iris) {
    if (iris.length === 0) return;
    const values = iris.map((iri) => `<${iri}>`).join(" ");
    const found = await rowsOf(
      `SELECT ?thing (MIN(?said) AS ?label) { VALUES ?thing { ${values} } ?thing rdfs:label ?said } GROUP BY ?thing`,
    ).catch(() => []);
    for (const row of found) if (row.label) this.#names.remember(row.thing.value, row.label.value);
  }

  async #placeClaims(numbers) {
    if (numbers.length === 0) return;
    const values = numbers.map((number) => `"${number}"`).join(" ");
    const found = await rowsOf(
      `SELECT ?number ?claim { VALUES ?number { ${values} } ?claim dcterms:identifier ?number ; a mt:Claim }`,
    ).catch(() => []);
    for (const row of found) this.#claims.set(row.number.value, row.claim.value);
  }
}
