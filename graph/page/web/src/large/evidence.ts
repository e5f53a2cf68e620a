/** What is behind lines and marks of a large picture, unpacked a block at a time when a reader asks for it. */

import type { Amount, ClaimCard } from "../document.ts";
import { byId } from "../dom.ts";
import type { Workshop } from "./workshop/workshop.ts";

/** What is told of a line besides its columns; what is empty is left out. */
export interface LineTold {
  amount?: Amount;
  detail?: string;
  how_sure?: string;
  origins?: number;
  denied?: boolean;
  claims?: string[];
  cards?: ClaimCard[];
  says?: string;
  files?: string[];
  first?: string[];
  rest?: string;
}

/** What is told of a mark besides its columns. */
export interface MarkTold {
  subtitle?: string;
  money_in?: Amount;
  money_out?: Amount;
  facts?: [string, string][];
  claims?: string[];
  cards?: ClaimCard[];
}

export interface Evidence {
  ofLine(number: number): Promise<LineTold>;
  ofMark(number: number): Promise<MarkTold>;
}

/** Reads blocks of so many entries; each is unpacked once. */
export function makeEvidence(size: number, workshop: Workshop): Evidence {
  return { ofLine: reader<LineTold>("large-lines", size, workshop), ofMark: reader<MarkTold>("large-marks", size, workshop) };
}

function reader<Told>(name: string, size: number, workshop: Workshop): (number: number) => Promise<Told> {
  const blocks = new Map<number, Promise<Told[]>>();
  return async (number) => {
    const place = Math.floor(number / size);
    const known = blocks.get(place) ?? (workshop.ask("evidence", byId(`${name}-${place}`).textContent) as Promise<Told[]>);
    blocks.set(place, known);
    return (await known)[number % size]!;
  };
}
