/** Where a claim stands, for people and for a bibliography, and the button that copies it. */

import type { ClaimCard, DatasetCard, DocumentCard, RowsCard } from "../document.ts";
import { el } from "../dom.ts";
import { counted, joined } from "../words.ts";

/** Document, paragraph and span of a claim, with the title of the document. */
export function placeOf(claim: ClaimCard, source: DocumentCard | undefined): string {
  const where = `Document ${claim.document}, paragraph ${claim.paragraph}, characters ${claim.start}–${claim.end}`;
  return source ? `${where}: ${source.title}` : where;
}

export function citation(claim: ClaimCard, source: DocumentCard | undefined): string {
  const anchor = claim.anchor === "" ? "" : ` “${claim.anchor}”`;
  const digest = source ? `, SHA-256 ${source.digest}` : "";
  const issued = source ? `. ${joined([source.publisher, source.date, source.address], ", ")}` : "";
  return `${placeOf(claim, source)}${issued}.${anchor} (claim ${claim.key}, ${claim.iri}${digest})`;
}

/** The same for rows: what they come to, the dataset, and each row with its file and line as far as they are here. */
export function citationOfRows(rows: RowsCard, dataset: DatasetCard | undefined): string {
  const from = dataset ? joined([dataset.title, dataset.publisher, dataset.address], ", ") : rows.dataset;
  const more = rows.count > rows.first.length ? `; and ${counted(rows.count - rows.first.length, "more row")}` : "";
  return `${rows.says} ${from}: ${rows.first.join("; ")}${more}. Files: ${rows.files.join("; ")}. (${rows.edge})`;
}

/** A link to where a source can be read; its text alone where the address is none of the web. */
export function sourceLink(text: string, address: string): HTMLElement {
  if (!/^https?:\/\//i.test(address)) return el("span", {}, text);
  return el("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, text);
}

/** A button that copies a text and says so. */
export function copyButton(title: string, label: string, text: () => string, announce: (text: string) => void): HTMLElement {
  const click = async () => {
    if (!(await copied(text(), button))) return;
    button.textContent = "Copied";
    announce(`${title}: done`);
  };
  const settings = { type: "button", class: "small", "aria-label": label, on: { click: () => void click() } };
  const button = el("button", settings, title);
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
  const field = el("textarea", { class: "citation", rows: 4, readonly: true, "aria-label": "Text to copy" });
  field.value = text;
  button.after(field);
  field.select();
  const done = document.execCommand("copy"); // eslint-disable-line @typescript-eslint/no-deprecated -- the one way from file://
  if (done) field.remove();
  return done;
}
