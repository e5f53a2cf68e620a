/** The views, in the order of the switch. */

import type { PageDocument } from "../document.ts";
import type { ViewEntry } from "../page.ts";
import { FLOW } from "./flow.ts";
import { MAP } from "./map.ts";
import { NETWORK } from "./network.ts";
import { TABLE } from "./table.ts";
import { TIMELINE } from "./timeline.ts";

const VIEWS: readonly ViewEntry[] = [NETWORK, FLOW, MAP, TIMELINE, TABLE];

/** The views a page offers, in the order of the switch; the first is open. */
export function viewsOf(document: PageDocument): ViewEntry[] {
  const wanted = document.options?.views ?? [];
  const serving = VIEWS.filter(({ serves }) => serves?.(document) ?? true);
  const chosen = wanted.flatMap((name) => serving.filter((entry) => entry.name === name));
  return chosen.length === 0 ? serving : chosen;
}
