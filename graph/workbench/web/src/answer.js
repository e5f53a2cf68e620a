/** An answer as rows of terms, whatever it came as, and what its columns hold. */

import { dayOf, numberOf } from "./terms.js";

const LINE = /^(\S+)\s+(\S+)\s+(.+?)\s*\.\s*$/;
const LITERAL = /^"((?:[^"\\]|\\.)*)"(?:@([\w-]+)|\^\^<([^>]*)>)?$/;
const ESCAPES = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };
const SAMPLE = 500;
const CLAIM = /\bC\d{3}-\d{3}\b/g;
const EVIDENCE = /^(?:claim|claims|.*_claim|row)$/;

/** Reads an answer of the server: `columns`, `rows` of terms, `kind` ("rows" or "triples"), and `truth` of an ASK. */
export async function readAnswer(response) {
  const text = await response.text();
  if (!(response.headers.get("content-type") ?? "").includes("json")) return fromTriples(text);
  const said = JSON.parse(text);
  if ("boolean" in said) {
    const term = { type: "literal", value: String(said.boolean) };
    return { kind: "rows", columns: ["answer"], rows: [[term]], truth: said.boolean };
  }
  const columns = said.head.vars;
  return { kind: "rows", columns, rows: said.results.bindings.map((row) => columns.map((name) => row[name])) };
}

function fromTriples(text) {
  const lines = text.split("\n").map((line) => LINE.exec(line)).filter((line) => line !== null);
  return {
    kind: "triples",
    columns: ["subject", "predicate", "object"],
    rows: lines.map(([, ...parts]) => parts.map(fromNTriples)),
  };
}

function fromNTriples(text) {
  if (text.startsWith("<")) return { type: "uri", value: unescaped(text.slice(1, -1)) };
  if (text.startsWith("_:")) return { type: "bnode", value: text.slice(2) };
  const [, value, language, datatype] = LITERAL.exec(text) ?? [null, text];
  return { type: "literal", value: unescaped(value), datatype, "xml:lang": language };
}

function unescaped(text) {
  return text.replace(/\\(?:u([\dA-Fa-f]{4})|U([\dA-Fa-f]{8})|(.))/g, (_, short, long, one) =>
    one === undefined ? String.fromCodePoint(Number.parseInt(short ?? long, 16)) : (ESCAPES[one] ?? one),
  );
}

/** What each column holds: "number", "day", "thing" or "text", from its first values. */
export function kindsOf(answer) {
  return answer.columns.map((_, place) => {
    const terms = answer.rows.slice(0, SAMPLE).map((row) => row[place]).filter((term) => term !== undefined);
    const all = (test) => terms.length > 0 && terms.every(test);
    if (all((term) => !Number.isNaN(numberOf(term)))) return "number";
    if (all((term) => !Number.isNaN(dayOf(term)))) return "day";
    return all((term) => term.type === "uri") ? "thing" : "text";
  });
}

/** What a row of an answer rests on: IRIs of claims, events, edges and rows, and the numbers of claims to look up. */
export function evidenceOf({ answer, names }, row) {
  return answer.columns.flatMap((name, place) => {
    const term = row[place];
    if (term === undefined) return [];
    if (term.type === "uri") return EVIDENCE.test(name) || names.isEvidence(term.value) ? [term.value] : [];
    return term.value.match(CLAIM) ?? [];
  });
}
