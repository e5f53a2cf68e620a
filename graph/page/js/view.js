/** The network on the screen. vis-network holds the marks and the view; lines and highlight are drawn here. */

const MIN_SCALE = 0.15;
const MAX_SCALE = 4;
const READABLE = 0.66; // smaller than this the view opens on the full width, not on the full height
const SMALLEST_OPEN = 0.5; // smaller than this it opens on the upper left, at a scale that can be read
const VEIL = 0.82;
const view = { network: null, overlay: null, moved: false, pending: false, gap: 0 };

/** Hands marks and options to vis-network, and draws what it does not. */
function startView() {
  const options = picture.options;
  options.nodes.ctxRenderer = ({ ctx, id }) => {
    const { box } = nodes[id];
    return {
      drawNode: () => nodes[id].shown && drawNode(ctx, nodes[id]),
      nodeDimensions: { width: box.right - box.left, height: box.bottom - box.top },
    };
  };
  const marks = {
    nodes: nodes.map(({ id, y, box }) => ({ id, x: (box.left + box.right) / 2, y })),
    edges: edges.map(({ id, from, to, hidden }) => ({ id, from, to, hidden })),
  };
  view.network = new vis.Network(byId("canvas"), marks, options);
  byId("canvas").firstElementChild.tabIndex = -1; // the element around it takes the keys and has the name
  view.overlay = el("canvas", { class: "overlay", "aria-hidden": "true" });
  byId("canvas").append(view.overlay);
  view.network.on("beforeDrawing", (context) => drawLines(context));
  view.network.on("afterDrawing", () => {
    placeHeadings();
    drawOverlay();
  });
  view.network.on("zoom", limitZoom);
  view.network.on("dragStart", () => {
    view.moved = true;
    hideTip();
  });
  view.network.on("click", ({ pointer }) => select(markAt(pointer.canvas, reach())));
  byId("canvas").addEventListener("pointermove", onPoint);
  byId("canvas").addEventListener("pointerleave", () => point(null));
  new ResizeObserver(() => {
    if (!view.moved) openView();
  }).observe(byId("canvas"));
}

/** Fits the gaps between columns to the window, and traces all lines anew when they changed. */
function placeMarks() {
  const { clientWidth, clientHeight } = byId("canvas");
  const gap = Math.round(gapFor(clientWidth - 24, clientHeight - 46, READABLE));
  if (gap === view.gap || clientWidth === 0) return;
  view.gap = gap;
  placeNodes(gap);
  dockLines();
  traceLines();
  for (const { id, y, box } of view.network === null ? [] : nodes)
    view.network.moveNode(id, (box.left + box.right) / 2, y);
}

/** How near a pointer has to be to a line: the same on the screen at every zoom, wider for a finger. */
const reach = () => (matchMedia("(pointer: coarse)").matches ? 14 : 6) / view.network.getScale();

/** Keeps the zoom between a speck and a single label. */
function limitZoom() {
  view.moved = true;
  const scale = view.network.getScale();
  const allowed = Math.min(MAX_SCALE, Math.max(MIN_SCALE, scale));
  if (allowed !== scale) view.network.moveTo({ scale: allowed });
}

/** The view that shows all marks that are shown. */
function wholeView() {
  const room = extent(shownNodes());
  const { clientWidth, clientHeight } = byId("canvas");
  const top = 34;
  const scale = Math.min(
    (clientWidth - 24) / (room.right - room.left),
    (clientHeight - top - 12) / (room.bottom - room.top),
    1.6,
  );
  return {
    scale: Math.max(MIN_SCALE, scale),
    position: {
      x: (room.left + room.right) / 2,
      y: (room.top + room.bottom) / 2 - (top - 12) / (2 * Math.max(MIN_SCALE, scale)),
    },
  };
}

function fitView({ animate = true } = {}) {
  view.moved = false;
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  view.network.moveTo({
    ...wholeView(),
    animation: animate && !calm ? { duration: 250, easingFunction: "easeInOutQuad" } : false,
  });
}

/** Opens on everything, or, where that could not be read, on the upper left at a scale that can. */
function openView() {
  placeMarks();
  const whole = wholeView();
  const { clientWidth, clientHeight } = byId("canvas");
  if (clientWidth === 0) return;
  if (whole.scale >= READABLE) return view.network.moveTo({ ...whole, animation: false });
  const room = extent(shownNodes());
  const fitting = Math.min(READABLE, (clientWidth - 24) / (room.right - room.left));
  const scale = fitting >= SMALLEST_OPEN ? fitting : READABLE;
  const wide = (room.right - room.left) * scale > clientWidth - 24;
  const tall = (room.bottom - room.top) * scale > clientHeight - 46;
  return view.network.moveTo({
    scale,
    position: {
      x: wide ? room.left + (clientWidth / 2 - 12) / scale : whole.position.x,
      y: tall ? room.top + (clientHeight / 2 - 34) / scale : (room.top + room.bottom) / 2 - 11 / scale,
    },
    animation: false,
  });
}

