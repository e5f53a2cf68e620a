/* Bundles the workbench: its script, that of the other pages, its style, the outlines of counties, and the licences of
   what went into them. */
import { build } from "esbuild";
import { readFile, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { argv } from "node:process";
import { writeCounties } from "./counties.mjs";

const place = argv[2] ?? "../dist";

const { metafile } = await build({
  entryPoints: { workbench: "src/main.js", site: "src/site.js", style: "src/style.css" },
  outdir: place,
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  legalComments: "none",
  metafile: true,
  logLevel: "warning",
});

await writeCounties(join(place, "counties.json"));

const packages = new Set(
  Object.keys(metafile.inputs).map((file) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1]).filter(Boolean),
).add("us-atlas");
const licences = [];
for (const name of [...packages].sort()) {
  const folder = join("node_modules", name);
  const about = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  const file = (await readdir(folder)).find((one) => /^licen[cs]e/i.test(one));
  if (file === undefined) throw new Error(`${name} comes without the text of its licence`);
  licences.push(`${name} ${about.version} (${about.license})\n\n${await readFile(join(folder, file), "utf8")}`);
}
await writeFile(join(place, "LICENCES.txt"), licences.join(`\n${"-".repeat(78)}\n\n`));
