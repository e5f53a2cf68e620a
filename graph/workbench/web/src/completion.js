/** Completion in the editor: the vocabulary, variables of the query, words of SPARQL, things by name. */

import { snippetCompletion } from "@codemirror/autocomplete";
import { findThings } from "./things.js";

const WORDS =
  "SELECT DISTINCT CONSTRUCT DESCRIBE ASK WHERE FILTER OPTIONAL UNION MINUS VALUES BIND GRAPH LIMIT OFFSET HAVING COUNT SUM AVG MIN MAX SAMPLE GROUP_CONCAT REGEX CONTAINS STRSTARTS LCASE STR YEAR MONTH COALESCE BOUND IF IN DESC ASC AS".split(
    " ",
  );
const PHRASES = [
  snippetCompletion("GROUP BY ?${name}", { label: "GROUP BY", type: "keyword" }),
  snippetCompletion("ORDER BY ?${name}", { label: "ORDER BY", type: "keyword" }),
  snippetCompletion("FILTER NOT EXISTS { ${} }", { label: "FILTER NOT EXISTS", type: "keyword" }),
  snippetCompletion("(COUNT(*) AS ?${number})", { label: "COUNT(*) AS", type: "keyword" }),
];
const TYPES = { class: "class", property: "property", code: "enum" };
const BREAK = 180;
const LIKELY = 20;

/** The sources of completion for a graph. */
export function completions(data, names) {
  const terms = data.terms.map(option);
  const broader = new Map(data.terms.map((term) => [term.name, term.parents]));
  const classes = terms.filter((one) => one.type === "class");
  const spaces = Object.keys(data.prefixes).map((prefix) => ({ label: `${prefix}:`, type: "namespace" }));
  const words = [...PHRASES, ...WORDS.map((label) => ({ label, type: "keyword" })), ...spaces];
  return [
    (context) => variables(context),
    (context) => vocabulary(context, fitting(context, terms, broader), classes, words),
    (context) => things(context, names),
  ];
}

function option(term) {
  const wide = [term.domain, term.range].map((name) => name && `${name}`);
  const ends = term.kind === "property" && wide[0] ? `${wide[0]} → ${wide[1] || "anything"}` : "";
  return {
    label: term.name,
    detail: term.label,
    type: TYPES[term.kind],
    domain: term.domain,
    info: [term.comment, ends].filter(Boolean).join("\n") || undefined,
  };
}

/** The terms, before others those a thing of a class that the query names may have. */
function fitting(context, terms, broader) {
  const named = context.state.doc.toString().match(/\ba\s+mt:\w+/g) ?? [];
  const classes = new Set();
  const add = (name) => {
    if (classes.has(name)) return;
    classes.add(name);
    for (const parent of broader.get(`mt:${name}`) ?? []) add(parent);
  };
  for (const text of named) add(text.split("mt:")[1]);
  return terms.map((term) => (classes.has(term.domain) ? { ...term, boost: LIKELY } : term));
}

function vocabulary(context, terms, classes, words) {
  const word = context.matchBefore(/[\w-]+:[\w-]*|\w*/);
  if (word === null || isInside(context)) return null;
  const before = context.state.sliceDoc(Math.max(0, word.from - 40), word.from);
  if (/[?$<]$/.test(before)) return null;
  const ofKind = /(?:\ba|rdf:type)\s+$/.test(before);
  if (word.from === word.to && !context.explicit && !ofKind) return null;
  const all = ofKind ? classes : word.text.includes(":") ? terms : [...terms, ...words];
  return { from: word.from, options: all, validFor: /^[\w:-]*$/ };
}

function variables(context) {
  const word = context.matchBefore(/[?$]\w*/);
  if (word === null || isInside(context)) return null;
  const used = context.state.doc.toString().match(/[?$]\w+/g) ?? [];
  const options = [...new Set(used)].filter((one) => one !== word.text).map((label) => ({ label, type: "variable" }));
  return { from: word.from, options, validFor: /^[?$]\w*$/ };
}

async function things(context, names) {
  const word = context.matchBefore(/(?:<|\bid:)[^<>"{}|^`\\\n]*/);
  const text = word?.text.replace(/^(?:<|id:)/, "").trim() ?? "";
  if (text.length < 2 || text.includes("://")) return null;
  await new Promise((done) => setTimeout(done, BREAK));
  if (context.aborted) return null;
  const found = await findThings(text).catch(() => []);
  const to = context.state.sliceDoc(context.pos, context.pos + 1) === ">" ? context.pos + 1 : context.pos;
  return {
    from: word.from,
    to,
    filter: false,
    options: found.map((one) => ({
      label: one.label,
      detail: one.kind,
      info: names.short(one.iri),
      type: "text",
      apply: `<${names.short(one.iri)}>`,
    })),
  };
}

/** Whether the cursor stands in a comment or a string. */
function isInside(context) {
  const line = context.state.doc.lineAt(context.pos);
  const before = line.text.slice(0, context.pos - line.from).replace(/<[^>]*>/g, "");
  return /^[^"#]*(?:"[^"]*"[^"#]*)*(?:"[^"]*|#.*)$/.test(before);
}
