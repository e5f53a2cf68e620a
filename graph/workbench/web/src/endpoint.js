/** Queries to the endpoint beside the page, and what it says is wrong with one. */

const ROWS = "application/sparql-results+json";
const TRIPLES = "application/n-triples";
const PROBLEM = "application/problem+json;q=0.1";

/** Formats to download, by what a query finds: name, media type, ending of the file. */
export const FORMATS = {
  rows: [
    ["CSV", "text/csv", "csv"],
    ["TSV", "text/tab-separated-values", "tsv"],
    ["JSON", ROWS, "json"],
    ["XML", "application/sparql-results+xml", "xml"],
  ],
  triples: [
    ["Turtle", "text/turtle", "ttl"],
    ["N-Triples", TRIPLES, "nt"],
    ["TriG", "application/trig", "trig"],
    ["JSON-LD", "application/ld+json", "jsonld"],
    ["N-Quads", "application/n-quads", "nq"],
    ["RDF/XML", "application/rdf+xml", "rdf"],
  ],
};

/** What the server says is wrong; line and column count from 1, and are 0 where it names no place. */
export class QueryFault extends Error {
  constructor(message, line = 0, column = 0) {
    super(message);
    this.line = line;
    this.column = column;
  }
}

/** The answer to a query as the server sends it, in rows or, for CONSTRUCT and DESCRIBE, as N-Triples. */
export function ask(query, signal, accept = `${ROWS}, ${TRIPLES};q=0.9`) {
  return fetch("sparql", {
    method: "POST",
    headers: { "content-type": "application/sparql-query", accept: `${accept}, ${PROBLEM}` },
    body: query,
    signal,
  }).then(refuseFaults);
}

/** The rows of a SELECT, as SPARQL's JSON has them. */
export async function rowsOf(query, signal) {
  const answer = await ask(query, signal, ROWS);
  return (await answer.json()).results.bindings;
}

/** How the server answers a query: `text`, and `advice` in sentences. */
export async function planOf(query) {
  const headers = { "content-type": "application/sparql-query", accept: `application/json, ${PROBLEM}` };
  const answer = await fetch("explain", { method: "POST", headers, body: query }).then(refuseFaults);
  return answer.json();
}

async function refuseFaults(answer) {
  if (answer.ok) return answer;
  const text = await answer.text();
  const said = parsed(text);
  const message = said.detail ?? said.message ?? said.error ?? (text || `the server says ${answer.status}`);
  const place = /(?:^|\s|:)(\d+):(\d+):/.exec(message);
  throw new QueryFault(message, said.line ?? Number(place?.[1] ?? 0), said.column ?? Number(place?.[2] ?? 0));
}

function parsed(text) {
  try {
    const said = JSON.parse(text);
    return said !== null && typeof said === "object" ? said : {};
  } catch {
    return {};
  }
}
