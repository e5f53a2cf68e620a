/** Where a claim stands, for people and for a bibliography, and the button that copies it. */

import type { ClaimCard, DocumentCard } from "../document.ts";
import { el } from "../dom.ts";

/** Document, paragraph and span of a claim, with the title of the document. */
export function placeOf(claim: ClaimCard, source: DocumentCard | undefined): string {
  const where = `Document ${claim.document}, paragraph ${claim.paragraph}, characters ${claim.start}–${claim.end}`;
  return source ? `${where}: ${source.title}` : where;
}

export function citation(claim: ClaimCard, source: DocumentCard | undefined): string {
  const anchor = claim.anchor === "" ? "" : ` “${claim.anchor}”`;
  const digest = source ? `, SHA-256 ${source.digest}` : "";
  const issued = source ? `. ${source.publisher}, ${source.date}` : "";
  return `${placeOf(claim, source)}${issued}.${anchor} (claim ${claim.key}, ${claim.iri}${digest})`;
}

/** A button that copies a text and says so. */
export function copyButton(label: string, text: () => string, announce: (text: string) => void): HTMLElement {
  const click = async () => {
    if (!(await copied(text(), button))) return;
    button.textContent = "Copied";
    announce("Citation copied");
  };
  const button = el(
    "button",
    { type: "button", class: "small", "aria-label": label, on: { click: () => void click() } },
    "Copy citation",
  );
  return button;
}

/** Copies text; where the browser forbids that, shows the text selected, ready to be copied by hand, and says false. */
async function copied(text: string, button: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copiedByHand(text, button);
  }
}

function copiedByHand(text: string, button: HTMLElement): boolean {
  const field = el("textarea", { class: "citation", rows: 4, readonly: true, "aria-label": "Citation" });
  field.value = text;
  button.after(field);
  field.select();
  const done = document.execCommand("copy"); // eslint-disable-line @typescript-eslint/no-deprecated -- the one way from file://
  if (done) field.remove();
  return done;
}
