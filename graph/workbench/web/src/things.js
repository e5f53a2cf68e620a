/** Things of the graph by what their names contain. */

import { rowsOf } from "./endpoint.js";

const MOST = 20;

/** The things whose name contains a text, those that begin with it first: IRI, label, kind. */
export async function findThings(text, names, signal) {
  const wanted = JSON.stringify(text.toLowerCase());
  const rows = await rowsOf(
    `SELECT ?thing (MIN(?named) AS ?label) (MIN(?kind) AS ?what) {
  { SELECT DISTINCT ?thing { ?thing rdfs:label|skos:altLabel ?said
      FILTER(CONTAINS(LCASE(STR(?said)), ${wanted})) FILTER(STRSTARTS(STR(?thing), ${JSON.stringify(names.base)}))
      FILTER NOT EXISTS { ?thing a mt:Claim } } LIMIT 200 }
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
