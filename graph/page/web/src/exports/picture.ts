/** The picture of a view as a file: SVG as it is, PNG at twice its size. */

import { writable } from "./xml.ts";

/** The text of an SVG file, which can be read whatever names are in it. */
export const svgText = (picture: SVGSVGElement): string => writable(new XMLSerializer().serializeToString(picture));

/** A picture as PNG; null where the browser cannot make one. */
export async function pngOf(picture: SVGSVGElement | HTMLCanvasElement): Promise<Blob | null> {
  const canvas = picture instanceof HTMLCanvasElement ? picture : await painted(picture, 2);
  return new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
}

async function painted(picture: SVGSVGElement, scale: number): Promise<HTMLCanvasElement> {
  const address = URL.createObjectURL(new Blob([svgText(picture)], { type: "image/svg+xml" }));
  const image = new Image();
  image.src = address;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = Math.ceil(image.naturalWidth * scale);
  canvas.height = Math.ceil(image.naturalHeight * scale);
  canvas.getContext("2d")!.drawImage(image, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(address);
  return canvas;
}
