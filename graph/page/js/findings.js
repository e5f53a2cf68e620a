/** Findings: what general rules say of the claims behind a mark. */

/** Doubts that a reader of the picture should see on the line itself; the others stand in the panel. */
const MARKED_DOUBTS = new Set(["possible-double-count", "tension", "ambiguity"]);

/**
 * "alarm" for a line with a claim that cannot be so, "doubt" for one that asks for care, "" for the rest. What is
 * said of a candidacy is marked there, and not again where it was decided.
 */
function cautionOf(edge) {
  if (edge.family === "outcome") return "";
  if (edge.findings.some((finding) => finding.gravity === "alarm")) return "alarm";
  return edge.findings.some((finding) => MARKED_DOUBTS.has(finding.kind)) ? "doubt" : "";
}

/** Findings as a part of the panel: alarms and doubts as cards, what fits folded away. */
function findingsPart(list) {
  if (list.length === 0) return null;
  const open = list.filter((finding) => finding.gravity !== "agreement");
  const fits = list.filter((finding) => finding.gravity === "agreement");
  return el(
    "section",
    { class: "findings" },
    el("h3", {}, `Findings (${list.length})`),
    ...open.map(findingCard),
    fits.length === 0
      ? null
      : el("details", {}, el("summary", {}, fits.length === 1 ? "1 check that fits" : `${fits.length} checks that fit`), ...fits.map(findingCard)),
  );
}

function findingCard(finding) {
  return el(
    "article",
    { class: `card finding ${finding.gravity}` },
    el("p", { class: "chips" }, el("span", { class: `chip ${finding.gravity}` }, finding.kind_label)),
    el("p", { class: "gloss" }, finding.says),
    finding.computation === "" ? null : el("p", { class: "computation" }, finding.computation),
    el(
      "dl",
      { class: "facts" },
      ...factRows([
        ["Record", finding.verdict],
        ["Rests on", finding.premises.join(", ")],
        ["In the graph", finding.handling],
        ["Rule", `${finding.rule} ${finding.rule_title}, confidence ${finding.confidence}`],
      ]),
    ),
    claimsOf(finding),
  );
}

/** The claims of a finding, folded, and shown in full when they are opened. */
function claimsOf(finding) {
  const body = el("div", { class: "inside" });
  const item = el(
    "details",
    { on: { toggle: () => item.open && body.childElementCount === 0 && fill(body, ...claimCards(finding.claims)) } },
    el("summary", {}, `Its claims: ${finding.claims.join(", ")}`),
    body,
  );
  return item;
}
