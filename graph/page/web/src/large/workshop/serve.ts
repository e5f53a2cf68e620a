/** The side of the worker: does jobs one after the other, and sends back what comes of each. */

import { makeJobs, type Job, type Jobs } from "./jobs.ts";

export interface Order {
  id: number;
  job: Job;
  input: never;
}

export type Delivery = { id: number; output: unknown } | { id: number; failure: string };

/** Listens for orders; the first message says that the worker is there. */
export function serve(): void {
  const jobs = makeJobs();
  addEventListener("message", ({ data }: MessageEvent<Order>) => void answer(data, jobs));
  postMessage("here");
}

async function answer({ id, job, input }: Order, jobs: Jobs): Promise<void> {
  try {
    const output: unknown = await jobs[job](input);
    postMessage({ id, output } satisfies Delivery, { transfer: pixelsOf(output) });
  } catch (error) {
    postMessage({ id, failure: String(error) } satisfies Delivery);
  }
}

/** What is handed over and not copied: pixels, which the worker keeps no use for. */
const pixelsOf = (output: unknown): ArrayBuffer[] =>
  typeof output === "object" && output !== null && "pixels" in output ? [(output.pixels as Uint8ClampedArray<ArrayBuffer>).buffer] : [];
