/** Claims as cards: what is said, by whom, where exactly, how firmly. */

import type { ClaimCard, Quotation } from "../document.ts";
import { el, factRows, type Child } from "../dom.ts";
import type { Page } from "../page.ts";
import { joined } from "../words.ts";
import { citation, copyButton, placeOf, sourceLink } from "./citation.ts";

const HEDGES =
  /report|alleg|tentativ|unofficial|condition|implicat|forecast|opinion|critic|denial|poll|headline|rebut|hedge/i;

/** All of a list of claim keys as cards; a key without a claim is named, not passed over. */
export function claimCards(keys: readonly string[], page: Page): HTMLElement[] {
  return keys.map((key) => {
    const claim = page.claims.get(key);
    return claim ? claimCard(claim, page) : el("p", { class: "card" }, `Claim ${key} is not in this picture.`);
  });
}

function claimCard(claim: ClaimCard, page: Page): HTMLElement {
  const source = page.model.documents.get(claim.document);
  return el(
    "article",
    { class: claim.positive ? "card" : "card denies" },
    el("p", { class: "gloss" }, claim.positive ? null : el("strong", { class: "denial" }, "Denial: "), claim.gloss),
    claim.quotation ? quotationBlock(claim.quotation, claim.anchor) : anchorBlock(claim),
    chips(claim),
    el("p", { class: "chain" }, ...chain(claim.attribution)),
    el(
      "dl",
      { class: "facts" },
      ...factRows([
        [claim.positive ? "Says" : "Denies", `${claim.subject} · ${claim.predicate} · ${claim.object}`],
        ["Figure", claim.quantity],
        ...claim.qualifiers,
        ["Official record", record(claim, page)],
        ["Note", claim.note],
      ]),
    ),
    findingChips(claim, page),
    el(
      "div",
      { class: "where" },
      el("span", { class: "quiet" }, sourceLink(placeOf(claim, source), source?.address ?? "")),
      copyButton(
        "Copy citation",
        `Copy citation of claim ${claim.key}`,
        () => citation(claim, source),
        (text) => page.announce(text),
      ),
    ),
  );
}

/** What the official record says to a claim, where it was compared. */
const record = (claim: ClaimCard, page: Page): string =>
  joined([...new Set(page.model.findingsOn([claim.key]).map((finding) => finding.verdict))], "; ");

/** The kinds of findings on a claim; they stand in full below. */
function findingChips(claim: ClaimCard, page: Page): HTMLElement | null {
  const kinds = new Map(page.model.findingsOn([claim.key]).map((finding) => [finding.kind_label, finding.gravity]));
  if (kinds.size === 0) return null;
  const chips = [...kinds].map(([label, gravity]) => el("span", { class: `chip ${gravity}` }, label));
  return el("p", { class: "chips" }, el("span", { class: "quiet" }, "Findings: "), ...chips);
}

/** The words of the source in their surroundings, with the anchor set off. */
function quotationBlock({ before, text, after }: Quotation, anchor: string): HTMLElement {
  const at = text.indexOf(anchor);
  const words: Child[] =
    anchor === "" || at < 0
      ? [el("mark", {}, text)]
      : [text.slice(0, at), el("mark", {}, anchor), text.slice(at + anchor.length)];
  return el(
    "blockquote",
    {},
    el("span", { class: "quiet" }, before),
    el("span", {}, ...words),
    el("span", { class: "quiet" }, after),
  );
}

const anchorBlock = (claim: ClaimCard): HTMLElement | null =>
  claim.anchor === "" ? null : el("p", { class: "anchor" }, "“", el("q", {}, claim.anchor), "”");

const chips = (claim: ClaimCard): HTMLElement =>
  el(
    "p",
    { class: "chips" },
    ...claim.modality.map((modality) => el("span", { class: HEDGES.test(modality) ? "chip hedge" : "chip" }, modality)),
  );

/** document › outlet › speaker */
function chain(attribution: readonly string[]): Child[] {
  const parts = attribution.flatMap((who) => [" › ", who]).slice(1);
  return parts.length > 0 ? [el("span", { class: "quiet" }, "Said by "), ...parts] : [];
}
