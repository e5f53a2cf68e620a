/** What the filters leave, in counts and claims. */

import type { ClaimCard } from "./document.ts";
import type { Mark } from "./model.ts";
import type { Page } from "./page.ts";
import { counted, figure } from "./words.ts";

/** The claims behind what is shown. */
export function shownClaims(page: Page): ClaimCard[] {
  return claimsOf(page, (mark) => mark.shown);
}

/** The claims behind some of the marks. */
export function claimsOf({ model, claims }: Page, isMeant: (mark: Mark) => boolean): ClaimCard[] {
  const keys = new Set<string>();
  for (const mark of model.claimed()) if (isMeant(mark)) for (const key of mark.claims) keys.add(key);
  return [...claims.values()].filter((claim) => keys.has(claim.key));
}

/** "9 of 9 marks, 13 of 13 relationships, 5 claims, 2 documents" */
export function countsText(page: Page): string {
  const { documents, datasets } = page.document;
  const { shownNodes, shownEdges } = page.model.sieve;
  const parts = [
    `${figure(shownNodes)} of ${counted(page.nodes.length, "mark")}`,
    `${figure(shownEdges)} of ${counted(page.edges.length, "relationship")}`,
    counted(shownClaims(page).length, "claim"),
    counted(documents.length, "document"),
    ...(datasets.length > 0 ? [counted(datasets.length, "dataset")] : []),
  ];
  return parts.join(", ");
}
