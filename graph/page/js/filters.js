/** Which marks are shown: everything not filtered away. */

const filters = { off: new Set(), least: 0 };

/** Names of the filters an edge or node falls under; they also stand in the address of the page. */
const relationKey = (edge) => `relation/${familyOf(edge)}/${edge.relation}/${edge.result}`;
const firmnessKey = (edge) => (edge.hedges.length > 0 ? "firmness/hedged" : "firmness/asserted");
const kindKey = (node) => `kind/${node.column}/${node.kind}`;
const sourceKey = (key) => `source/${key}`;

/** Amounts the slider can be set to: nothing, then every amount in the picture. */
const amountStops = [0, ...new Set(edges.map((edge) => edge.size).filter((size) => size > 0))].sort((a, b) => a - b);

function passes(edge) {
  const keys = [relationKey(edge), firmnessKey(edge), kindKey(edge.start), kindKey(edge.end)];
  return (
    keys.every((key) => !filters.off.has(key)) &&
    [...edge.sources].some((key) => !filters.off.has(sourceKey(key))) &&
    (edge.size === null || edge.size >= filters.least)
  );
}

/** Works out anew what is shown. A node all of whose lines are filtered away goes with them. */
function applyFilters() {
  for (const edge of edges) edge.shown = passes(edge);
  for (const node of nodes) {
    const lines = [...node.incoming, ...node.outgoing];
    node.shown = !filters.off.has(kindKey(node)) && (lines.length === 0 || lines.some((edge) => edge.shown));
  }
}

const isFiltered = () => filters.off.size > 0 || filters.least > 0;
const shownEdges = () => edges.filter((edge) => edge.shown);
const shownNodes = () => nodes.filter((node) => node.shown);

/** The claims behind what is shown. */
function shownClaims() {
  const keys = new Set([...shownEdges(), ...shownNodes()].flatMap((mark) => mark.claims));
  return picture.claims.filter((claim) => keys.has(claim.key));
}

function resetFilters() {
  filters.off.clear();
  filters.least = 0;
}

/** Groups things by a key, in the order in which the keys first come. */
function groupBy(things, keyOf) {
  const groups = new Map();
  for (const thing of things) {
    const key = keyOf(thing);
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(thing);
  }
  return groups;
}
