/** The legend on the left: what the marks mean, how many are shown, and a box to hide them. */

const counters = []; // [element, function giving shown and total], brought up to date after each change
const boxes = new Map(); // check boxes by filter key

function buildLegend() {
  fill(
    byId("legend"),
    el(
      "div",
      { class: "legend-head" },
      el("h2", {}, "Legend and filters"),
      el("button", { type: "button", id: "reset", on: { click: onReset } }, "Reset filters"),
    ),
    legendPart("Who", whoRows()),
    legendPart("Relationships", relationRows()),
    legendPart("How firmly", firmnessRows()),
    amountPart(),
    legendPart("Sources", sourceRows()),
  );
}

const legendPart = (title, rows) => (rows.length === 0 ? null : el("section", {}, el("h3", {}, title), ...rows));

/** A row with a check box that hides one or several filter keys, a sample, a text and a count. */
function legendRow({ keys, sample, text, note = "", things, kind = "row" }) {
  const box = el("input", { type: "checkbox", on: { change: () => onToggle(keys, box.checked) } });
  const count = el("span", { class: "count" });
  counters.push([count, () => things.filter((thing) => thing.shown).length, things.length]);
  keys.forEach((key) => boxes.set(key, [...(boxes.get(key) ?? []), [box, keys]]));
  return el("label", { class: kind, title: note || null }, box, sample, el("span", { class: "name" }, text), count);
}

/** A row with rows of its own below, folded away at first; just the row where there is nothing to tell apart. */
function legendGroup(row, rows) {
  if (rows.length < 2) return row;
  const parts = el("div", { hidden: true }, ...rows);
  const fold = el("button", {
    type: "button",
    class: "fold",
    "aria-expanded": "false",
    "aria-label": `Parts of ${row.querySelector(".name").textContent}`,
    on: {
      click: () => {
        parts.hidden = !parts.hidden;
        fold.setAttribute("aria-expanded", String(!parts.hidden));
      },
    },
  });
  return el("div", { class: "group" }, row, fold, parts);
}

function whoRows() {
  return columns.map((column) => {
    const members = nodes.filter((node) => node.column === column.number);
    const kinds = groupBy(members, (node) => node.kind);
    const rows = [...kinds].map(([kind, things]) =>
      legendRow({
        keys: [kindKey(things[0])],
        sample: nodeSample(things[0]),
        text: kind,
        things,
        kind: "row sub",
      }),
    );
    const keys = [...kinds.values()].map((things) => kindKey(things[0]));
    return legendGroup(legendRow({ keys, sample: nodeSample(members[0]), text: column.title, things: members }), rows);
  });
}

function relationRows() {
  const families = groupBy(edges, familyOf);
  return [...FAMILIES]
    .filter(([family]) => families.has(family))
    .map(([family, { title, note }]) => {
      const relations = groupBy(families.get(family), relationKey);
      const rows = [...relations].map(([key, things]) =>
        legendRow({
          keys: [key],
          sample: edgeSample(things[0]),
          text: relationText(things[0]),
          things,
          kind: "row sub",
        }),
      );
      const whole = legendRow({
        keys: [...relations.keys()],
        sample: edgeSample(typical(families.get(family))),
        text: title,
        note,
        things: families.get(family),
      });
      return legendGroup(whole, rows);
    });
}

/** The edge whose stroke stands for a family: a won candidacy, and no hedged one where there is another. */
const typical = (family) =>
  family.find((edge) => edge.result === "won" && edge.hedges.length === 0) ??
  family.find((edge) => edge.hedges.length === 0) ??
  family[0];

function firmnessRows() {
  return [
    [
      "firmness/asserted",
      rowsByEdge.size > 0 ? "Asserted, attributed, filed or counted" : "Asserted or attributed",
      "At least one claim behind it is asserted by a source, or attributed to someone it names; rows are filed or counted",
      false,
    ],
    [
      "firmness/hedged",
      "Hedged",
      "Every claim behind it is reported, alleged, tentative, unofficial or the like",
      true,
    ],
  ].map(([key, text, note, hedged]) =>
    legendRow({
      keys: [key],
      text,
      note,
      things: edges.filter((edge) => firmnessKey(edge) === key),
      sample: strokeSample("ink", { hedged, end: "arrow" }),
    }),
  );
}

function sourceRows() {
  const dated = (source) => ({ ...source, note: `${source.publisher}, ${source.date}` });
  const filed = (dataset) => ({ ...dataset, note: dataset.publisher });
  return [...picture.documents.map(dated), ...datasets.map(filed)].map((source) =>
    legendRow({
      keys: [sourceKey(source.key)],
      sample: null,
      text: `${source.key} ${source.title}`,
      note: source.note,
      things: edges.filter((edge) => edge.sources.has(source.key)),
      kind: "row source",
    }),
  );
}

/** Slider for the smallest amount shown, and what the width of a line means. */
function amountPart() {
  const slider = el("input", {
    type: "range",
    id: "least",
    min: 0,
    max: amountStops.length - 1,
    value: 0,
    step: 1,
    "aria-label": "Minimum amount",
    on: { input: () => onLeast(amountStops[Number(slider.value)]) },
  });
  return el(
    "section",
    {},
    el("h3", {}, "Minimum amount"),
    slider,
    el("output", { id: "least-text", for: "least" }),
    el("p", { class: "quiet" }, "Relationships without an amount stay."),
    el("h3", {}, "Line width = amount"),
    widthKey(),
  );
}

