/** RDF terms as SPARQL's JSON has them: their text for people, their numbers and days, where they lead to. */

const NUMBERS = /#(?:integer|decimal|double|float|int|long|short|byte|(?:non)?(?:Negative|Positive)Integer|unsigned\w+|nonNegativeInteger|positiveInteger)$/;
const DAYS = /#(?:date|dateTime|gYear|gYearMonth)$/;
const WRITTEN_DAY = /^\d{4}(?:-\d\d(?:-\d\d)?)?$/;

/** How IRIs are shortened and which of them have a page here. */
export class Names {
  #prefixes;
  #labels = new Map();

  #evidence;

  constructor(prefixes, base, evidence) {
    this.#evidence = new Set(evidence);
    this.base = base;
    this.vocabulary = prefixes.mt;
    this.#prefixes = Object.entries(prefixes).sort((one, other) => other[1].length - one[1].length);
  }

  /** An IRI with its prefix; things of this graph without one. */
  short(iri) {
    if (iri.startsWith(this.base)) return iri.slice(this.base.length);
    const known = this.#prefixes.find(([, space]) => iri.startsWith(space));
    return known === undefined ? iri : `${known[0]}:${iri.slice(known[1].length)}`;
  }

  /** The full IRI of a short one such as `mt:Claim`; undefined when the prefix is not known. */
  full(name) {
    const [prefix, ...rest] = name.split(":");
    const known = this.#prefixes.find(([one]) => one === prefix);
    return known && known[1] + rest.join(":");
  }

  remember(iri, label) {
    this.#labels.set(iri, label);
  }

  /** Whether the label of an IRI has been looked up, found or not. */
  knows(iri) {
    return this.#labels.has(iri);
  }

  label(iri) {
    return this.#labels.get(iri) ?? "";
  }

  /** The text of a term for people. */
  text(term) {
    if (term === undefined) return "";
    if (term.type === "uri") return this.label(term.value) || this.short(term.value);
    if (term.type === "triple") return "« triple »";
    return term.type === "bnode" ? `_:${term.value}` : term.value;
  }

  /** Where a term leads: a page of this site, another site, or nowhere (""). */
  address(term) {
    if (term?.type !== "uri") return "";
    if (term.value.startsWith(this.base)) return `id/${term.value.slice(this.base.length)}`;
    return /^https?:\/\//.test(term.value) && !this.isWord(term) ? term.value : "";
  }

  /** Whether a term is a word of the vocabulary, which has a name and leads nowhere. */
  isWord(term) {
    return term.value.startsWith(this.vocabulary);
  }

  /** Whether an IRI is that of a claim, an event, an edge or a row of a dataset, which figures rest on. */
  isEvidence(iri) {
    return iri.startsWith(this.base) && this.#evidence.has(iri.slice(this.base.length).split("/")[0]);
  }

  isOurs(term) {
    return term?.type === "uri" && term.value.startsWith(this.base);
  }
}

/** The number a term is; NaN for what is none. */
export function numberOf(term) {
  return term?.type === "literal" && NUMBERS.test(term.datatype ?? "") ? Number(term.value) : Number.NaN;
}

/** The moment a term names, as milliseconds; NaN for what is no day, month or year. */
export function dayOf(term) {
  if (term?.type !== "literal") return Number.NaN;
  const written = DAYS.test(term.datatype ?? "") || WRITTEN_DAY.test(term.value);
  return written && !NUMBERS.test(term.datatype ?? "") ? Date.parse(term.value.slice(0, 10)) : Number.NaN;
}

const GROUPED = new Intl.NumberFormat("en-US", { maximumFractionDigits: 6 });

/** A number as printed for people: grouped, unless it may be a year or is too exact to be shown whole. */
export function grouped(text) {
  const whole = /^-?\d+$/.test(text);
  if (!/^-?\d+(\.\d{1,6})?$/.test(text) || text.length > 15) return text;
  return whole && text.length < 5 ? text : GROUPED.format(Number(text));
}
