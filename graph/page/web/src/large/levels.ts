/** The parts of a large picture the page can show: the summary it opens on, everything, and the surroundings of a mark. */

import { fromHash } from "../address.ts";
import type { Part } from "../app.ts";
import { byId, el, fill } from "../dom.ts";
import type { PartLink } from "../page.ts";
import { isEdge, readModel, type Mark, type Model, type Node } from "../model.ts";
import { EVERYTHING } from "../views/everything.ts";
import { viewsOf } from "../views/index.ts";
import { TABLE } from "../views/table.ts";
import { makeEverything, type Everything } from "./everything.ts";
import { around, FOLDED, unfolded } from "./part.ts";
import { openWorkshop } from "./workshop/workshop.ts";

/** In the address: everything; the lines that a line of the summary stands for. Else it is the IRI of a mark. */
const ALL = "everything";
const UNFOLDED = "unfolded:";

export interface Levels {
  /** The marks of the whole that answer a search; null as long as it is not unpacked. */
  find(text: string): Promise<Node[]> | null;
  /** Opens the surroundings of a mark of the whole. */
  take(node: Node): void;
  /** Opens the part that the address names; whether that is another than the one that is open. */
  follow(): boolean;
}

/** Starts with the part that the address names; `mount` shows a model as the page. */
export function startLevels(summary: Model, mount: (model: Model, part: Part) => void): Levels {
  let open: string | null = null;
  let unpacked: Promise<Everything> | null = null;
  let searched: Everything | null = null;
  const everything = () => (unpacked ??= parsed().then(openWorkshop).then(async (workshop) => makeEverything(summary, workshop)));

  const show = (key: string, model: Model) => {
    open = key;
    const views = key === ALL ? () => [EVERYTHING, TABLE] : viewsOf;
    mount(model, { key, views, partOf: (mark) => (mark.iri === key ? null : partOf(mark)) });
    byId("subtitle").textContent = model.document.subtitle;
    showSwitch(key, go);
  };
  const partOf = (mark: Mark): PartLink | null => {
    if (!isEdge(mark)) return isFolded(mark) ? null : { title: "Show its surroundings", open: () => go(mark.iri) };
    const place = summary.edges.findIndex(({ iri }) => iri === mark.iri);
    if (place < 0 || !(isFolded(mark.start) || isFolded(mark.end))) return null;
    return { title: "Show the lines it stands for", open: () => go(`${UNFOLDED}${place}`) };
  };
  const go = (key: string) => {
    const address = new URLSearchParams(location.hash.replace(/^#/, ""));
    address.set("select", key);
    address.delete("hide");
    address.delete("least");
    address.delete("view");
    if (key === "") address.delete("part");
    else address.set("part", key);
    if (key === "" || key === ALL || key.startsWith(UNFOLDED)) address.delete("select");
    location.hash = address.toString();
  };
  const follow = () => {
    const { part } = fromHash(location.hash, [""]);
    if (part === open) return false;
    if (part === "") show("", summary);
    else void everything().then((whole) => openPart(part, whole));
    return true;
  };
  const openPart = async (key: string, whole: Everything) => {
    if (key === ALL) {
      show(ALL, whole);
      return;
    }
    const mark = whole.markOf(key);
    const document = key.startsWith(UNFOLDED)
      ? await unfolded(Number(key.slice(UNFOLDED.length)), whole)
      : mark !== null && !isEdge(mark)
        ? await around(whole.nodes[mark.id]!, whole)
        : null;
    if (document === null) show("", summary);
    else show(key, readModel(document));
  };

  if (fromHash(location.hash, [""]).part === "") show("", summary);
  follow();
  void everything().then((whole) => {
    searched = whole;
    document.body.dataset.unpacked = String(Math.round(performance.now()));
  });
  return {
    find: (text) => searched?.workshop.ask("find", text).then((marks) => marks.map((mark) => searched!.nodes[mark]!)) ?? null,
    take: (node) => go(node.iri),
    follow,
  };
}

const isFolded = (node: Node): boolean => node.kind === FOLDED;

/** When all elements of the page are there, the packed ones too. */
const parsed = (): Promise<void> =>
  new Promise((resolve) => {
    if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", () => resolve());
    else setTimeout(resolve);
  });

/** The switch between the parts. */
function showSwitch(open: string, go: (key: string) => void): void {
  const named = open !== "" && open !== ALL;
  const choices: [string, string][] = [
    ["", "Summary"],
    ["everything", "Everything"],
    ...(named ? [[open, "Part"] as [string, string]] : []),
  ];
  fill(
    byId("levels"),
    ...choices.map(([key, text]) =>
      el("button", { type: "button", "aria-pressed": String(key === open), on: { click: () => go(key) } }, text),
    ),
  );
  byId("levels").hidden = false;
}
