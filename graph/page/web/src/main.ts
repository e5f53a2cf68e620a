/** Starts the page, and listens to its buttons and keys; in a worker, it starts the workshop of a large picture. */

import { makeApp, type App, type Drawer, type Part } from "./app.ts";
import type { PageDocument } from "./document.ts";
import { byId, dialog, el, fill } from "./dom.ts";
import { FILES } from "./exports/files.ts";
import { fillHelp } from "./help.ts";
import { startLevels } from "./large/levels.ts";
import { unpackedJson } from "./large/packed.ts";
import { serve } from "./large/workshop/serve.ts";
import { readModel, type Model } from "./model.ts";
import type { Place } from "./page.ts";
import { find, searchIndex } from "./search/find.ts";
import { startSearch, type SearchBox } from "./search/box.ts";
import { systemIsDark } from "./theme.ts";

const DRAWERS: readonly Drawer[] = ["legend", "panel"];

declare global {
  interface Window {
    /** For a page around this one, and for tests. */
    moneytrail: {
      /** Where on the screen a mark can be clicked. */
      placeOf(iri: string): Place | null;
      /** IRIs of the marks that stand out now. */
      standingOut(): string[];
    };
  }
}

/** Reads the document, and goes on when what is there already has been painted. */
async function start(): Promise<void> {
  const document_ = await readDocument(byId("picture"));
  document.title = document_.title;
  byId("title").textContent = document_.title;
  byId("subtitle").textContent = document_.subtitle;
  const summary = readModel(document_);
  setTimeout(() => open(summary));
}

/** What the page is made of; that of many lines is packed. */
const readDocument = async ({ dataset, textContent: text }: HTMLElement): Promise<PageDocument> =>
  "packed" in dataset ? unpackedJson(text) : (JSON.parse(text) as PageDocument);

function open(summary: Model): void {
  const help = dialog("help-text");
  fillHelp(help);
  let app: App | null = null;
  const mount = (model: Model, part?: Part) => (app = makeApp(model, part));
  const levels = summary.document.large === undefined ? null : startLevels(summary, mount);
  if (levels === null) mount(summary);
  const now = () => app!;
  const index = searchIndex(summary.nodes);
  const search = startSearch(
    (text) => levels?.find(text) ?? find(text, index),
    (node) => (now().model.nodes.includes(node) ? now().take(node) : levels?.take(node)),
  );
  listen(now);
  window.addEventListener("hashchange", () => {
    if (levels?.follow() !== true) now().readAddress();
  });
  byId("help").addEventListener("click", () => help.showModal());
  document.addEventListener("keydown", (event) => onKey(event, now(), search, help));
  window.moneytrail = Object.freeze({
    placeOf(iri: string) {
      const mark = now().model.markOf(iri);
      return mark === null ? null : (now().stage.view.placeOf?.(mark) ?? null);
    },
    standingOut: () => [...(now().lit?.nodes ?? []), ...(now().lit?.edges ?? [])].map((mark) => mark.iri),
  });
  document.body.dataset.ready = String(Math.round(performance.now()));
}

function listen(now: () => App): void {
  const onClick = (id: string, click: () => void) => byId(id).addEventListener("click", click);
  onClick("fit", () => now().stage.view.fit?.());
  onClick("undo", () => now().undo());
  onClick("redo", () => now().redo());
  onClick("theme", () => now().toggleTheme());
  for (const name of DRAWERS)
    onClick(`open-${name}`, () => now().openDrawer(document.body.dataset.drawer === name ? "" : name));
  for (const [id, write] of Object.entries(FILES)) onClick(id, () => void write(now()));
  window.addEventListener("beforeprint", () => preparePrint(now()));
  systemIsDark().addEventListener("change", () => now().refreshTheme());
}

/** Puts the whole picture on paper, in light colours, whatever part of it is on the screen. */
function preparePrint(app: App): void {
  const picture = app.inLight(() => app.stage.view.picture?.());
  const image =
    picture instanceof HTMLCanvasElement ? el("img", { src: picture.toDataURL("image/png"), alt: "" }) : picture;
  fill(byId("print"), image ?? null);
}

function onKey(event: KeyboardEvent, app: App, search: SearchBox, help: HTMLDialogElement): void {
  if (event.key === "Escape") onEscape(app, search, help);
  if (isTyping(event.target)) return;
  const isCommand = event.ctrlKey || event.metaKey;
  const key = event.key.toLowerCase();
  if (key === "/" && !isCommand) byId("search").focus();
  else if (isCommand && key === "z" && !event.shiftKey) app.undo();
  else if (isCommand && (key === "y" || key === "z")) app.redo();
  else return;
  event.preventDefault();
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLTextAreaElement ||
  target instanceof HTMLSelectElement ||
  (target instanceof HTMLInputElement && target.type !== "checkbox" && target.type !== "range");

/** Closes what is open, the innermost first. */
function onEscape(app: App, search: SearchBox, help: HTMLDialogElement): void {
  if (help.open) return;
  if (search.isOpen()) search.close();
  else if (app.selected === null || document.body.dataset.drawer === "legend") app.openDrawer("");
  else app.select(null);
}

if ("document" in globalThis) void start();
else serve();
