/** Drawings that are moved and zoomed by mouse, touch and keys: arrows, + − and 0 to fit. */

import { select } from "d3-selection";
import { zoom } from "d3-zoom";

const MOVE = 60;
const CLOSER = 1.25;

/** Wires a drawing and fits it: `inner` is turned within it, `fitting` says how at first, `limits` are those of d3-zoom. */
export function movable(picture, inner, fitting, { range, extent, unit = 1 }) {
  const moves = zoom().scaleExtent(range).on("zoom", (event) => inner.setAttribute("transform", event.transform));
  if (extent !== undefined) moves.translateExtent(extent);
  const whole = select(picture).call(moves);
  const step = MOVE * unit;
  const fit = () => whole.call(moves.transform, fitting);
  const keys = {
    ArrowLeft: () => whole.call(moves.translateBy, step, 0),
    ArrowRight: () => whole.call(moves.translateBy, -step, 0),
    ArrowUp: () => whole.call(moves.translateBy, 0, step),
    ArrowDown: () => whole.call(moves.translateBy, 0, -step),
    "+": () => whole.call(moves.scaleBy, CLOSER),
    "-": () => whole.call(moves.scaleBy, 1 / CLOSER),
    0: fit,
  };
  picture.addEventListener("keydown", (event) => {
    if (keys[event.key] === undefined || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    keys[event.key]();
  });
  fit();
}
