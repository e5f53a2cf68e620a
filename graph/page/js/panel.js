/** The panel on the right: what is selected, and everything the sources say about it. */

function refreshPanel() {
  const panel = byId("panel");
  if (state.selected === null) fill(panel, ...overview());
  else fill(panel, ...(isEdge(state.selected) ? edgePanel(state.selected) : nodePanel(state.selected)));
  panel.scrollTop = 0;
}

const panelHead = (kind, title, ...more) =>
  el(
    "header",
    { class: "panel-head" },
    el("span", { class: "chip kind" }, kind),
    el(
      "button",
      { type: "button", class: "close", "aria-label": "Close details", on: { click: () => select(null) } },
      "×",
    ),
    el("h2", {}, title),
    ...more,
  );

const MONEY_WARNING =
  "Contributions, transfers and spending are different things; they are never added into one total. " +
  "Money that passes through a committee is pooled: a path shows what is possible, not what was earmarked.";

const NOT_COUNTED =
  "Single gifts and spending only: stated totals, and money that another line tells too, are listed below and not added in.";

function nodePanel(node) {
  const shown = (list) => list.filter((edge) => edge.shown);
  const used = new Set([...node.incoming, ...node.outgoing].flatMap((edge) => edge.claims));
  return [
    panelHead(
      node.grouped ? `${node.kind} (group)` : node.kind,
      node.label,
      node.subtitle === "" ? null : el("p", { class: "quiet" }, node.subtitle),
    ),
    moneyPart(node),
    el("dl", { class: "facts" }, ...factRows(node.facts)),
    edgeList("Incoming", shown(node.incoming), node.incoming.length, "←"),
    edgeList("Outgoing", shown(node.outgoing), node.outgoing.length, "→"),
    findingsPart(findingsOn([...new Set([...node.claims, ...used])])),
    otherClaims(node.claims.filter((key) => !used.has(key))),
  ];
}

function moneyPart(node) {
  if (node.money_in === null && node.money_out === null) return null;
  const lines = [...node.incoming, ...node.outgoing];
  const row = (name, amount) =>
    amount === null
      ? null
      : el("div", { class: "sum" }, el("span", {}, name), el("strong", {}, amount.words), intervalBar(amount));
  return el(
    "section",
    { class: "sums" },
    row("Money in", node.money_in),
    row("Money out", node.money_out),
    lines.some((edge) => edge.family === "money" && !edge.counted) ? el("p", { class: "warning" }, NOT_COUNTED) : null,
    el("p", { class: "warning" }, MONEY_WARNING),
  );
}

function edgeList(title, list, total, arrow) {
  if (total === 0) return null;
  const hidden = total - list.length;
  const largest = Math.max(0, ...list.map((edge) => edge.size ?? 0));
  return el(
    "section",
    {},
    el("h3", {}, `${title} (${list.length})`),
    ...list
      .slice()
      .sort((a, b) => (b.size ?? -1) - (a.size ?? -1))
      .map((edge) => edgeItem(edge, arrow, largest)),
    hidden > 0 ? el("p", { class: "quiet" }, `${hidden} hidden by filters.`) : null,
  );
}

/** An edge of a node, which opens to its claims. */
function edgeItem(edge, arrow, largest) {
  const other = arrow === "←" ? edge.start : edge.end;
  const bar = svg(
    "svg",
    { class: "bar", viewBox: "0 0 100 3", preserveAspectRatio: "none", "aria-hidden": "true" },
    svg("rect", {
      class: `fill ${familyOf(edge)}`,
      height: 3,
      width: edge.size === null ? 0 : (100 * edge.size) / largest,
    }),
  );
  const body = el("div", { class: "inside" });
  const item = el(
    "details",
    { class: "edge", on: { toggle: () => open() } },
    el(
      "summary",
      {},
      el("span", { class: `swatch ${familyOf(edge)}` }),
      el("span", { class: "who" }, `${arrow} ${other.label}`, el("small", {}, edgeNote(edge))),
      el("strong", { class: "amount" }, edge.amount?.short ?? ""),
      edge.size === null ? null : bar,
    ),
    body,
  );
  function open() {
    if (!item.open || body.childElementCount > 0) return;
    fill(
      body,
      el(
        "p",
        { class: "go" },
        link("Show this line", () => select(edge)),
        link(`Go to ${other.label}`, () => select(other)),
      ),
      ...evidenceCards(edge),
    );
  }
  return item;
}

/** Relation, date, firmness and number of claims in a line. */
function edgeNote(edge) {
  const firmness = edge.firmness === "asserted" ? "" : edge.firmness;
  const parts = [relationText(edge), edge.date, firmness, evidenceCount(edge)];
  return parts.filter((part) => part !== "").join(" · ");
}

function otherClaims(keys) {
  if (keys.length === 0) return null;
  const denials = keys.filter((key) => claims.get(key)?.positive === false).length;
  const body = el("div", { class: "inside" });
  const item = el(
    "details",
    {
      class: "others",
      on: { toggle: () => item.open && body.childElementCount === 0 && fill(body, ...claimCards(keys)) },
    },
    el("summary", {}, `Other claims that name it (${keys.length})${denials > 0 ? `, ${counted(denials, "denial")}` : ""}`),
    body,
  );
  return item;
}

function edgePanel(edge) {
  return [
    panelHead(FAMILIES.get(familyOf(edge)).title, sentence(edge)),
    edge.amount === null
      ? null
      : el(
          "section",
          { class: "sums" },
          el(
            "div",
            { class: "sum" },
            el("span", {}, "Amount"),
            el("strong", {}, edge.amount.words),
            intervalBar(edge.amount),
          ),
        ),
    edge.hedges.length === 0
      ? null
      : el(
          "p",
          { class: "chips" },
          el("span", { class: "quiet" }, "No source asserts this outright: "),
          ...edge.hedges.map((hedge) => el("span", { class: "chip hedge" }, hedge)),
        ),
    el(
      "dl",
      { class: "facts" },
      ...factRows([
        ["Result", edge.result === "" ? "" : (RESULTS.get(edge.result)?.title ?? edge.result)],
        ["Contest", edge.contest === null ? "" : (nodeByIri.get(edge.contest)?.label ?? edge.contest)],
        ["Date", edge.date],
        ["Scope", edge.detail],
        ["How sure", edge.how_sure],
        ["Evidence", evidenceText(edge)],
      ]),
    ),
    el(
      "p",
      { class: "go" },
      link(edge.start.label, () => select(edge.start)),
      link(edge.end.label, () => select(edge.end)),
    ),
    findingsPart(edge.findings),
    el(
      "section",
      {},
      el("h3", {}, edge.rows ? `Rows (${edge.rows.count.toLocaleString("en-US")})` : `Claims (${edge.claims.length})`),
      ...evidenceCards(edge),
    ),
  ];
}
