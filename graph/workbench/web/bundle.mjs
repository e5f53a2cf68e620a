/* Bundles the workbench into one script and one style sheet, with the licences of what went into them. */
import { build } from "esbuild";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { argv } from "node:process";
import { licencesOf } from "./licences.mjs";

const place = argv[2] ?? "../dist";

const { metafile } = await build({
  entryPoints: { workbench: "src/main.js", style: "src/style.css" },
  outdir: place,
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  legalComments: "none",
  metafile: true,
  logLevel: "warning",
});

await writeFile(join(place, "LICENCES.txt"), await licencesOf(metafile));
