/** Where marks and lines run, in pixels at scale 1. Widths are measured here, heights and places come from the layout. */

const FONT = 'system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';
const NAME_FONT = `500 13px ${FONT}`;
const NOTE_FONT = `10.5px ${FONT}`;
const MONEY_FONT = `600 11px ${FONT}`;
const NAME_LINE = 14.5;
const NOTE_LINE = 11.5;
const SIDE_ROOM = 6;
const STRAND = 5;
const ruler = document.createElement("canvas").getContext("2d");

function textWidth(text, font) {
  ruler.font = font;
  return ruler.measureText(text).width;
}

const noteFont = (node, place) => (node.money && place === node.notes.length - 1 ? MONEY_FONT : NOTE_FONT);

/** Gives every node its box: what is hit, what is kept clear, and where lines may dock. */
function measureNodes() {
  for (const node of nodes) {
    const widths = node.names.map((name) => textWidth(name, NAME_FONT));
    node.notes.forEach((note, place) => widths.push(textWidth(note, noteFont(node, place))));
    node.textWidth = Math.max(0, ...widths);
    node.textHeight = NAME_LINE * node.names.length + NOTE_LINE * node.notes.length;
  }
  for (const column of columns) measureColumn(column, nodes.filter((node) => node.column === column.number));
}

/** Boxes of a column are as wide as its widest text, so that lines end in one vertical. */
function measureColumn(column, members) {
  const widest = Math.max(...members.map((node) => node.textWidth));
  const middle = (column.left + column.right) / 2;
  for (const node of members) {
    const half = node.height / 2;
    node.box = { left: column.left, right: column.right, top: node.y - half, bottom: node.y + half };
    if (column.number === DONORS) {
      node.box.left = node.box.right - node.textWidth - 26;
      Object.assign(node, { dockRight: column.right + 1, markX: column.right - 8, textX: column.right - 21 });
    } else if (column.number === COUNTIES) {
      Object.assign(node, { dockLeft: column.left, markX: column.left + 9, textX: column.left + 20 });
      node.box.right = node.textX + node.textWidth + 4;
      node.dockRight = node.box.right;
    } else {
      const width = widest + (column.number === OUTCOMES ? 22 : 20);
      node.box.left = middle - width / 2;
      node.box.right = middle + width / 2;
      Object.assign(node, { dockLeft: node.box.left, dockRight: node.box.right, textX: node.box.left + 10 });
      if (column.number === OUTCOMES) node.textX += 4;
    }
  }
  const used = members.map((node) => node.box);
  column.usedLeft = Math.min(...used.map((box) => box.left));
  column.usedRight = Math.max(...used.map((box) => box.right));
}

/** Room of a set of nodes with the headings above. */
function extent(some) {
  const boxes = some.length > 0 ? some.map((node) => node.box) : [{ left: 0, right: 1, top: 0, bottom: 1 }];
  return {
    left: Math.min(...boxes.map((box) => box.left)),
    right: Math.max(...boxes.map((box) => box.right)),
    top: Math.min(...boxes.map((box) => box.top)),
    bottom: Math.max(...boxes.map((box) => box.bottom)),
  };
}

/* Width of a line: the square root of its amount, so that twice the width is four times the money; the logarithm where
   the largest amount is more than a thousand times the smallest. Sums of groups ("others", "the donors") are left out of
   the scale: they would make every single gift look like nothing. */
const NARROWEST = 1.6;
const WIDEST = 10;
const scaledSizes = (edges.some((edge) => edge.size > 0 && !edge.grouped) ? edges.filter((edge) => !edge.grouped) : edges)
  .map((edge) => edge.size).filter((size) => size > 0);
const largestSize = Math.max(0, ...scaledSizes);
const smallestSize = Math.min(largestSize, ...scaledSizes);
const isLogarithmic = largestSize > 1000 * smallestSize;

function widthOfSize(size) {
  const part = Math.min(1, Math.max(0, size / largestSize));
  const share = isLogarithmic
    ? 1 + Math.log(Math.max(part, 1e-12)) / Math.log((2 * largestSize) / smallestSize)
    : Math.sqrt(part);
  return NARROWEST + (WIDEST - NARROWEST) * Math.max(0, share);
}

function lineWidth(edge) {
  if (edge.size !== null) return widthOfSize(edge.size);
  if (edge.family === "candidacy") return (RESULTS.get(edge.result) ?? RESULTS.get("open")).width;
  return edge.family === "tie" || edge.family === "outcome" ? 1.1 : NARROWEST;
}

/** Which sides of its ends a line uses. Lines within a column leave and enter on the right. */
function sidesOf(edge) {
  if (edge.start.column < edge.end.column) return ["right", "left"];
  return edge.start.column > edge.end.column ? ["left", "right"] : ["right", "right"];
}

/** Gives each line its own place along the sides of its two marks, in the order in which the lines fan out. */
function dockLines() {
  const docks = new Map();
  for (const edge of edges) {
    const [leaving, entering] = sidesOf(edge);
    dock(docks, edge, edge.start, leaving, "startY", edge.lane[0] ?? edge.end.y);
    dock(docks, edge, edge.end, entering, "endY", last(edge.lane) ?? edge.start.y);
  }
  for (const { node, lines } of docks.values()) spreadAlong(node, lines);
}

function dock(docks, edge, node, side, field, towards) {
  const key = `${node.id} ${side}`;
  if (!docks.has(key)) docks.set(key, { node, lines: [] });
  docks.get(key).lines.push({ edge, field, towards });
}

function spreadAlong(node, lines) {
  lines.sort((a, b) => a.towards - b.towards || a.edge.strand - b.edge.strand || a.edge.id - b.edge.id);
  const room = lines.map(({ edge }) => lineWidth(edge) + 2.4);
  const wanted = room.reduce((sum, width) => sum + width, 0);
  const scale = Math.min(1, (node.box.bottom - node.box.top - SIDE_ROOM) / wanted);
  let y = node.y - (wanted * scale) / 2;
  lines.forEach(({ edge, field }, place) => {
    edge[field] = y + (room[place] * scale) / 2;
    y += room[place] * scale;
  });
}

/** Points a line runs through: out of its start, straight through every column it passes, into its end. */
function wayOf(edge) {
  const [leaving, entering] = sidesOf(edge);
  const start = { x: leaving === "right" ? edge.start.dockRight : edge.start.dockLeft, y: edge.startY };
  const end = { x: entering === "right" ? edge.end.dockRight : edge.end.dockLeft, y: edge.endY };
  const passed = columns.filter(({ number }) => Math.min(edge.start.column, edge.end.column) < number
    && number < Math.max(edge.start.column, edge.end.column));
  if (leaving === "left") passed.reverse();
  const way = [start];
  passed.forEach((column, place) => {
    const ends = leaving === "right" ? [column.usedLeft, column.usedRight] : [column.usedRight, column.usedLeft];
    const y = edge.lane[place] + edge.strand * STRAND;
    way.push({ x: ends[0], y }, { x: ends[1], y });
  });
  way.push(end);
  return way;
}

/** Which way a line points where it enters its end: 1 to the right, -1 to the left. */
const heading = (edge) => (sidesOf(edge)[1] === "left" ? 1 : -1);
