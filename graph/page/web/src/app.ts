/** The page: its state, and everything that is kept in step with it. */

import { fromHash, toHash, type Address } from "./address.ts";
import { company, type Company } from "./company.ts";
import type { PageDocument } from "./document.ts";
import { button, byId } from "./dom.ts";
import { sentence } from "./families.ts";
import { applyFilters, noFilters, type Filters } from "./filters.ts";
import { buildLegend } from "./legend/legend.ts";
import type { Controls } from "./legend/row.ts";
import { isEdge, type Mark, type Model, type Node } from "./model.ts";
import type { Page, Place, Selecting, ViewEntry } from "./page.ts";
import { makePast } from "./past.ts";
import { edgePanel } from "./panel/edge.ts";
import { fillPanel, nodePanel } from "./panel/node.ts";
import { overview } from "./panel/overview.ts";
import { countsText } from "./shown.ts";
import { makeStage, type Stage } from "./stage.ts";
import { isDarkNow, showTheme, type Theme } from "./theme.ts";
import { showTip } from "./tip.ts";
import { viewsOf } from "./views/index.ts";
import { buildStory, openedBy } from "./story.ts";
import { widthScale } from "./widths.ts";

/** A page that a notebook shows from its text has no address of its own. */
const HAS_ADDRESS = location.protocol !== "about:";

export type Drawer = "" | "legend" | "panel";

/** The page with what only its own parts may do. */
export interface App extends Page {
  readonly stage: Stage;
  readonly lit: Company | null;
  toggleTheme(): void;
  refreshTheme(): void;
  showView(name: string): void;
  openDrawer(name: Drawer): void;
  reset(): void;
  /** Takes a name that was searched, also when the filters hide it. */
  take(node: Node): void;
  /** Takes back the last change of view, selection or filters. */
  undo(): void;
  redo(): void;
  /** Takes over what the address says. */
  readAddress(): void;
  /** Puts colours in place for a moment, for print. */
  inLight<Result>(make: () => Result): Result;
}

/** Which part of a large picture the page shows, if it is one. */
export interface Part {
  /** In the address of the page. */
  key: string;
  views: (document: PageDocument) => readonly ViewEntry[];
  partOf: Page["partOf"];
}

const WHOLE: Part = { key: "", views: viewsOf, partOf: () => null };

