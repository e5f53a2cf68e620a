/** Which marks stand near a place: their numbers by the cells of a grid. */

import type { Numbers } from "../../large/packed.ts";
import { linesOf } from "../../large/whole.ts";

const CELL = 256;

export interface Grid {
  /** Calls `take` with each mark in the cells that a room touches. */
  within(left: number, top: number, right: number, bottom: number, take: (mark: number) => void): void;
}

/** Sorts marks into cells once. */
export function makeGrid(x: Numbers, y: Numbers): Grid {
  let [right, bottom] = [0, 0];
  for (const at of x) right = Math.max(right, at);
  for (const at of y) bottom = Math.max(bottom, at);
  const across = 1 + Math.floor(right / CELL);
  const down = 1 + Math.floor(bottom / CELL);
  const cell = Uint32Array.from(x, (at: number, mark: number) => Math.floor(y[mark]! / CELL) * across + Math.floor(at / CELL));
  const marksIn = linesOf(cell, across * down);
  return {
    within(left, top, end, low, take) {
      const [first, last] = [Math.max(0, Math.floor(left / CELL)), Math.min(across - 1, Math.floor(end / CELL))];
      for (let row = Math.max(0, Math.floor(top / CELL)); row <= Math.min(down - 1, Math.floor(low / CELL)); row += 1)
        for (let cell = row * across + first; cell <= row * across + last; cell += 1) marksIn(cell).forEach((mark) => take(mark));
    },
  };
}

/** The mark whose slot holds a point, or whose dot is near it; -1 for none. */
export function markAt(
  grid: Grid,
  x: Numbers,
  y: Numbers,
  at: { x: number; y: number },
  room: { width: number; height: number; reach: number },
): number {
  const { width, height, reach } = room;
  let [nearest, least] = [-1, Infinity];
  grid.within(at.x - width, at.y - Math.max(height, reach), at.x + reach, at.y + Math.max(height, reach), (mark) => {
    const [dx, dy] = [at.x - x[mark]!, at.y - y[mark]!];
    const isInSlot = dx >= 0 && dx <= width && Math.abs(dy) <= height / 2;
    const distance = Math.hypot(dx, dy);
    if ((isInSlot || distance <= reach) && distance < least) [nearest, least] = [mark, distance];
  });
  return nearest;
}
