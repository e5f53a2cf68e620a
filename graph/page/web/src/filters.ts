/** Which marks are shown: everything not filtered away. */

import { familyOf } from "./families.ts";
import type { Edge, Model, Node } from "./model.ts";

/** What is filtered away: groups by name, amounts below a least one, and days before or after. */
export interface Filters {
  off: Set<string>;
  /** Dollars; 0 for any. */
  least: number;
  /** First and last day of what is shown, as ISO dates; empty for any. */
  from: string;
  to: string;
  /** Number of the step of the story whose edges alone are shown, from 1; 0 for the whole picture, null for either. */
  step: number | null;
}

export const noFilters = (): Filters => ({ off: new Set(), least: 0, from: "", to: "", step: null });

export const copied = (filters: Filters): Filters => ({ ...filters, off: new Set(filters.off) });

/** Names of the groups an edge or node falls under; they also stand in the address of the page. */
export const relationKey = (edge: Edge): string => `relation/${familyOf(edge)}/${edge.relation}/${edge.result}`;
export const standingKey = (edge: Edge): string => `standing/${edge.standing}`;
export const kindKey = (node: Node): string => `kind/${node.column}/${node.kind}`;
/** The group of what stands in filings and counts. */
export const OFFICIAL = "standing/official";
export const sourceKey = (key: string): string => `source/${key}`;
export const stateKey = (state: string): string => `state/${state}`;
export const yearKey = (year: string): string => `year/${year}`;
export const modalityKey = (modality: string): string => `modality/${modality}`;

/** Works out anew what is shown. */
export function applyFilters({ sieve, document }: Model, filters: Filters): void {
  const step = document.story?.steps[(filters.step ?? 0) - 1];
  sieve.apply(filters, step === undefined ? null : new Set(step.edges));
}

/** Whether some days touch a time; what has no date stays. */
export function isWithin([first, last]: readonly (string | null)[], from: string, to: string): boolean {
  if (!first && !last) return true;
  return (to === "" || !first || first <= to) && (from === "" || !last || last >= from);
}

export const isFiltered = ({ off, least, from, to, step }: Filters): boolean =>
  off.size > 0 || least > 0 || from !== "" || to !== "" || (step ?? 0) > 0;

/** Groups that are turned off to leave only what official records say. */
export const notOfficial = ({ sieve }: Model): string[] =>
  sieve
    .groups("standing")
    .map(({ key }) => key)
    .filter((key) => key !== OFFICIAL)
    .sort();