function widthKey() {
  if (scaledSizes.length === 0) return el("p", { class: "quiet" }, "No amounts in this picture.");
  const key = el("div", { class: "width-key" });
  for (const size of sizesOfKey()) {
    const line = svg("line", { x1: 0, x2: 44, y1: 7, y2: 7, class: "stroke money", "stroke-width": widthOfSize(size) });
    key.append(
      el("span", {}, svg("svg", { width: 44, height: 14, "aria-hidden": "true" }, line), dollars.format(size)),
    );
  }
  const scale = isLogarithmic ? "Logarithmic scale. " : "";
  return el("div", {}, key, el("p", { class: "quiet" }, `${scale}Sums of groups are left out of it.`));
}

/** Three round amounts: small, middling and the largest. */
function sizesOfKey() {
  const middle = isLogarithmic ? Math.sqrt(smallestSize * largestSize) : largestSize / 4;
  const small = isLogarithmic ? smallestSize : largestSize / 50;
  return [...new Set([small, middle, largestSize].map((size) => Number(size.toPrecision(1))))];
}

/** A small picture of a node. */
function nodeSample(node) {
  const shapes = {
    [DONORS]: isPerson(node)
      ? svg("circle", { cx: 9, cy: 9, r: 5 })
      : svg("rect", { x: 4, y: 4, width: 10, height: 10 }),
    [COMMITTEES]: svg("rect", { x: 2, y: 4, width: 14, height: 10, rx: 2.5, class: "hollow" }),
    [CANDIDATES]: svg("rect", { x: 2, y: 4, width: 14, height: 10, rx: 5, class: "hollow" }),
    [COUNTIES]: svg("path", { d: "M9 3 L15 14 L3 14 Z" }),
    [OUTCOMES]: svg("path", { d: "M3 4 H16 V14 H3 Z M3 4 V14" }),
  };
  const names = ["donor", "committee", "candidacy", "county", "flag"];
  return svg(
    "svg",
    { width: 18, height: 18, class: `sample ${names[node.column]}`, "aria-hidden": "true" },
    shapes[node.column],
  );
}

const edgeSample = (edge) =>
  strokeSample(familyOf(edge), {
    dash: dashOf(edge).join(" "),
    end: endOf(edge),
    hedged: false,
    width: Math.min(3, Math.max(1.6, lineWidth(edge))),
  });

/** A small picture of a line, with the same dash and end as on the canvas. */
function strokeSample(family, { dash = "", end, hedged = false, width = 2 }) {
  const line = { x1: 1, x2: end === "none" ? 33 : 25, y1: 9, y2: 9 };
  const parts = [
    svg("line", {
      ...line,
      class: `stroke ${family}`,
      "stroke-width": hedged ? 4 : width,
      "stroke-dasharray": dash || null,
    }),
  ];
  if (hedged) {
    parts.push(svg("line", { ...line, class: "stroke paper", "stroke-width": 1.6 }));
    parts.push(
      svg("circle", { cx: 13, cy: 9, r: 5.5, class: "doubt" }),
      svg("text", { x: 13, y: 12, class: "doubt-text" }, "?"),
    );
  }
  parts.push(endSample(end, family));
  return svg("svg", { width: 36, height: 18, class: "sample", "aria-hidden": "true" }, ...parts);
}

function endSample(end, family) {
  const shapes = {
    arrow: ["path", { d: "M34 9 L25 4.5 V13.5 Z" }],
    bar: ["line", { x1: 28, x2: 28, y1: 2, y2: 16, "stroke-width": 3 }],
    disc: ["circle", { cx: 29, cy: 9, r: 4 }],
    ring: ["circle", { cx: 29, cy: 9, r: 3.3, class: `ring ${family}` }],
    half: ["path", { d: "M29 5 A4 4 0 0 0 29 13 Z M29 5 A4 4 0 0 1 29 13" }],
    diamond: ["path", { d: "M29 4.5 L33.5 9 L29 13.5 L24.5 9 Z" }],
    cross: ["path", { d: "M25.5 5.5 L32.5 12.5 M32.5 5.5 L25.5 12.5", "stroke-width": 2 }],
    none: ["g", {}],
  };
  const [tag, settings] = shapes[end];
  return svg(tag, { class: `end ${family}`, ...settings });
}

/** Brings counts, boxes and slider up to date with the filters. */
function refreshLegend() {
  for (const [element, shown, total] of counters) {
    const now = shown();
    element.textContent = now === total ? String(total) : `${now} / ${total}`;
  }
  for (const rows of boxes.values()) {
    for (const [box, keys] of rows) {
      const off = keys.filter((key) => filters.off.has(key)).length;
      box.checked = off === 0;
      box.indeterminate = off > 0 && off < keys.length;
    }
  }
  const stop = amountStops.findIndex((amount) => amount >= filters.least);
  const text = filters.least > 0 ? `${dollars.format(filters.least)} or more` : "any";
  byId("least").value = String(stop < 0 ? amountStops.length - 1 : stop);
  byId("least").setAttribute("aria-valuetext", text);
  byId("least-text").textContent = text;
  byId("reset").disabled = !isFiltered();
}