export function makeApp(model: Model, part: Part = WHOLE): App {
  const given = model.document;
  let filters: Filters = noFilters();
  let selected: Mark | null = null;
  let hovered: Mark | null = null;
  /** Whether the panel shows what is no mark. */
  let isTold = false;
  let theme: Theme | null = null;
  let pointer: Place = { x: 0, y: 0 };
  const entries = part.views(given);
  const firstView = entries[0]!.name;

  const state = (): Address => ({ view: stage.name, select: selected?.iri ?? "", theme, part: part.key, filters });
  const presentHash = () => location.hash.replace(/^#/, "");
  const writeAddress = (asStep: boolean) => {
    past.push(step());
    refreshPast();
    const hash = toHash(state(), firstView);
    if (hash === presentHash() || !HAS_ADDRESS) return;
    if (asStep) location.hash = hash;
    else history.replaceState(null, "", `#${hash}`);
  };
  let past = makePast("");
  /** A state as `past` keeps it: colours are no step. */
  const step = () => toHash({ ...state(), theme: null }, firstView);
  const refreshPast = () => {
    button("undo").disabled = !past.canUndo();
    button("redo").disabled = !past.canRedo();
  };
  const light = () => stage.highlight(app.lit);

  const refreshPanel = () => {
    const parts = selected === null ? overview(app) : isEdge(selected) ? edgePanel(selected, app) : nodePanel(selected, app);
    fillPanel(byId("panel"), parts);
  };
  const refresh = () => {
    applyFilters(model, filters);
    refreshLegend();
    refreshStory(filters.step ?? 0);
    refreshPanel();
    byId("counts").textContent = app.countsText();
    byId("nothing").textContent =
      app.nodes.length === 0 ? "No source tells of a relationship to draw." : "The filters leave nothing to show.";
    byId("nothing").hidden = app.visibleNodes().length > 0;
  };
  const showSelection = (move: boolean) => {
    refreshPanel();
    light();
    app.openDrawer(selected === null ? "" : "panel");
    if (selected === null) return;
    if (move) stage.view.bring?.(selected);
    void selected.load?.()?.then(refreshPanel);
    app.announce(isEdge(selected) ? sentence(selected) : `${selected.label}, ${selected.kind}`);
  };
  const onFilter = (isPassing = false) => {
    refresh();
    stage.draw();
    light();
    if (isPassing) return;
    writeAddress(false);
    app.announce(app.countsText());
  };
  const goTo = (address: Address) => {
    [filters, selected] = [address.filters, model.markOf(address.select)];
    refresh();
    stage.show(address.view);
    stage.draw();
    showSelection(true);
  };
  const goBy = (hash: string | null) => {
    if (hash === null) return;
    goTo(addressIn(hash));
    writeAddress(false);
    app.announce(app.countsText());
  };
  const controls: Controls = {
    get filters() {
      return filters;
    },
    change(edit, { isPassing } = { isPassing: false }) {
      edit(filters);
      onFilter(isPassing);
    },
    reset: () => app.reset(),
  };

  const app: App = {
    document: given,
    model,
    nodes: model.nodes,
    edges: model.edges,
    get claims() {
      return model.claims;
    },
    findings: given.findings,
    widths: widthScale(model.edges),
    visibleNodes: () => model.nodes.filter((node) => node.shown),
    visibleEdges: () => model.edges.filter((edge) => edge.shown),
    countsText: () => countsText(app),
    partOf: (mark) => part.partOf(mark),
    isDark: () => isDarkNow(theme),
    announce(text) {
      byId("announcer").textContent = text;
    },
    get selected() {
      return selected;
    },
    get stage() {
      return stage;
    },
    get lit() {
      const mark = hovered ?? selected;
      return mark === null ? null : company(mark, model);
    },
    select(mark, { move = false }: Selecting = {}) {
      if (mark === selected && !isTold) {
        if (mark !== null) app.openDrawer("panel");
        return;
      }
      isTold = false;
      selected = mark;
      writeAddress(true);
      showSelection(move);
    },
    get time() {
      return { from: filters.from, to: filters.to };
    },
    setTime(time) {
      controls.change((wanted) => Object.assign(wanted, time));
    },
    tell(parts) {
      app.select(null);
      isTold = true;
      fillPanel(byId("panel"), parts);
      app.openDrawer("panel");
    },
    point(mark) {
      showTip(mark, pointer);
      if (mark === hovered) return;
      hovered = mark;
      light();
    },
    toggleTheme() {
      theme = app.isDark() ? "light" : "dark";
      app.refreshTheme();
      writeAddress(false);
    },
    refreshTheme() {
      showTheme(app.isDark() ? "dark" : "light");
      stage.draw();
      light();
    },
    showView(name) {
      hovered = null;
      showTip(null, pointer);
      stage.show(name);
      light();
      writeAddress(false);
    },
    openDrawer(name) {
      document.body.dataset.drawer = name;
      for (const each of ["legend", "panel"])
        byId(`open-${each}`).setAttribute("aria-expanded", String(each === name));
    },
    reset() {
      filters = noFilters();
      onFilter();
    },
    take(node) {
      if (!node.shown) app.reset();
      app.select(node, { move: true });
      byId("panel").focus({ preventScroll: true });
    },
    readAddress() {
      if (presentHash() === toHash(state(), firstView)) return;
      const address = addressIn(location.hash);
      theme = address.theme;
      showTheme(app.isDark() ? "dark" : "light");
      goTo(address);
      past.push(step());
      refreshPast();
    },
    undo: () => goBy(past.undo()),
    redo: () => goBy(past.redo()),
    inLight(make) {
      showTheme("light");
      try {
        return make();
      } finally {
        showTheme(app.isDark() ? "dark" : "light");
      }
    },
  };
  const addressIn = (hash: string): Address => openedBy(hash, fromHash(hash, stage.names), given.story);
  const refreshStory = buildStory(byId("story"), given.story, (hash) => goBy(hash));
  const stage = makeStage(entries, app, (name) => app.showView(name));
  const refreshLegend = buildLegend(byId("legend"), app, controls);
  document.addEventListener("pointermove", ({ clientX: x, clientY: y }) => (pointer = { x, y }), { capture: true });

  const first = addressIn(location.hash);
  [filters, theme, selected] = [first.filters, first.theme, model.markOf(first.select)];
  showTheme(app.isDark() ? "dark" : "light");
  refresh();
  stage.show(first.view);
  if (selected !== null) showSelection(true);
  past = makePast(step());
  refreshPast();
  return app;
}
