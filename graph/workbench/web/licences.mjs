/* The licences of the packages that went into a bundle. */
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";

/** The texts, one after the other, with those of packages whose data went in; empty when no package did. */
export async function licencesOf(metafile, others = []) {
  const scripts = Object.keys(metafile.inputs).map((file) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1]);
  const packages = new Set([...scripts.filter(Boolean), ...others]);
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
