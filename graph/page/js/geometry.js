/** Where marks and lines run, in pixels at scale 1. Widths are measured here, heights and places come from the layout. */

const FONT = 'system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';
const NAME_FONT = `500 13px ${FONT}`;
const NOTE_FONT = `10.5px ${FONT}`;
const MONEY_FONT = `600 11px ${FONT}`;
const NAME_LINE = 14.5;
const NOTE_LINE = 11.5;
const GAP_BESIDE = 8;
const SIDE_ROOM = 6;
const STRAND = 5;
const ruler = document.createElement("canvas").getContext("2d");

function textWidth(text, font) {
  ruler.font = font;
  return ruler.measureText(text).width;
}

const noteFont = (node, place) => (node.money && place === node.notes.length - 1 ? MONEY_FONT : NOTE_FONT);

/** Measures all labels; a column is as wide as its widest, so that lines end in one vertical. */
function measureLabels() {
  for (const node of nodes) {
    const names = node.names.map((name) => textWidth(name, NAME_FONT));
    const notes = node.notes.map((note, place) => textWidth(note, noteFont(node, place)));
    node.noteIndent = node.beside ? names[names.length - 1] + GAP_BESIDE : 0;
    node.textWidth = Math.max(0, ...names, ...notes.map((width) => node.noteIndent + width));
    node.textHeight = NAME_LINE * node.names.length + (node.beside ? 0 : NOTE_LINE * node.notes.length);
  }
  for (const column of columns) {
    column.members = nodes.filter((node) => node.column === column.number);
    column.width = Math.max(...column.members.map((node) => node.textWidth)) + 26;
  }
}

const NARROWEST_GAP = 56;
const WIDEST_GAP = 260;

/** The gap between columns with which the picture has the shape of its window, or fits its width if that is too low. */
function gapFor(width, height, readable) {
  const taken = columns.reduce((sum, column) => sum + column.width, 0);
  const fitting = Math.min(height / picture.height, 1.6);
  const gap = (width / Math.max(fitting, readable) - taken) / Math.max(1, columns.length - 1);
  return Math.min(WIDEST_GAP, Math.max(NARROWEST_GAP, gap));
}

/** Puts columns side by side and gives every node its box: what is hit, and where lines may dock. */
function placeNodes(gap) {
  let left = 0;
  for (const column of columns) {
    Object.assign(column, { left, right: left + column.width });
    left = column.right + gap;
    for (const node of column.members) {
      node.box = {
        left: column.left,
        right: column.right,
        top: node.y - node.height / 2,
        bottom: node.y + node.height / 2,
      };
      PLACE[node.column](node, node.box);
    }
    column.usedLeft = Math.min(...column.members.map((node) => node.box.left));
    column.usedRight = Math.max(...column.members.map((node) => node.box.right));
  }
}

/** Where mark, text and lines stand in the box of a node. */
const PLACE = {
  [DONORS](node, box) {
    box.left = box.right - node.textWidth - 26;
    Object.assign(node, { dockRight: box.right + 3, markX: box.right - 8, textX: box.right - 21 });
  },
  [COMMITTEES]: placeInBox,
  [CANDIDATES]: placeInBox,
  [COUNTIES](node, box) {
    box.right = box.left + 24 + node.textWidth;
    Object.assign(node, { dockLeft: box.left, dockRight: box.right, markX: box.left + 9, textX: box.left + 20 });
  },
  [OUTCOMES]: placeInBox,
};

function placeInBox(node, box) {
  Object.assign(node, {
    dockLeft: box.left,
    dockRight: box.right,
    textX: box.left + (node.column === OUTCOMES ? 14 : 11),
  });
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
const scaledSizes = (
  edges.some((edge) => edge.size > 0 && !edge.grouped) ? edges.filter((edge) => !edge.grouped) : edges
)
  .map((edge) => edge.size)
  .filter((size) => size > 0);
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
  if (edge.family === "candidacy") return resultStyle(edge).width;
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
  const passed = columns.filter(
    ({ number }) =>
      Math.min(edge.start.column, edge.end.column) < number && number < Math.max(edge.start.column, edge.end.column),
  );
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
