/** Lines and rooms summed up in pixels: how much runs through each. */

import { eased } from "./courses.ts";

/** A sheet of pixels, each with what was added to it. */
export interface Sheet {
  width: number;
  height: number;
  ink: Float32Array;
}

export const emptySheet = (width: number, height: number): Sheet => ({ width, height, ink: new Float32Array(width * height) });

/** Adds a curve from left to right that is level at both ends. */
export function addCurve({ width, height, ink }: Sheet, ax: number, ay: number, bx: number, by: number, weight: number): void {
  if (Math.max(ay, by) < 0 || Math.min(ay, by) > height) return;
  const [across, down] = [bx - ax, by - ay];
  const last = Math.min(width - 1, Math.floor(bx));
  let x = Math.max(0, Math.ceil(ax));
  const heightAt = (place: number) => ay + down * eased(Math.min(1, Math.max(0, (place - ax) / across)));
  let before = heightAt(x - 0.5);
  for (; x <= last; x += 1) {
    const after = heightAt(x + 0.5);
    const least = Math.min(before, after);
    const most = Math.max(before, after);
    before = after;
    const top = Math.max(0, Math.floor(least));
    const bottom = Math.min(height - 1, Math.floor(most));
    if (top === bottom) ink[top * width + x]! += weight;
    else if (most - least > 1) for (let row = top; row <= bottom; row += 1) ink[row * width + x]! += weight;
    else if (top < bottom) {
      const share = (most - bottom) / (most - least);
      ink[top * width + x]! += weight * (1 - share);
      ink[bottom * width + x]! += weight * share;
    }
  }
}

/** Adds a straight line. */
export function addStraight({ width, height, ink }: Sheet, ax: number, ay: number, bx: number, by: number, weight: number): void {
  const [dx, dy] = [bx - ax, by - ay];
  const isFlat = Math.abs(dx) >= Math.abs(dy);
  const [from, to] = isFlat ? [Math.min(ax, bx), Math.max(ax, bx)] : [Math.min(ay, by), Math.max(ay, by)];
  const last = Math.min((isFlat ? width : height) - 1, Math.floor(to));
  for (let step = Math.max(0, Math.ceil(from)); step <= last; step += 1) {
    const x = isFlat ? step : Math.floor(ax + ((step - ay) * dx) / (dy || 1));
    const y = isFlat ? Math.floor(ay + ((step - ax) * dy) / (dx || 1)) : step;
    if (x >= 0 && x < width && y >= 0 && y < height) ink[y * width + x]! += weight;
  }
}

/** Adds a room, spread over the pixels that it covers. */
export function addRoom({ width, height, ink }: Sheet, left: number, top: number, right: number, bottom: number, weight: number): void {
  const [first, last] = [Math.max(0, Math.floor(left)), Math.min(width - 1, Math.ceil(right) - 1)];
  const share = weight / Math.max(1, (right - left) * (bottom - top));
  for (let y = Math.max(0, Math.floor(top)); y <= Math.min(height - 1, Math.ceil(bottom) - 1); y += 1)
    for (let x = first; x <= last; x += 1) ink[y * width + x]! += share;
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
