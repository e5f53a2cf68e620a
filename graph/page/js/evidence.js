/** Claims as cards: what is said, by whom, where exactly, how firmly. */

const HEDGES =
  /report|alleg|tentativ|unofficial|condition|implicat|forecast|opinion|critic|denial|poll|headline|rebut|hedge/i;

/** All of a list of claim keys as cards; a key without a claim is named, not passed over. */
function claimCards(keys) {
  return keys.map((key) =>
    claims.has(key) ? claimCard(claims.get(key)) : el("p", { class: "card" }, `Claim ${key} is not in this picture.`),
  );
}

function claimCard(claim) {
  return el(
    "article",
    { class: claim.positive ? "card" : "card denies" },
    el("p", { class: "gloss" }, claim.positive ? null : el("strong", { class: "denial" }, "Denial: "), claim.gloss),
    claim.quotation ? quotationBlock(claim) : anchorBlock(claim),
    chips(claim),
    el("p", { class: "chain" }, ...chain(claim.attribution)),
    el(
      "dl",
      { class: "facts" },
      ...factRows([
        [claim.positive ? "Says" : "Denies", `${claim.subject} · ${claim.predicate} · ${claim.object}`],
        ["Figure", claim.quantity],
        ...claim.qualifiers,
        ["Note", claim.note],
      ]),
    ),
    el("div", { class: "where" }, el("span", { class: "quiet" }, placeOf(claim)), copyButton(claim)),
  );
}

/** The words of the source in their surroundings, with the anchor set off. */
function quotationBlock({ quotation, anchor }) {
  const at = quotation.text.indexOf(anchor);
  const words =
    anchor === "" || at < 0
      ? [el("mark", {}, quotation.text)]
      : [quotation.text.slice(0, at), el("mark", {}, anchor), quotation.text.slice(at + anchor.length)];
  return el(
    "blockquote",
    {},
    el("span", { class: "quiet" }, quotation.before),
    el("span", {}, ...words),
    el("span", { class: "quiet" }, quotation.after),
  );
}

const anchorBlock = (claim) =>
  claim.anchor === "" ? null : el("p", { class: "anchor" }, "“", el("q", {}, claim.anchor), "”");

function chips(claim) {
  return el(
    "p",
    { class: "chips" },
    ...claim.modality.map((modality) => el("span", { class: HEDGES.test(modality) ? "chip hedge" : "chip" }, modality)),
  );
}

/** document › outlet › speaker */
function chain(attribution) {
  const parts = attribution.flatMap((who) => [" › ", who]).slice(1);
  return parts.length > 0 ? [el("span", { class: "quiet" }, "Said by "), ...parts] : [];
}

function factRows(pairs) {
  return pairs.filter(([, text]) => text !== "").flatMap(([name, text]) => [el("dt", {}, name), el("dd", {}, text)]);
}

/** Document, paragraph and span of a claim, with the title of the document. */
function placeOf(claim) {
  const source = sources.get(claim.document);
  const where = `Document ${claim.document}, paragraph ${claim.paragraph}, characters ${claim.start}–${claim.end}`;
  return source ? `${where}: ${source.title}` : where;
}

function citation(claim) {
  const source = sources.get(claim.document);
  const anchor = claim.anchor === "" ? "" : ` “${claim.anchor}”`;
  const digest = source ? `, SHA-256 ${source.digest}` : "";
  const issued = source ? `. ${source.publisher}, ${source.date}` : "";
  return `${placeOf(claim)}${issued}.${anchor} (claim ${claim.key}, ${claim.iri}${digest})`;
}

function copyButton(claim) {
  const button = el(
    "button",
    {
      type: "button",
      class: "small",
      "aria-label": `Copy citation of claim ${claim.key}`,
      on: { click: () => copy(citation(claim), button) },
    },
    "Copy citation",
  );
  return button;
}

/** Copies text; where the browser forbids that, shows the text selected, ready to be copied by hand. */
async function copy(text, button) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    if (!copyByHand(text, button)) return;
  }
  button.textContent = "Copied";
  announce("Citation copied");
}

function copyByHand(text, button) {
  const field = el("textarea", { class: "citation", rows: 4, readonly: true, "aria-label": "Citation" });
  field.value = text;
  button.after(field);
  field.select();
  const copied = document.execCommand("copy");
  if (copied) field.remove();
  return copied;
}

/** An amount drawn on a line from zero: a dot is a closed end, a ring an open one, a fading line has no end. */
function intervalBar(amount) {
  const [low, high, about] = ["low", "high", "about"].map((end) => (amount[end] === null ? null : Number(amount[end])));
  const largest = Math.max(low ?? 0, high ?? 0, about ?? 0);
  if (largest <= 0) return null;
  const right = high !== null && about === null ? largest * 1.15 : largest * 1.6;
  const x = (figure) => 8 + (figure / right) * 264;
  const parts = [svg("line", { x1: 8, x2: 272, y1: 14, y2: 14, class: "axis" }), ...ticks(x, [0, low, high, about])];
  if (about !== null)
    parts.push(
      svg("path", {
        d: `M${x(about) - 14} 14 Q${x(about)} 2 ${x(about) + 14} 14 Q${x(about)} 26 ${x(about) - 14} 14`,
        class: "about",
      }),
    );
  else parts.push(...stretch(x, low, high), ...boundDots(x, amount, low, high));
  return svg("svg", { viewBox: "0 0 280 40", class: "interval", role: "img", "aria-label": amount.words }, ...parts);
}

function stretch(x, low, high) {
  const from = low === null ? 8 : x(low);
  const to = high === null ? 272 : x(high);
  const line = svg("line", {
    x1: from,
    x2: to,
    y1: 14,
    y2: 14,
    class: low === null || high === null ? "reach" : "reach sure",
  });
  return high === null ? [line, svg("path", { d: "M272 9 L279 14 L272 19 Z", class: "reach-tip" })] : [line];
}

function boundDots(x, amount, low, high) {
  const dots = [
    [low, amount.low_open],
    [high, amount.high_open],
  ].filter(([figure]) => figure !== null);
  return dots.map(([figure, open]) =>
    svg("circle", { cx: x(figure), cy: 14, r: 5, class: open ? "bound open" : "bound" }),
  );
}

function ticks(x, figures) {
  return [...new Set(figures.filter((figure) => figure !== null))].map((figure) =>
    svg("text", { x: x(figure), y: 36, class: figure === 0 ? "tick first" : "tick" }, dollars.format(figure)),
  );
}
