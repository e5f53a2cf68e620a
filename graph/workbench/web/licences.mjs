/* The licences of the packages that went into a bundle. */
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";

/** The texts, one after the other; empty when no package went in. */
export async function licencesOf(metafile) {
  const packages = new Set(
    Object.keys(metafile.inputs).map((file) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1]).filter(Boolean),
  );
  const licences = [];
  for (const name of [...packages].sort()) {
    const folder = join("node_modules", name);
    const about = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
    const file = (await readdir(folder)).find((one) => /^licen[cs]e/i.test(one));
    if (file === undefined) throw new Error(`${name} comes without the text of its licence`);
    licences.push(`${name} ${about.version} (${about.license})\n\n${await readFile(join(folder, file), "utf8")}`);
  }
  return licences.join(`\n${"-".repeat(78)}\n\n`);
}
