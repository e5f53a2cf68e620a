/** Lines and rooms summed up in pixels: how much runs through each. */

import { eased } from "./courses.ts";

/** A sheet of pixels, each with what was added to it: column after column, since steep lines are the long ones. */
export interface Sheet {
  width: number;
  height: number;
  ink: Float32Array;
}

export const emptySheet = (width: number, height: number): Sheet => ({ width, height, ink: new Float32Array(width * height) });

/** Adds a curve that is level at both ends. */
export function addCurve({ width, height, ink }: Sheet, ax: number, ay: number, bx: number, by: number, weight: number): void {
  if (Math.max(ay, by) < 0 || Math.min(ay, by) > height) return;
  if (ax > bx) [ax, ay, bx, by] = [bx, by, ax, ay];
  const [across, down] = [bx - ax, by - ay];
  const first = Math.max(0, Math.ceil(ax));
  const last = Math.min(width - 1, Math.floor(bx));
  let before = ay + down * eased(Math.max(0, (first - 0.5 - ax) / across));
  for (let x = first, start = first * height; x <= last; x += 1, start += height) {
    const after = ay + down * eased(Math.min(1, (x + 0.5 - ax) / across));
    const least = before < after ? before : after;
    const most = before < after ? after : before;
    before = after;
    if (most < 0 || least >= height) continue;
    const top = least < 0 ? 0 : least | 0;
    const bottom = most >= height ? height - 1 : most | 0;
    if (top === bottom) ink[start + top]! += weight;
    else if (most - least > 1) for (let row = start + top; row <= start + bottom; row += 1) ink[row]! += weight;
    else {
      const share = (most - bottom) / (most - least);
      ink[start + top]! += weight * (1 - share);
      ink[start + bottom]! += weight * share;
    }
  }
}

/** Adds an arc between two places above each other, which goes out to the right. */
export function addArc({ width, height, ink }: Sheet, x: number, ay: number, by: number, out: number, weight: number): void {
  const last = Math.min(height - 1, Math.floor(Math.max(ay, by)));
  for (let row = Math.max(0, Math.ceil(Math.min(ay, by))); row <= last; row += 1) {
    const share = (row - ay) / (by - ay || 1);
    const at = Math.floor(x + 4 * out * share * (1 - share));
    if (at >= 0 && at < width) ink[at * height + row]! += weight;
  }
}

/** Adds a room, spread over the pixels that it covers. */
export function addRoom({ width, height, ink }: Sheet, left: number, top: number, right: number, bottom: number, weight: number): void {
  const [first, last] = [Math.max(0, Math.floor(left)), Math.min(width - 1, Math.ceil(right) - 1)];
  const share = weight / Math.max(1, (right - left) * (bottom - top));
  for (let x = first; x <= last; x += 1)
    for (let y = Math.max(0, Math.floor(top)); y <= Math.min(height - 1, Math.ceil(bottom) - 1); y += 1) ink[x * height + y]! += share;
}

/** From how much on, and up to how much, there is to tell apart: most pixels with ink lie between. */
export function rangeOf(sheets: readonly Sheet[]): { least: number; most: number } | null {
  const seen: number[] = [];
  for (const { ink } of sheets) for (let at = 0; at < ink.length; at += 7) if (ink[at]! > 0) seen.push(ink[at]!);
  if (seen.length === 0) return null;
  const sorted = Float32Array.from(seen).sort();
  const least = sorted[Math.floor(sorted.length * 0.02)]!;
  return { least, most: Math.max(2 * least, sorted[Math.floor(sorted.length * 0.997)]!) };
}
