/** A copy of a drawing that looks the same without the page's style: for files and for print. */

const LOOKS = [
  "fill",
  "fill-opacity",
  "fill-rule",
  "font-family",
  "font-size",
  "font-weight",
  "opacity",
  "paint-order",
  "stroke",
  "stroke-dasharray",
  "stroke-linejoin",
  "stroke-width",
  "text-anchor",
  "vector-effect",
] as const;

/** The copy, on paper of the colour of the page. */
export function standAlone(drawing: SVGSVGElement): SVGSVGElement {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const [seen, drawn] = [drawing, copy].map((root) => [root, ...root.querySelectorAll("*")]);
  seen!.forEach((element, place) => freeze(element, drawn![place]!));
  const paper = document.createElementNS(copy.namespaceURI, "rect");
  const { width, height } = drawing.viewBox.baseVal;
  const colour = getComputedStyle(document.body).backgroundColor;
  for (const [name, value] of Object.entries({ width, height, fill: colour })) paper.setAttribute(name, String(value));
  copy.prepend(paper);
  return copy;
}

/** Writes what an element looks like as its own attributes. */
function freeze(seen: Element, drawn: Element): void {
  const style = getComputedStyle(seen);
  for (const name of LOOKS) drawn.setAttribute(name, inFile(style.getPropertyValue(name)));
  for (const name of ["tabindex", "data-key", "data-of", "data-place"]) drawn.removeAttribute(name);
}

/** A browser writes where a pattern is with the address of the page. */
const inFile = (value: string): string => value.replace(/url\("[^"]*#/, 'url("#');
