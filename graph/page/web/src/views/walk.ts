/** Arrow keys walk from mark to mark of a drawing. */

const STEPS: ReadonlyMap<string, number> = new Map([
  ["ArrowRight", 1],
  ["ArrowDown", 1],
  ["ArrowLeft", -1],
  ["ArrowUp", -1],
]);

/** Goes to the next, the one before, the first or the last stop; false for another key. */
export function walk(drawing: SVGSVGElement, event: KeyboardEvent, stops = [...drawing.querySelectorAll<SVGElement>(".stop")]): boolean {
  const step = STEPS.get(event.key);
  const here = stops.indexOf((event.target as Element).closest<SVGElement>(".stop")!);
  const next = event.key === "Home" ? 0 : event.key === "End" ? stops.length - 1 : step === undefined ? null : here + step;
  if (next === null) return false;
  stops[(next + stops.length) % stops.length]?.focus();
  return true;
}