/** Moves the view to a mark if it is out of sight, also under an open drawer. */
function bringIntoView(mark) {
  if (state.view !== "network") return;
  const place = isEdge(mark) ? mark.middle : { x: (mark.box.left + mark.box.right) / 2, y: mark.y };
  const { x, y } = view.network.canvasToDOM(place);
  const frame = byId("canvas").getBoundingClientRect();
  const covered = document.body.dataset.drawer === "panel" && getComputedStyle(byId("panel")).position === "fixed";
  const bottom = covered ? frame.height - byId("panel").offsetHeight : frame.height;
  if (x > 60 && y > 60 && x < frame.width - 60 && y < bottom - 30) return;
  view.moved = true;
  const lift = (frame.height - Math.max(120, bottom)) / 2 / view.network.getScale();
  view.network.moveTo({ position: { x: place.x, y: place.y + lift }, animation: false });
}

/** Keeps the headings over their columns; a column of which nothing is shown has none. */
function placeHeadings() {
  for (const column of columns) {
    const { x } = view.network.canvasToDOM({ x: headingX(column), y: 0 });
    column.heading.hidden = !column.members.some((node) => node.shown);
    column.heading.style.transform = `translateX(${x.toFixed(1)}px) translateX(-50%)`;
  }
}

function buildHeadings() {
  for (const column of columns) column.heading = el("span", {}, column.title);
  fill(byId("headings"), ...columns.map((column) => column.heading));
}

/** Draws the highlight on its own canvas: vis-network does not have to draw all marks again. */
function drawOverlay() {
  const { overlay, network } = view;
  const { clientWidth, clientHeight } = byId("canvas");
  const ratio = devicePixelRatio || 1;
  if (overlay.width !== Math.round(clientWidth * ratio) || overlay.height !== Math.round(clientHeight * ratio)) {
    overlay.width = Math.round(clientWidth * ratio);
    overlay.height = Math.round(clientHeight * ratio);
  }
  const context = overlay.getContext("2d");
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, overlay.width, overlay.height);
  const mark = state.hovered ?? state.selected;
  if (mark === null || !mark.shown) return;
  const scale = network.getScale() * ratio;
  const { x, y } = network.getViewPosition();
  context.setTransform(scale, 0, 0, scale, overlay.width / 2 - x * scale, overlay.height / 2 - y * scale);
  drawHighlight(context, company(mark), mark, VEIL);
}

/** Takes up the pointer at most once a frame; a finger selects by tapping and does not point. */
function onPoint(event) {
  if (event.pointerType === "touch" || view.pending || event.buttons > 0) return;
  view.pending = true;
  requestAnimationFrame(() => {
    view.pending = false;
    const frame = byId("canvas").getBoundingClientRect();
    const at = { x: event.clientX - frame.left, y: event.clientY - frame.top };
    point(markAt(view.network.DOMtoCanvas(at), reach()), at);
  });
}

/** Points at a mark, or at nothing. */
function point(mark, at) {
  if (mark === null) hideTip();
  else showTip(mark, at);
  if (mark === state.hovered) return;
  state.hovered = mark;
  byId("canvas").classList.toggle("pointing", mark !== null);
  drawOverlay();
}

function showTip(mark, { x, y }) {
  const tip = byId("tip");
  const lines = isEdge(mark)
    ? [
        sentence(mark),
        mark.amount?.words ?? "",
        mark.firmness === "asserted" ? "" : mark.firmness,
        evidenceText(mark),
      ]
    : [
        mark.label,
        mark.kind,
        mark.money_in ? `in: ${mark.money_in.words}` : "",
        mark.money_out ? `out: ${mark.money_out.words}` : "",
      ];
  fill(
    tip,
    el("strong", {}, lines[0]),
    ...lines
      .slice(1)
      .filter((line) => line !== "")
      .map((line) => el("span", {}, line)),
  );
  tip.hidden = false;
  const { clientWidth, clientHeight } = byId("main");
  tip.style.left = `${Math.max(4, Math.min(x + 14, clientWidth - tip.offsetWidth - 8))}px`;
  tip.style.top = `${y + 18 + tip.offsetHeight > clientHeight ? y - tip.offsetHeight - 10 : y + 18}px`;
}

function hideTip() {
  byId("tip").hidden = true;
}
