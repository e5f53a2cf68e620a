/** What the filters leave, in counts and claims. */

import type { ClaimCard } from "./document.ts";
import type { Page } from "./page.ts";
import { counted } from "./words.ts";

/** The claims behind what is shown. */
export function shownClaims(page: Page): ClaimCard[] {
  const keys = new Set([...page.visibleEdges(), ...page.visibleNodes()].flatMap((mark) => mark.claims));
  return page.document.claims.filter((claim) => keys.has(claim.key));
}

/** "9 of 9 marks, 13 of 13 relationships, 5 claims, 2 documents" */
export function countsText(page: Page): string {
  const { documents, datasets } = page.document;
  const parts = [
    `${page.visibleNodes().length} of ${counted(page.nodes.length, "mark")}`,
    `${page.visibleEdges().length} of ${counted(page.edges.length, "relationship")}`,
    counted(shownClaims(page).length, "claim"),
    counted(documents.length, "document"),
    ...(datasets.length > 0 ? [counted(datasets.length, "dataset")] : []),
  ];
  return parts.join(", ");
}
