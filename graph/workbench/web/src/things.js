/** Things of the graph by what their names contain. */

import { rowsOf } from "./endpoint.js";

const MOST = 20;
const ROWS = 100;

/** The things whose name contains a text, those that begin with it first: IRI, label, kind. Of things that only
 * rows of datasets tell of, which may be millions, the first found are taken. */
export async function findThings(text, names, signal) {
  const wanted = JSON.stringify(text.toLowerCase());
  const called = `?thing rdfs:label|skos:altLabel ?said FILTER(CONTAINS(LCASE(STR(?said)), ${wanted}))`;
  const rows = await rowsOf(
    `SELECT ?thing (MIN(?named) AS ?label) (MIN(?kind) AS ?what) {
  { SELECT DISTINCT ?thing { ?thing mt:namedInDocuments ?whether . ${called} } }
  UNION { SELECT DISTINCT ?thing { ?thing a mt:SourceDocument . ${called} } }
  UNION { SELECT DISTINCT ?thing { ?thing mt:dataset ?dataset . ${called} } LIMIT ${ROWS} }
  ?thing rdfs:label ?named .
  OPTIONAL { ?thing a/rdfs:label ?kind }
} GROUP BY ?thing
ORDER BY DESC(STRSTARTS(LCASE(?label), ${wanted})) STRLEN(?label) ?label LIMIT ${MOST}`,
    signal,
  );
  return rows
    .filter((row) => row.thing !== undefined)
    .map((row) => ({ iri: row.thing.value, label: row.label.value, kind: row.what?.value ?? "" }));
}
