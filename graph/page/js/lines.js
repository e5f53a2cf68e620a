/** The course of a line as a path for drawing and as points for hitting. */

const STEPS = 14;

/** How far before its end a line stops, to leave room for the mark there. */
function roomForEnd(edge) {
  const kind = endOf(edge);
  if (kind === "arrow") return arrowLength(edge);
  return kind === "bar" ? 4 : kind === "none" ? 0 : 7;
}

const arrowLength = (edge) => 5 + lineWidth(edge) * 1.1;

/** What stands at the end of a line: an arrowhead, a bar for "against", a result for a candidacy. */
function endOf(edge) {
  if (edge.family === "opposition") return "bar";
  return resultStyle(edge)?.end ?? (edge.family === "outcome" ? "none" : "arrow");
}

/** Works out path and points of every line; needed once, and again if marks are measured anew. */
function traceLines() {
  for (const edge of edges) {
    const way = wayOf(edge);
    const tip = last(way);
    edge.tip = tip;
    way[way.length - 1] = { x: tip.x - heading(edge) * roomForEnd(edge), y: tip.y };
    const bends = edge.start.column === edge.end.column ? [bow(way[0], last(way))] : bendsOf(way);
    edge.path = pathOf(bends);
    edge.points = bends.flatMap((bend) => pointsOf(bend));
    edge.points.push(tip);
    edge.middle = edge.points[Math.floor(edge.points.length / 2)];
    edge.room = roomOf(edge.points);
  }
}

/** Cubic curves along a way, each horizontal where it begins and ends. */
function bendsOf(way) {
  return way.slice(1).map((to, place) => {
    const from = way[place];
    const reach = (to.x - from.x) * 0.5;
    return [from, { x: from.x + reach, y: from.y }, { x: to.x - reach, y: to.y }, to];
  });
}

/** A curve on the right of a column, between two of its marks. */
function bow(from, to) {
  const reach = 26 + Math.min(60, Math.abs(to.y - from.y) * 0.2);
  return [from, { x: from.x + reach, y: from.y }, { x: to.x + reach, y: to.y }, to];
}

function pathOf(bends) {
  const path = new Path2D();
  path.moveTo(bends[0][0].x, bends[0][0].y);
  for (const [, a, b, to] of bends) path.bezierCurveTo(a.x, a.y, b.x, b.y, to.x, to.y);
  return path;
}

function pointsOf([from, a, b, to]) {
  const points = [];
  for (let step = 0; step < STEPS; step += 1) {
    const t = step / STEPS;
    const s = 1 - t;
    points.push({
      x: s ** 3 * from.x + 3 * s * s * t * a.x + 3 * s * t * t * b.x + t ** 3 * to.x,
      y: s ** 3 * from.y + 3 * s * s * t * a.y + 3 * s * t * t * b.y + t ** 3 * to.y,
    });
  }
  return points;
}

function roomOf(points) {
  const xs = points.map((point) => point.x);
  const ys = points.map((point) => point.y);
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}

/** Distance of a point from a line, Infinity when it is farther than `reach`. */
function distance(edge, { x, y }, reach) {
  const { left, right, top, bottom } = edge.room;
  if (x < left - reach || x > right + reach || y < top - reach || y > bottom + reach) return Infinity;
  let least = Infinity;
  for (let place = 1; place < edge.points.length; place += 1) {
    least = Math.min(least, distanceToStretch({ x, y }, edge.points[place - 1], edge.points[place]));
  }
  const clear = Math.max(0, least - lineWidth(edge) / 2);
  return clear <= reach ? clear : Infinity;
}

function distanceToStretch(point, from, to) {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const along = ((point.x - from.x) * dx + (point.y - from.y) * dy) / (dx * dx + dy * dy || 1);
  const t = Math.max(0, Math.min(1, along));
  return Math.hypot(point.x - from.x - t * dx, point.y - from.y - t * dy);
}

/** The visible mark under a point: a node before a line, the nearest line before others; null where there is none. */
function markAt(point, reach) {
  const node = nodes.find(
    ({ box, shown }) =>
      shown && point.x >= box.left && point.x <= box.right && point.y >= box.top && point.y <= box.bottom,
  );
  if (node) return node;
  let nearest = null;
  let least = Infinity;
  for (const edge of edges) {
    const away = edge.shown ? distance(edge, point, reach) : Infinity;
    if (away < least) [nearest, least] = [edge, away];
  }
  return nearest;
}
