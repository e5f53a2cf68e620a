/** Starts the page and keeps its parts in step. */

/**
 * Selects a node, an edge or nothing.
 * @param {{move?: boolean}} how whether the view may move to show it
 */
function select(mark, { move = false } = {}) {
  if (mark === state.selected) {
    if (mark !== null) openDrawer("panel");
    return;
  }
  state.selected = mark;
  writeAddress(true);
  showSelection(move);
}

function showSelection(move) {
  const mark = state.selected;
  refreshPanel();
  if (state.view === "table") refreshTable();
  drawOverlay();
  openDrawer(mark === null ? "" : "panel");
  if (mark !== null) {
    if (move) bringIntoView(mark);
    announce(isEdge(mark) ? sentence(mark) : `${mark.label}, ${mark.kind}`);
  }
}

/** Brings everything up to date after a change of filters. */
function refresh() {
  applyFilters();
  refreshLegend();
  refreshPanel();
  if (state.view === "table") refreshTable();
  byId("counts").textContent = countsText();
  byId("nothing").textContent =
    nodes.length === 0 ? "No source tells of a relationship to draw." : "The filters leave nothing to show.";
  byId("nothing").hidden = shownNodes().length > 0;
  view.network?.redraw();
}

function countsText() {
  const [marks, lines] = [shownNodes().length, shownEdges().length];
  const parts = [
    `${marks} of ${counted(nodes.length, "mark")}`,
    `${lines} of ${counted(edges.length, "relationship")}`,
    counted(shownClaims().length, "claim"),
    counted(picture.documents.length, "document"),
    ...(datasets.length > 0 ? [counted(datasets.length, "dataset")] : []),
  ];
  return parts.join(", ");
}

function onFilter() {
  refresh();
  writeAddress(false);
  announce(countsText());
}

function onToggle(keys, on) {
  for (const key of keys) {
    if (on) filters.off.delete(key);
    else filters.off.add(key);
  }
  onFilter();
}

function onLeast(amount) {
  filters.least = amount;
  onFilter();
}

function onReset() {
  resetFilters();
  onFilter();
}

function showView(name) {
  state.view = name;
  for (const each of ["network", "table"]) byId(`show-${each}`).setAttribute("aria-pressed", String(each === name));
  byId("canvas").hidden = name !== "network";
  byId("headings").hidden = name !== "network";
  byId("table").hidden = name !== "table";
  if (name === "table") refreshTable();
}

const isDark = () =>
  (state.theme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";

function setTheme(name) {
  document.documentElement.setAttribute("data-theme", name);
  readPalette();
}

function refreshTheme() {
  setTheme(isDark() ? "dark" : "light");
  byId("theme").textContent = isDark() ? "Light" : "Dark";
  byId("theme").setAttribute("aria-label", `Switch to ${isDark() ? "light" : "dark"} colours`);
  view.network?.redraw();
}

/** On a narrow screen legend and panel are drawers; at most one is open. */
function openDrawer(name) {
  document.body.dataset.drawer = name;
  for (const each of ["legend", "panel"]) byId(`open-${each}`).setAttribute("aria-expanded", String(each === name));
}

/** Takes over what the address says, at the start and when it changes. */
function onAddress() {
  if (presentAddress() === addressOfState()) return;
  readAddress();
  refreshTheme();
  refresh();
  showView(state.view);
  showSelection(true);
}

function listen() {
  byId("fit").addEventListener("click", () => fitView());
  byId("help").addEventListener("click", () => byId("help-text").showModal());
  byId("theme").addEventListener("click", () => {
    state.theme = isDark() ? "light" : "dark";
    refreshTheme();
    writeAddress(false);
  });
  for (const name of ["network", "table"])
    byId(`show-${name}`).addEventListener("click", () => {
      showView(name);
      writeAddress(false);
    });
  for (const name of ["legend", "panel"]) {
    byId(`open-${name}`).addEventListener("click", () => openDrawer(document.body.dataset.drawer === name ? "" : name));
  }
  byId("save-png").addEventListener("click", savePng);
  byId("save-csv").addEventListener("click", saveCsv);
  byId("save-json").addEventListener("click", saveJson);
  byId("canvas").addEventListener("keydown", onCanvasKey);
  document.addEventListener("keydown", onKey);
  window.addEventListener("hashchange", onAddress);
  window.addEventListener("beforeprint", preparePrint);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", refreshTheme);
}

function start() {
  document.title = picture.title;
  byId("title").textContent = picture.title;
  byId("subtitle").textContent = picture.subtitle;
  readAddress();
  refreshTheme();
  measureLabels();
  buildHeadings();
  buildLegend();
  buildHelp();
  refresh();
  placeMarks();
  startView();
  openView();
  startSearch();
  listen();
  showView(state.view);
  if (state.selected !== null) showSelection(true);
  document.body.dataset.ready = String(Math.round(performance.now()));
}

/** For a page around this one, and for tests: where on the screen a mark stands, and which marks stand out now. */
window.moneytrail = Object.freeze({
  placeOf(iri) {
    const mark = nodeByIri.get(iri) ?? edgeByIri.get(iri);
    const frame = byId("canvas").getBoundingClientRect();
    const { x, y } = view.network.canvasToDOM(
      isEdge(mark) ? mark.middle : { x: mark.markX ?? (mark.box.left + mark.box.right) / 2, y: mark.y },
    );
    return { x: frame.left + x, y: frame.top + y };
  },
  standingOut() {
    const { nodes: lit, edges: lines } = company(state.hovered ?? state.selected);
    return [...lit, ...lines].map((mark) => mark.iri);
  },
});

start();
