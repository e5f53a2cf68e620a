/** Columns and texts that stand packed in the page: gzip in Base64, in elements that are no scripts. */

import type { LargePart } from "../document.ts";

/** Numbers of one type, one for each mark or line. */
export type Numbers = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array;

const ARRAYS = {
  Uint8: Uint8Array,
  Uint16: Uint16Array,
  Uint32: Uint32Array,
  Int32: Int32Array,
  Float64: Float64Array,
};

/** What a packed text is, unpacked. */
function unpacked(packed: string): Response {
  const text = atob(packed);
  const bytes = new Uint8Array(text.length);
  for (let place = 0; place < text.length; place += 1) bytes[place] = text.charCodeAt(place);
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip")));
}

/** The JSON of a packed text. */
export const unpackedJson = async <Kind>(packed: string): Promise<Kind> => (await unpacked(packed).json()) as Kind;

/** The bytes of a packed text. */
export const unpackedBytes = async (packed: string): Promise<ArrayBuffer> => unpacked(packed).arrayBuffer();

/** Columns of a buffer, in the order in which they are told of. */
export function columnsOf(buffer: ArrayBuffer, told: LargePart["columns"]): Map<string, Numbers> {
  const columns = new Map<string, Numbers>();
  let start = 0;
  for (const { name, type, length } of told) {
    const numbers = new ARRAYS[type](buffer, start, length);
    columns.set(name, numbers);
    start += numbers.byteLength;
  }
  return columns;
}
