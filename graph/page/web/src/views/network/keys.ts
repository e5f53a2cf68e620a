/** The network by keyboard: arrow keys walk from mark to mark. */

import { isEdge, type Edge, type Mark, type Node } from "../../model.ts";
import type { Page } from "../../page.ts";

/** The mark an arrow key leads to; undefined for another key, or where there is none. */
export function markByKey(key: string, page: Page): Mark | undefined {
  const here = page.selected === null ? null : isEdge(page.selected) ? page.selected.end : page.selected;
  const shown = page.visibleNodes();
  if (key === "ArrowUp") return alongColumn(here, shown, -1);
  if (key === "ArrowDown") return alongColumn(here, shown, 1);
  if (key === "ArrowLeft") return here === null ? shown[0] : across(here, -1);
  if (key === "ArrowRight") return here === null ? shown[0] : across(here, 1);
  return undefined;
}

/** The next shown mark up or down the column; the first one of all where nothing is selected. */
function alongColumn(here: Node | null, shown: readonly Node[], step: number): Node | undefined {
  const number = (here ?? shown[0])?.column;
  const column = shown.filter((node) => node.column === number).sort((a, b) => a.y - b.y);
  return here === null ? column[0] : column[column.indexOf(here) + step];
}

/** The neighbour on the left or right that is nearest in height. */
function across(here: Node, step: number): Node | undefined {
  const other = (edge: Edge) => (edge.start === here ? edge.end : edge.start);
  const near = [...here.incoming, ...here.outgoing]
    .filter((edge) => edge.shown)
    .map(other)
    .filter((node) => Math.sign(node.column - here.column) === step);
  return near.sort((a, b) => Math.abs(a.y - here.y) - Math.abs(b.y - here.y))[0];
}
