/** Drawing one mark on a canvas. Screen, highlight, picture file and print all use these functions. */

const palette = new Map();

/** Reads the colours of the current theme from the style sheet. */
function readPalette() {
  const style = getComputedStyle(document.documentElement);
  const names = [
    ...FAMILIES.keys(),
    "paper",
    "ink",
    "quiet",
    "edge-of-box",
    "box",
    "committee",
    "county",
    "donor",
    "hedge",
  ];
  for (const name of names) palette.set(name, style.getPropertyValue(`--${name}`).trim());
}

function dashOf(edge) {
  const width = lineWidth(edge);
  if (edge.family === "opposition") return [5 + width, 3 + width * 0.5];
  if (edge.family === "outcome") return [1, 3];
  return resultStyle(edge)?.dash ?? [];
}

/** Draws a line with the mark at its end; hedged lines are hollow and carry a question mark. */
function drawEdge(context, edge, { strong = false } = {}) {
  const colour = palette.get(familyOf(edge));
  const hedged = edge.hedges.length > 0;
  const width = hedged ? Math.max(lineWidth(edge), 3.6) : lineWidth(edge);
  context.save();
  context.globalAlpha = strong ? 1 : restingAlpha(edge);
  stroke(context, edge.path, colour, strong ? width + 0.8 : width, dashOf(edge));
  if (hedged) stroke(context, edge.path, palette.get("paper"), Math.max(1.4, width - 2.2), []);
  drawEnd(context, edge, colour);
  if (hedged) drawBadge(context, edge.middle, "?", colour);
  if (cautionOf(edge) !== "") drawCaution(context, edge);
  context.restore();
}

const restingAlpha = (edge) => (edge.family === "outcome" ? 0.85 : edge.family === "money" ? 0.72 : 0.78);

function stroke(context, path, colour, width, dash) {
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.setLineDash(dash);
  context.stroke(path);
  context.setLineDash([]);
}

/** A small exclamation mark on a line that a finding warns of: filled where something stated cannot be so. */
function drawCaution(context, edge) {
  const { x, y } = edge.points[Math.floor(edge.points.length / 3)];
  drawBadge(context, { x, y }, "!", palette.get("hedge"), cautionOf(edge) === "alarm");
}

/** A small circled sign: a question mark says that no source asserts this. */
function drawBadge(context, { x, y }, sign, colour, filled = false) {
  context.globalAlpha = 1;
  circle(context, x, y, 6);
  context.fillStyle = filled ? colour : palette.get("paper");
  context.fill();
  context.strokeStyle = colour;
  context.lineWidth = 1.2;
  context.stroke();
  context.fillStyle = palette.get(filled ? "paper" : "ink");
  context.font = `700 9px ${FONT}`;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.fillText(sign, x, y + 0.5);
}

function circle(context, x, y, radius) {
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
}

/** Ends of lines. Each takes the tip, and 1 or -1 for the way the line points. */
const END_MARKS = {
  none() {},
  arrow(context, { x, y }, way, edge) {
    const length = arrowLength(edge);
    const half = 2.4 + lineWidth(edge) * 0.75;
    polygon(context, [
      [x, y],
      [x - way * length, y - half],
      [x - way * length, y + half],
    ]);
    context.fill();
  },
  bar(context, { x, y }, way, edge) {
    const half = 6 + lineWidth(edge) * 0.7;
    context.lineWidth = 3;
    polygon(context, [
      [x - way * 3, y - half],
      [x - way * 3, y + half],
    ]);
    context.stroke();
  },
  disc(context, { x, y }, way) {
    circle(context, x - way * 4, y, 3.6);
    context.fill();
  },
  ring(context, { x, y }, way) {
    circle(context, x - way * 4, y, 3);
    context.fillStyle = palette.get("paper");
    context.fill();
    context.stroke();
  },
  half(context, { x, y }, way) {
    circle(context, x - way * 4, y, 3.2);
    context.stroke();
    context.beginPath();
    context.arc(x - way * 4, y, 3.2, Math.PI / 2, 1.5 * Math.PI);
    context.fill();
  },
  diamond(context, { x, y }, way) {
    const middle = x - way * 4;
    polygon(context, [
      [middle - 4, y],
      [middle, y - 4],
      [middle + 4, y],
      [middle, y + 4],
    ]);
    context.fill();
  },
  cross(context, { x, y }, way) {
    const middle = x - way * 4;
    context.lineWidth = 2;
    polygon(context, [
      [middle - 3.2, y - 3.2],
      [middle + 3.2, y + 3.2],
    ]);
    context.stroke();
    polygon(context, [
      [middle - 3.2, y + 3.2],
      [middle + 3.2, y - 3.2],
    ]);
    context.stroke();
  },
};

