/** A story: steps that the reader clicks through, each with a caption and the part of the picture it is about. */

import type { Address } from "./address.ts";
import type { Step, Story } from "./document.ts";
import { el, fill } from "./dom.ts";
import { noFilters } from "./filters.ts";

const KEYS = new Map([
  ["ArrowRight", 1],
  ["ArrowLeft", -1],
  ["PageDown", 1],
  ["PageUp", -1],
]);

/** Parts of an address that leave open what a step shows. */
const ALONE = new Set(["step", "theme"]);

const linkTo = (step: number): string => `step=${step}`;

/** The state that an address opens: a link that names a step alone opens it as its story has it, and a story opens on its first. */
export function openedBy(hash: string, address: Address, story: Story | undefined): Address {
  const others = [...new URLSearchParams(hash.replace(/^#/, "")).keys()].filter((name) => !ALONE.has(name));
  if (story === undefined || others.length > 0) return address;
  const number = address.filters.step ?? 1;
  const step = story.steps[number - 1];
  if (step === undefined) return address;
  return { ...address, view: step.view, select: step.select, filters: { ...noFilters(), step: number } };
}

/**
 * Builds the bar of a story; without one there is none.
 * @param go opens the state of an address
 * @returns brings the bar to a step; 0 is the whole picture
 */
export function buildStory(
  bar: HTMLElement,
  story: Story | undefined,
  go: (hash: string) => void,
): (step: number) => void {
  if (story === undefined) return () => undefined;
  const { steps } = story;
  let present = 0;
  const move = (by: number): void => {
    const next = present + by;
    if (next >= 1 && next <= steps.length) go(linkTo(next));
  };
  const click = (text: string, label: string, onClick: () => void) =>
    el("button", { type: "button", "aria-label": label, on: { click: onClick } }, text);
  const back = click("← Back", "Step before", () => move(-1));
  const next = click("Next →", "Next step", () => move(1));
  const whole = click("Whole picture", "Leave the story for the whole picture", () => go(linkTo(0)));
  const start = click("Read the story", "Read the story from its first step", () => go(linkTo(1)));
  const words = el("div", { class: "caption", "aria-live": "polite" });
  const place = el("span", { class: "quiet" });
  bar.hidden = false;
  fill(bar, words, el("div", { class: "steps" }, place, back, next, whole, start));
  document.addEventListener("keydown", (event) => {
    const by = KEYS.get(event.key);
    const isHere = document.activeElement === document.body || bar.contains(document.activeElement);
    if (by === undefined || !isHere || present === 0 || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    move(by);
  });
  return (step) => {
    present = steps[step - 1] === undefined ? 0 : step;
    const isStory = present > 0;
    place.textContent = isStory ? `${present} of ${steps.length}` : "";
    for (const each of [back, next, whole]) each.hidden = !isStory;
    start.hidden = isStory;
    back.disabled = present <= 1;
    next.disabled = present >= steps.length;
    fill(words, ...(isStory ? captionOf(steps[present - 1]!) : [el("p", {}, story.title)]));
  };
}

function captionOf({ title, caption }: Step): HTMLElement[] {
  const paragraphs = caption.split(/\n\s*\n/).map((text) => el("p", {}, text.replace(/\s+/g, " ").trim()));
  return title === "" ? paragraphs : [el("h2", {}, title), ...paragraphs];
}
