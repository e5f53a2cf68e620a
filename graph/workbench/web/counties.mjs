/* Outlines of counties and states as paths of a drawing, from the boundaries of us-atlas (US Census Bureau). */
import { readFile, writeFile } from "node:fs/promises";
import { feature } from "topojson-client";

const ATLAS = "node_modules/us-atlas/counties-albers-10m.json";
const [WIDTH, HEIGHT, SCALE] = [975, 610, 8];

/** Writes the file: `width` and `height` of the drawing, and a path for each FIPS code. */
export async function writeCounties(file) {
  const atlas = JSON.parse(await readFile(ATLAS, "utf8"));
  const paths = (name) => Object.fromEntries(feature(atlas, atlas.objects[name]).features.map(({ id, geometry }) => [id, outline(geometry)]));
  const drawing = { width: WIDTH * SCALE, height: HEIGHT * SCALE, counties: paths("counties"), states: paths("states") };
  await writeFile(file, JSON.stringify(drawing));
}

function outline({ type, coordinates }) {
  return (type === "Polygon" ? [coordinates] : coordinates).flat().map(ring).filter(Boolean).join("");
}

/** A ring as a closed path of whole steps; "" for one too small to be seen. */
function ring(points) {
  const whole = points.map((point) => point.map((value) => Math.round(value * SCALE)));
  const steps = whole.slice(1).map(([x, y], at) => [x - whole[at][0], y - whole[at][1]]).filter(([x, y]) => x !== 0 || y !== 0);
  if (steps.length < 3) return "";
  return `M${whole[0].join(" ")}l${steps.map((step) => step.join(" ")).join(" ")}z`.replaceAll(" -", "-");
}
