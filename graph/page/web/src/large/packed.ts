/** Columns and texts that stand packed in the page: gzip in Base64, in elements that are no scripts. */

import { byId } from "../dom.ts";

/** A column among others that are packed one after the other. */
export interface PackedColumn {
  name: string;
  type: "Uint8" | "Uint16" | "Uint32" | "Int32" | "Float64";
  length: number;
}

/** Numbers of one type, one for each mark or line. */
export type Numbers = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array;

const ARRAYS = {
  Uint8: Uint8Array,
  Uint16: Uint16Array,
  Uint32: Uint32Array,
  Int32: Int32Array,
  Float64: Float64Array,
};

/** What an element holds, unpacked. */
function unpacked(id: string): Response {
  const text = atob(byId(id).textContent);
  const bytes = new Uint8Array(text.length);
  for (let place = 0; place < text.length; place += 1) bytes[place] = text.charCodeAt(place);
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip")));
}

/** The JSON that an element holds. */
export const unpackedJson = async <Kind>(id: string): Promise<Kind> => (await unpacked(id).json()) as Kind;

/** The columns that an element holds, by their names. */
export async function unpackedColumns(id: string, told: readonly PackedColumn[]): Promise<Map<string, Numbers>> {
  return columnsOf(await unpacked(id).arrayBuffer(), told);
}

/** Columns of a buffer, in the order in which they are told of. */
export function columnsOf(buffer: ArrayBuffer, told: readonly PackedColumn[]): Map<string, Numbers> {
  const columns = new Map<string, Numbers>();
  let start = 0;
  for (const { name, type, length } of told) {
    const numbers = new ARRAYS[type](buffer, start, length);
    columns.set(name, numbers);
    start += numbers.byteLength;
  }
  return columns;
}