function drawEnd(context, edge, colour) {
  context.fillStyle = colour;
  context.strokeStyle = colour;
  context.lineWidth = 1.4;
  END_MARKS[endOf(edge)](context, edge.tip, heading(edge), edge);
}

function polygon(context, corners) {
  context.beginPath();
  corners.forEach(([x, y], place) => (place === 0 ? context.moveTo(x, y) : context.lineTo(x, y)));
  context.closePath();
}

/** Draws a node with its label, in the manner of its column. */
function drawNode(context, node, { strong = false } = {}) {
  context.save();
  if (node.column === DONORS) drawDonor(context, node, strong);
  else if (node.column === COUNTIES) drawCounty(context, node, strong);
  else drawBox(context, node, strong);
  drawText(context, node);
  context.restore();
}

function drawDonor(context, node, strong) {
  const colour = palette.get("donor");
  context.fillStyle = colour;
  context.strokeStyle = colour;
  const lines = [...node.outgoing, ...node.incoming].filter((edge) => edge.shown);
  const ys = [node.y, ...lines.map((edge) => (edge.start === node ? edge.startY : edge.endY))];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  if (bottom - top > 3) context.fillRect(node.box.right + 1, top - 3, 2, bottom - top + 6); // a rail that lines leave from
  const radius = strong ? 7 : 5.5;
  shapeOfDonor(context, node, radius);
  context.fill();
  if (node.grouped) {
    context.lineWidth = 1.2;
    shapeOfDonor(context, node, radius + 2.6);
    context.stroke();
  }
}

/** A circle for a person, a square for anything else; a second outline for a group. */
function shapeOfDonor(context, node, radius) {
  if (isPerson(node)) return circle(context, node.markX, node.y, radius);
  context.beginPath();
  return context.rect(node.markX - radius, node.y - radius, 2 * radius, 2 * radius);
}

const isPerson = (node) => /person|individual|candidate/i.test(node.kind);

function drawCounty(context, node, strong) {
  const size = strong ? 8 : 6.5;
  context.fillStyle = palette.get("county");
  polygon(context, [
    [node.markX, node.y - size],
    [node.markX + size, node.y + size * 0.8],
    [node.markX - size, node.y + size * 0.8],
  ]);
  context.fill();
}

function drawBox(context, node, strong) {
  const { left, top, right, bottom } = node.box;
  const round = node.column === CANDIDATES ? 12 : node.column === OUTCOMES ? 2 : 5;
  context.beginPath();
  context.roundRect(left, top, right - left, bottom - top, round);
  context.fillStyle = palette.get("box");
  context.fill();
  context.strokeStyle = palette.get(
    node.column === COMMITTEES ? "committee" : node.column === CANDIDATES ? "candidacy" : "edge-of-box",
  );
  context.lineWidth = strong ? 2.4 : 1.2;
  if (node.grouped) context.setLineDash([4, 3]);
  context.stroke();
  context.setLineDash([]);
  if (node.column === OUTCOMES) {
    context.fillStyle = palette.get("ink");
    context.fillRect(left, top, 4, bottom - top);
  }
}

function drawText(context, node) {
  context.textAlign = node.column === DONORS ? "right" : "left";
  context.textBaseline = "middle";
  let y = node.y - node.textHeight / 2;
  context.font = NAME_FONT;
  context.fillStyle = palette.get("ink");
  for (const name of node.names) {
    context.fillText(name, node.textX, y + NAME_LINE / 2);
    y += NAME_LINE;
  }
  if (node.beside) y -= (NAME_LINE + NOTE_LINE) / 2 - 0.5; // on the line of the name
  node.notes.forEach((note, place) => {
    context.font = noteFont(node, place);
    context.fillStyle = palette.get(noteFont(node, place) === MONEY_FONT ? "ink" : "quiet");
    context.fillText(note, node.textX + node.noteIndent, y + NOTE_LINE / 2);
    y += NOTE_LINE;
  });
}
