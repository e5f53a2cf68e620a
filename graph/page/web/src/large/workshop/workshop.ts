/** Where jobs are done: in a worker that runs the page's own script, or on the page's thread where there can be none. */

import { makeJobs, type Asked, type Done, type Job } from "./jobs.ts";
import type { Delivery } from "./serve.ts";

export interface Workshop {
  ask<Name extends Job>(job: Name, input: Asked<Name>): Promise<Done<Name>>;
}

/** The text of the script that runs now; null where the browser does not tell. */
const SCRIPT = "document" in globalThis ? (document.currentScript?.textContent ?? null) : null;

/** So long a worker may take to say that it is there. */
const PATIENCE = 4_000;

export async function openWorkshop(): Promise<Workshop> {
  const worker = await hire();
  return worker === null ? alone() : withHelp(worker);
}

/** Jobs on the page's own thread. */
function alone(): Workshop {
  const jobs = makeJobs();
  return { ask: async (job, input) => (await jobs[job](input as never)) as Done<typeof job> };
}

/** A worker that is there; null where a browser, or who frames the page, allows none. */
async function hire(): Promise<Worker | null> {
  if (SCRIPT === null) return null;
  const address = URL.createObjectURL(new Blob([SCRIPT], { type: "text/javascript" }));
  return new Promise((resolve) => {
    try {
      const worker = new Worker(address);
      const dismiss = () => {
        worker.terminate();
        resolve(null);
      };
      const late = setTimeout(dismiss, PATIENCE);
      worker.onmessage = () => {
        clearTimeout(late);
        resolve(worker);
      };
      worker.onerror = dismiss;
    } catch {
      resolve(null);
    }
  });
}

/** Who waits for what comes of an order. */
interface Awaiting {
  resolve: (output: unknown) => void;
  reject: (error: Error) => void;
}

function withHelp(worker: Worker): Workshop {
  const waiting = new Map<number, Awaiting>();
  let last = 0;
  worker.onmessage = ({ data }: MessageEvent<Delivery>) => {
    const { resolve, reject } = waiting.get(data.id)!;
    waiting.delete(data.id);
    if ("failure" in data) reject(new Error(data.failure));
    else resolve(data.output);
  };
  worker.onerror = ({ message }) => {
    waiting.forEach(({ reject }) => reject(new Error(message)));
    waiting.clear();
  };
  return {
    ask: (job, input) =>
      new Promise((resolve, reject) => {
        waiting.set((last += 1), { resolve: resolve as Awaiting["resolve"], reject });
        worker.postMessage({ id: last, job, input });
      }),
  };
}
