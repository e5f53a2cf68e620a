/* Bundles the page's script and style into two files, with the licences of the packages that went into them, and takes
   the boundaries along that Python draws maps from. */
import { build } from "esbuild";
import { copyFile, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { argv } from "node:process";
import { licencesOf } from "../../workbench/web/licences.mjs";

const place = argv[2] ?? "../dist";

const { metafile, outputFiles } = await build({
  entryPoints: { page: "src/main.ts", style: "src/style.css" },
  outdir: place,
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2022",
  charset: "utf8",
  legalComments: "none",
  metafile: true,
  write: false,
  logLevel: "warning",
});

const licences = await licencesOf(metafile);
await mkdir(place, { recursive: true });
for (const { path, text } of outputFiles) {
  const head = licences === "" || !path.endsWith(".js") ? "" : `/*!\n${licences.replaceAll("*/", "* /")}\n*/\n`;
  await writeFile(join(place, path.endsWith(".js") ? "page.js" : "style.css"), head + text);
}
for (const [file, name] of [
  ["counties-albers-10m.json", "counties-albers-10m.json"],
  ["LICENSE", "us-atlas.LICENSE"],
])
  await copyFile(join("node_modules/us-atlas", file), join(place, name));
