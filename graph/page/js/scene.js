/** What is selected and what stands out with it. */

const state = { selected: null, hovered: null, view: "network", theme: null };

/** Everything that stands out when a mark is selected or pointed at. */
function company(mark) {
  const lit = { nodes: new Set(), edges: new Set() };
  if (mark === null) return lit;
  if (isEdge(mark)) light(lit, mark);
  else {
    lit.nodes.add(mark);
    [...mark.incoming, ...mark.outgoing].forEach((edge) => light(lit, edge));
    if (mark.column >= CANDIDATES) lightContests(lit, mark);
  }
  return lit;
}

const isEdge = (mark) => mark.start !== undefined;

function light(lit, edge) {
  if (!edge.shown) return;
  lit.edges.add(edge);
  lit.nodes.add(edge.start).add(edge.end);
}

const isOfContest = (edge) => ["candidacy", "outcome"].includes(edge.family) && edge.contest !== null;

/** From a candidate, county or contest on: only edges of the very contests it has part in; a contest shows who stood. */
function lightContests(lit, mark) {
  const contests = new Set([...lit.edges].filter(isOfContest).map((edge) => edge.contest));
  const met = new Set(lit.nodes);
  for (const edge of edges) {
    if (!contests.has(edge.contest) || !isOfContest(edge)) continue;
    if (mark.column === OUTCOMES) light(lit, edge);
    else if ([edge.start, edge.end].every((end) => end.column > CANDIDATES || met.has(end))) {
      if (mark.column === CANDIDATES && [edge.start, edge.end].some((end) => end.column === CANDIDATES && end !== mark))
        continue;
      light(lit, edge);
    }
  }
}

/** Draws all visible marks: lines first, wide ones below narrow ones, then nodes. */
function drawScene(context) {
  drawLines(context);
  nodes.filter((node) => node.shown).forEach((node) => drawNode(context, node));
}

const byWidth = [];

function drawLines(context) {
  if (byWidth.length === 0) byWidth.push(...edges.slice().sort((a, b) => lineWidth(b) - lineWidth(a)));
  for (const edge of byWidth) if (edge.shown) drawEdge(context, edge);
}

/** Draws what stands out, over a veil that dims the rest. Costs as much as the few marks that stand out. */
function drawHighlight(context, lit, mark, veil) {
  context.save();
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.globalAlpha = veil;
  context.fillStyle = palette.get("paper");
  context.fillRect(0, 0, context.canvas.width, context.canvas.height);
  context.restore();
  for (const edge of lit.edges) drawEdge(context, edge, { strong: true });
  for (const node of lit.nodes) if (node.shown) drawNode(context, node, { strong: node === mark });
}
