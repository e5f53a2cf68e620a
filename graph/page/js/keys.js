/** Everything by keyboard. */

function onKey(event) {
  const typing =
    /^(input|textarea|select)$/i.test(event.target.tagName) &&
    event.target.type !== "checkbox" &&
    event.target.type !== "range";
  if (event.key === "Escape") return onEscape();
  if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    byId("search").focus();
  }
  return undefined;
}

/** Closes what is open, the innermost first. */
function onEscape() {
  if (byId("help-text").open) return;
  if (!byId("hits").hidden || document.activeElement === byId("search")) {
    byId("search").value = "";
    showHits([]);
    byId("search").blur();
  } else if (state.selected === null || document.body.dataset.drawer === "legend") openDrawer("");
  else select(null);
}

function onCanvasKey(event) {
  const moves = {
    ArrowUp: () => alongColumn(-1),
    ArrowDown: () => alongColumn(1),
    ArrowLeft: () => across(-1),
    ArrowRight: () => across(1),
  };
  const zooms = { "+": 1.25, "=": 1.25, "-": 0.8 };
  if (event.key in moves) {
    const next = moves[event.key]();
    if (next) select(next, { move: true });
  } else if (event.key in zooms) {
    view.network.moveTo({ scale: view.network.getScale() * zooms[event.key] });
    limitZoom();
  } else if (event.key === "0") fitView();
  else if (event.key === "Enter") byId("panel").focus();
  else return;
  event.preventDefault();
}

const present = () => (state.selected === null ? null : isEdge(state.selected) ? state.selected.end : state.selected);

/** The next shown mark up or down the column; the first one of all where nothing is selected. */
function alongColumn(step) {
  const here = present();
  const column = shownNodes()
    .filter((node) => node.column === (here ?? shownNodes()[0])?.column)
    .sort((a, b) => a.y - b.y);
  return here === null ? column[0] : column[column.indexOf(here) + step];
}

/** The neighbour on the left or right that is nearest in height. */
function across(step) {
  const here = present();
  if (here === null) return shownNodes()[0];
  const near = [...here.incoming, ...here.outgoing]
    .filter((edge) => edge.shown)
    .map((edge) => (edge.start === here ? edge.end : edge.start))
    .filter((node) => Math.sign(node.column - here.column) === step);
  return near.sort((a, b) => Math.abs(a.y - here.y) - Math.abs(b.y - here.y))[0];
}
