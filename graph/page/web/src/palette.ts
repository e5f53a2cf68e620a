/** The colours of the theme, as the style sheet has them. */

import { FAMILIES } from "./families.ts";

const NAMES = [
  ...FAMILIES.keys(),
  ...["paper", "ink", "quiet", "rule", "edge-of-box", "box", "committee", "county", "donor", "hedge"],
];

/** The colour of a name, as CSS writes it. */
export type Palette = (name: string) => string;

/** Reads the colours of the theme that the page has now. */
export function readPalette(): Palette {
  const style = getComputedStyle(document.documentElement);
  const colours = new Map(NAMES.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
  return (name) => colours.get(name) ?? "";
}
