/** What is done for a large picture beside the page: unpacking, searching and shading. Nothing here knows of a document. */

import type { LargePart } from "../../document.ts";
import { paintShade, type Shaded, type Shading } from "../../views/everything/shade.ts";
import { traceCourses, type Courses } from "../../views/everything/courses.ts";
import { makeNames, namesLike, type Names } from "../find.ts";
import { unpackedBytes, unpackedJson } from "../packed.ts";
import { wholeOf, type Whole } from "../whole.ts";

/** Packed texts, and what the document says of them. */
export interface Packed {
  part: LargePart;
  numbers: string;
  names: string;
  paths: string;
}

/** A large picture unpacked. */
export interface Unpacked {
  numbers: ArrayBuffer;
  names: string[];
  paths: string[];
}

/** Every job: what it is given, and what it gives. */
export interface Jobs {
  /** Unpacks everything but the evidence; first of all jobs. */
  unpack(packed: Packed): Promise<Unpacked>;
  /** Unpacks one block of evidence. */
  evidence(packed: string): Promise<unknown[]>;
  /** Numbers of the marks that answer a search best. */
  find(text: string): number[];
  shade(shading: Shading): Shaded;
}

export type Job = keyof Jobs;
export type Asked<Name extends Job> = Parameters<Jobs[Name]>[0];
export type Done<Name extends Job> = Awaited<ReturnType<Jobs[Name]>>;

/** The jobs, with what they keep of the picture. */
export function makeJobs(): Jobs {
  let whole: Whole | null = null;
  let names: Names | null = null;
  let courses: Courses | null = null;
  const opened = (): Whole => {
    if (whole === null) throw new Error("nothing is unpacked yet");
    return whole;
  };
  return {
    async unpack(packed) {
      const [numbers, labels, paths] = await Promise.all([
        unpackedBytes(packed.numbers),
        unpackedJson<string[]>(packed.names),
        unpackedJson<string[]>(packed.paths),
      ]);
      whole = wholeOf(packed.part, { numbers, names: labels, paths });
      return { numbers, names: labels, paths };
    },
    evidence: async (packed) => unpackedJson(packed),
    find: (text) => namesLike(text, (names ??= makeNames(opened().names)), opened()),
    shade: (shading) => paintShade(opened(), (courses ??= traceCourses(opened())), shading),
  };
}
