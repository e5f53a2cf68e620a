/** The panel when nothing is selected, and the help. */

const LARGEST = 8;
const HOW_TO_READ = [
  "Money and support run from left to right: donors and backers, committees, candidates, counties, outcomes.",
  "A line ends in an arrowhead; a bar instead of an arrowhead means against. Money spent for or against a candidate is never received by that candidate.",
  "A hollow line with a question mark is hedged: no source asserts it outright. “Implicature” means that the text suggests it without saying it.",
  "“Attributed” means that the source has it from someone it names, and does not say it in its own voice.",
  "A candidacy ends in a disc when won, a ring when lost, a cross when recalled, a diamond for a run-off, half a disc for a lead in an unfinished count.",
  "Amounts are intervals: “more than $1.5 million” has a lower end and no upper one.",
  "A line with an exclamation mark has a finding: filled where something stated cannot be so, else where the sources ask for care. Findings are made by general rules, and change no claim.",
  "A line shows that a source says so. Select it to read who, where and how firmly.",
];
const KEYS = [
  ["/", "search"],
  ["Esc", "close or clear the selection"],
  ["Arrow keys", "move between marks, once the network has the focus"],
  ["+ − 0", "zoom in, zoom out, fit"],
  ["Tab", "reach everything else; the table lists every line"],
];

function overview() {
  const origins = new Set(picture.documents.map((source) => source.origin));
  const rows = columns.map(({ number, title }) => [title, nodes.filter((node) => node.column === number)]);
  const part = (shown, all) => (shown === all ? "" : `${shown} of `) + all.toLocaleString("en-US");
  const count = (list) => part(list.filter((mark) => mark.shown).length, list.length);
  return [
    el(
      "header",
      { class: "panel-head" },
      el("h2", {}, "Overview"),
      el(
        "p",
        { class: "quiet" },
        "Who gave to whom, who spent for or against whom, and how it was decided, as the sources say it. Every line opens its evidence.",
      ),
    ),
    el(
      "dl",
      { class: "figures" },
      ...[...rows, ["Relationships", edges]].flatMap(([name, list]) => [el("dt", {}, name), el("dd", {}, count(list))]),
      el("dt", {}, "Claims"),
      el("dd", {}, part(shownClaims().length, drawnClaims.length)),
      el("dt", {}, "Documents"),
      el("dd", {}, String(picture.documents.length)),
      ...(datasets.length > 0 ? [el("dt", {}, "Datasets"), el("dd", {}, String(datasets.length))] : []),
      el("dt", {}, "Independent origins"),
      el("dd", {}, String(origins.size)),
    ),
    gravest(),
    largestSums(),
    el(
      "section",
      {},
      el("h3", {}, "Sources"),
      el("p", { class: "quiet" }, "Documents of one origin are one witness."),
      ...picture.documents.map(sourceItem),
      ...datasets.map(datasetItem),
    ),
    el(
      "section",
      {},
      el("h3", {}, "How to read"),
      el("ul", { class: "how" }, ...HOW_TO_READ.map((line) => el("li", {}, line))),
    ),
  ];
}

/** What the sources say that cannot all be so, and how many lesser findings there are. */
function gravest() {
  const alarms = picture.findings.filter((finding) => finding.gravity === "alarm");
  const others = picture.findings.length - alarms.length;
  if (picture.findings.length === 0) return null;
  return el(
    "section",
    { class: "findings" },
    el("h3", {}, `Where sources clash (${alarms.length})`),
    ...alarms.map(findingCard),
    el("p", { class: "quiet" }, `${counted(others, "other finding")} with the lines and names they concern.`),
  );
}

/** The largest sums, one by one; they are not added up. */
function largestSums() {
  const sums = shownEdges()
    .filter((edge) => edge.size !== null)
    .sort((a, b) => b.size - a.size)
    .slice(0, LARGEST);
  if (sums.length === 0) return null;
  return el(
    "section",
    {},
    el("h3", {}, "Largest sums"),
    ...sums.map((edge) =>
      el(
        "button",
        { type: "button", class: "sum-row", on: { click: () => select(edge) } },
        el("span", { class: `swatch ${familyOf(edge)}` }),
        el("span", { class: "who" }, sentence(edge), el("small", {}, sumNote(edge))),
      ),
    ),
    el("p", { class: "warning" }, MONEY_WARNING),
  );
}

/** What there is to say of a sum besides who and whom: how firmly, since when, and what it is part of. */
const sumNote = (edge) => [edge.amount.words, ...edge.hedges, edge.detail].filter((part) => part !== "").join(" · ");

function sourceItem(source) {
  const said = drawnClaims.filter((claim) => claim.document === source.key).length;
  return foldedFacts(source, `${source.date} · origin ${source.origin} · ${counted(said, "claim")}`, [
    ["Publisher", source.publisher],
    ["Date", source.date],
    ["Origin", source.origin],
    ["SHA-256", source.digest],
    ["Id", source.iri],
  ]);
}

/** A dataset, with what of it is drawn. */
function datasetItem(dataset) {
  const drawn = edges.filter((edge) => edge.rows?.dataset === dataset.key).length;
  return foldedFacts(dataset, `dataset · ${counted(drawn, "relationship")} drawn`, [
    ["Publisher", dataset.publisher],
    ["Licence", dataset.licence],
    ["Id", dataset.iri],
  ]);
}

/** A source by key and title, with a note; its facts fold out. */
function foldedFacts({ key, title }, note, facts) {
  return el(
    "details",
    { class: "edge" },
    el("summary", {}, el("span", { class: "who" }, `${key} ${title}`, el("small", {}, note))),
    el("div", { class: "inside" }, el("dl", { class: "facts" }, ...factRows(facts))),
  );
}

function buildHelp() {
  fill(
    byId("help-text"),
    el("h2", { id: "help-title" }, "How to read and use this page"),
    el("ul", { class: "how" }, ...HOW_TO_READ.map((line) => el("li", {}, line))),
    el("h3", {}, "Keys"),
    el("dl", { class: "facts" }, ...factRows(KEYS)),
    el(
      "p",
      { class: "quiet" },
      "Selection and filters stand in the address: copy it to share this view. The page is one file and works without a network.",
    ),
    el("button", { type: "button", on: { click: () => byId("help-text").close() } }, "Close"),
  );
}
