/** The picture as the page holds it: everything is looked up in Maps, so no name from outside can hit a prototype. */

const picture = JSON.parse(byId("picture").textContent);
const { nodes, edges, columns } = picture;
const claims = new Map(picture.claims.map((claim) => [claim.key, claim]));
const findingsByClaim = new Map();
for (const finding of picture.findings) {
  for (const key of finding.claims) findingsByClaim.set(key, [...(findingsByClaim.get(key) ?? []), finding]);
}
const sources = new Map(picture.documents.map((source) => [source.key, source]));
const datasets = picture.datasets ?? [];
const rowsByEdge = new Map((picture.rows ?? []).map((rows) => [rows.edge, rows]));
const nodeByIri = new Map(nodes.map((node) => [node.iri, node]));
const edgeByIri = new Map(edges.map((edge) => [edge.iri, edge]));
const columnByNumber = new Map(columns.map((column) => [column.number, column]));
const DONORS = 0;
const COMMITTEES = 1;
const CANDIDATES = 2;
const COUNTIES = 3;
const OUTCOMES = 4;

for (const node of nodes) Object.assign(node, { incoming: [], outgoing: [] });
for (const edge of edges) {
  edge.start = nodes[edge.from];
  edge.end = nodes[edge.to];
  edge.start.outgoing.push(edge);
  edge.end.incoming.push(edge);
  edge.size = edge.amount?.size ? Number(edge.amount.size) : null;
  edge.grouped = edge.start.grouped || edge.end.grouped;
  edge.rows = rowsByEdge.get(edge.iri) ?? null;
  edge.firmness = edge.rows?.firmly ?? firmnessOf(edge);
  edge.sources = new Set(edge.rows ? [edge.rows.dataset] : edge.claims.map((key) => claims.get(key)?.document));
  edge.findings = findingsOn(edge.claims);
}
const drawnKeys = new Set([...nodes, ...edges].flatMap((mark) => mark.claims));
/** The claims behind the marks; those of findings may be others. */
const drawnClaims = picture.claims.filter((claim) => drawnKeys.has(claim.key));
spreadParallels();

/** How firmly an edge is said: its hedges, else "asserted" where a claim asserts it, else what its claims are. */
function firmnessOf(edge) {
  const said = edge.claims.flatMap((key) => claims.get(key)?.modality ?? []);
  if (edge.hedges.length > 0) return edge.hedges.join(", ");
  return said.includes("asserted") || said.length === 0 ? "asserted" : [...new Set(said)].join(", ");
}

/** The findings about any of some claims, in the order of the picture: the gravest first. */
function findingsOn(keys) {
  const found = new Set(keys.flatMap((key) => findingsByClaim.get(key) ?? []));
  return picture.findings.filter((finding) => found.has(finding));
}

/** Numbers the edges between the same two nodes, whichever way they point. */
function spreadParallels() {
  const bundles = new Map();
  for (const edge of edges) {
    const key = [edge.from, edge.to].sort((a, b) => a - b).join("-");
    if (!bundles.has(key)) bundles.set(key, []);
    bundles.get(key).push(edge);
  }
  for (const bundle of bundles.values()) {
    bundle.forEach((edge, place) => Object.assign(edge, { strand: place - (bundle.length - 1) / 2 }));
  }
}

/** Families the page knows, in the order of the legend. Anything else is drawn and listed as "other". */
const FAMILIES = new Map([
  ["money", { title: "Money", note: "gifts, transfers, spending" }],
  ["support", { title: "Support", note: "backing and spending for" }],
  ["opposition", { title: "Opposition", note: "spending and campaigning against" }],
  ["tie", { title: "Ties", note: "membership, control, links" }],
  ["candidacy", { title: "Candidacies", note: "who ran, with the result" }],
  ["outcome", { title: "Decided where", note: "the place of a contest" }],
  ["other", { title: "Other", note: "" }],
]);

/** @returns {string} the family of an edge, "other" when the page does not know it */
const familyOf = (edge) => (FAMILIES.has(edge.family) ? edge.family : "other");

/** What the result of a candidacy looks like: a stroke and an end mark, so that colour is not needed. */
const RESULTS = new Map([
  ["won", { title: "won", dash: [], end: "disc", width: 2.2 }],
  ["led", { title: "led a count", dash: [], end: "half", width: 1.6 }],
  ["runoff", { title: "run-off", dash: [9, 4], end: "diamond", width: 1.7 }],
  ["lost", { title: "lost", dash: [1.5, 3.5], end: "ring", width: 1.5 }],
  ["recalled", { title: "recalled", dash: [8, 3, 1.5, 3], end: "cross", width: 1.9 }],
  ["open", { title: "result not stated", dash: [], end: "arrow", width: 1.1 }],
]);

/** How the result of an edge is drawn; undefined for edges without one. */
function resultStyle(edge) {
  if (edge.family === "candidacy") return RESULTS.get(edge.result) ?? RESULTS.get("open");
  return edge.family === "outcome" && edge.result !== "open" ? RESULTS.get(edge.result) : undefined;
}

/** A sentence for an edge, for example "A gave to B". */
const sentence = (edge) => `${edge.start.label} ${edge.label} ${edge.end.label}`;

const compact = new Intl.NumberFormat("en-US", {
  style: "currency",
  currency: "USD",
  notation: "compact",
  maximumSignificantDigits: 3,
});

/** Dollars in short, for axes and keys only: "$400k", "$1.5M". */
const dollars = { format: (figure) => compact.format(figure).replace("K", "k") };

/** How much stands behind an edge: its claims, or its rows. */
const evidenceCount = (edge) =>
  edge.rows ? counted(edge.rows.count, "row") : counted(edge.claims.length, "claim");

/** The relation of an edge, with the result of a candidacy or contest where the relation does not say it. */
function relationText(edge) {
  const title = RESULTS.get(edge.result)?.title ?? edge.result;
  const said = edge.result === "" || [title, edge.result].some((result) => edge.label.includes(result));
  const decided = edge.family === "candidacy" || (edge.family === "outcome" && edge.result !== "open");
  return said || !decided ? edge.label : `${edge.label}: ${title}`;
}
