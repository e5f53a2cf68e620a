/** The views, in the order of the switch. */

import type { ViewEntry } from "../page.ts";
import { NETWORK } from "./network.ts";
import { TABLE } from "./table.ts";

export const VIEWS: readonly ViewEntry[] = [NETWORK, TABLE];
