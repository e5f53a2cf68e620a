/** A slider over a list of stops. */

import { el } from "../dom.ts";

export interface Slider {
  element: HTMLInputElement;
  /** Puts it at a stop, and says what that is. */
  put(stop: number, text: string): void;
}

interface SliderSettings {
  id: string;
  label: string;
  /** Number of stops. */
  stops: number;
  /** Called with the stop while it moves, and once more when it is let go. */
  moved: (stop: number, isPassing: boolean) => void;
}

export function makeSlider({ id, label, stops, moved }: SliderSettings): Slider {
  const element = el("input", {
    type: "range",
    id,
    min: 0,
    max: stops - 1,
    value: 0,
    step: 1,
    "aria-label": label,
    on: {
      input: () => moved(Number(element.value), true),
      change: () => moved(Number(element.value), false),
    },
  });
  return {
    element,
    put(stop, text) {
      element.value = String(stop);
      element.setAttribute("aria-valuetext", text);
    },
  };
}
