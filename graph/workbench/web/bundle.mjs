/* Bundles the workbench: its script, that of the other pages, its style, the outlines of counties, and the licences of
   what went into them. */
import { build } from "esbuild";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { argv } from "node:process";
import { writeCounties } from "./counties.mjs";
import { licencesOf } from "./licences.mjs";

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
await writeFile(join(place, "LICENCES.txt"), await licencesOf(metafile, ["us-atlas"]));
