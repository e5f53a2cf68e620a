/** Texts of many marks, made a part at a time so that the page goes on answering. */

import type { Mark } from "../model.ts";

const PART = 5_000;

/** Unpacks what is behind marks, where it is packed. */
export async function unpacked<Kind extends Mark>(marks: readonly Kind[]): Promise<readonly Kind[]> {
  for (let start = 0; start < marks.length; start += PART)
    await Promise.all(marks.slice(start, start + PART).flatMap((mark) => mark.load?.() ?? []));
  return marks;
}

/** The texts of marks in their order, several in each part. */
export async function inParts<Kind extends Mark>(marks: readonly Kind[], textOf: (mark: Kind) => string): Promise<string[]> {
  const parts: string[] = [];
  for (let start = 0; start < marks.length; start += PART) {
    if (start > 0) await new Promise((resolve) => setTimeout(resolve));
    parts.push(marks.slice(start, start + PART).map(textOf).join(""));
  }
  return parts;
}
