/**
 * Which parts of the sheet are shown where: one main frame, and an inset for each group of places that stand too close
 * together there to be told apart.
 */

/** An upright rectangle: of the sheet in its units, or of the screen in pixels. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface Point {
  x: number;
  y: number;
}

/** What has to be shown: a box and a point that stands for it, on the sheet. */
export interface Spot {
  box: Box;
  anchor: Point;
  state: string;
}

/** A part of the sheet on the screen. */
export interface Frame {
  /** "A", "B", …; "" for the main frame. */
  letter: string;
  /** Of the sheet. */
  sheet: Box;
  /** Of the screen: where the part of the sheet stands. */
  screen: Box;
  /** Of the screen: where callouts stand; null for the main frame, and where there are too many. */
  callouts: Box | null;
  /** Places in the list of spots. */
  spots: number[];
}

/** Closer than this on the screen two places are in each other's way: a share of its width, in some pixels. */
const CLOSE = { share: 0.045, least: 16, most: 40 };
/** So many insets there are for places that are only two. */
const FEW = 2;
/** No inset is narrower. */
const NARROWEST = 300;
const GAP = 12;
/** Share of a picture for insets. */
const SHARE = 0.44;
/** Height a callout takes at least; an inset without room for all of them has none. */
const CALLOUT = 20;
/** Of an inset, for the part of the sheet; the rest is for its callouts. */
const SHEET_SHARE = 0.4;
/** Wider than this for its height, a picture has its insets beside the main frame. */
const WIDE = 1.9;

export const width = (box: Box): number => box.right - box.left;
export const height = (box: Box): number => box.bottom - box.top;

/** The box around boxes. */
export function around(boxes: readonly Box[]): Box {
  return {
    left: Math.min(...boxes.map((box) => box.left)),
    top: Math.min(...boxes.map((box) => box.top)),
    right: Math.max(...boxes.map((box) => box.right)),
    bottom: Math.max(...boxes.map((box) => box.bottom)),
  };
}

/** The main frame and its insets. */
export function framesOf(spots: readonly Spot[], whole: Box, screen: Box): Frame[] {
  const part = partShown(spots, whole);
  const near = Math.min(CLOSE.most, Math.max(CLOSE.least, CLOSE.share * width(screen)));
  const close = crowded(spots, scaleOf(part, mainBox(screen, 1)), near);
  const groups = close.filter((group, place) => group.length > 2 || place < FEW).slice(0, mostInsets(screen));
  const main = mainBox(screen, groups.length);
  const inInsets = new Set(groups.flat());
  const alone = spots.map((_, place) => place).filter((place) => !inInsets.has(place));
  const insets = insetBoxes(screen, groups.length).map((box, place) => insetOf(groups[place]!, spots, box, place));
  return [{ letter: "", sheet: part, screen: main, callouts: null, spots: alone }, ...insets];
}

/** The whole sheet, or the places with room around them when they are of one or two states. */
function partShown(spots: readonly Spot[], whole: Box): Box {
  const states = new Set(spots.map((spot) => spot.state));
  if (states.size > 2) return whole;
  return widened(around(spots.map((spot) => spot.box)), 0.35, 900);
}

function widened(box: Box, share: number, least: number): Box {
  const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
  const half = (size: number) => Math.max(size * (0.5 + share), least / 2);
  const [across, down] = [half(width(box)), half(height(box))];
  return { left: x - across, top: y - down, right: x + across, bottom: y + down };
}

/** Pixels for a unit of the sheet, so that all of a part fits. */
export const scaleOf = (sheet: Box, screen: Box): number =>
  Math.min(width(screen) / width(sheet), height(screen) / height(sheet));

/** Groups of places closer than is good, the largest groups first. */
export function crowded(spots: readonly Spot[], scale: number, close: number): number[][] {
  const group = spots.map((_, place) => place);
  const rootOf = (place: number): number => (group[place] === place ? place : rootOf(group[place]!));
  spots.forEach((one, place) => {
    for (let other = 0; other < place; other += 1) {
      if (apart(one, spots[other]!) * scale < close) group[rootOf(place)] = rootOf(other);
    }
  });
  const groups = new Map<number, number[]>();
  for (const place of group.keys()) groups.set(rootOf(place), [...(groups.get(rootOf(place)) ?? []), place]);
  const several = [...groups.values()].filter((places) => places.length > 1);
  return several.sort((one, other) => other.length - one.length || one[0]! - other[0]!);
}

const apart = (one: Spot, other: Spot): number =>
  Math.hypot(one.anchor.x - other.anchor.x, one.anchor.y - other.anchor.y);

/** On a phone insets stand one below the other, and take what the width leaves of the height. */
const isNarrow = (screen: Box): boolean => width(screen) < 2 * NARROWEST;
const shareFor = (screen: Box, insets: number): number => (isNarrow(screen) && insets > 1 ? 0.7 : SHARE);

const isWide = (screen: Box): boolean => width(screen) > WIDE * height(screen);

function mainBox(screen: Box, insets: number): Box {
  if (insets === 0) return screen;
  if (isWide(screen)) return { ...screen, right: screen.right - width(screen) * SHARE - GAP };
  return { ...screen, bottom: screen.bottom - height(screen) * shareFor(screen, insets) - GAP };
}

const columnsFor = (screen: Box): number =>
  Math.max(1, Math.floor((width(screen) * (isWide(screen) ? SHARE : 1)) / NARROWEST));

const mostInsets = (screen: Box): number => (isWide(screen) || isNarrow(screen) ? 2 : 1) * columnsFor(screen);

/** Insets stand in a row below the main frame, or in a column beside it. */
function insetBoxes(screen: Box, count: number): Box[] {
  const [across, down] = [width(screen), height(screen)];
  const columns = Math.min(columnsFor(screen), isWide(screen) ? Math.ceil(count / 2) : count);
  const rows = Math.ceil(count / Math.max(1, columns));
  const area: Box = isWide(screen)
    ? { ...screen, left: screen.right - across * SHARE }
    : { ...screen, top: screen.bottom - down * shareFor(screen, count) };
  const [cellWide, cellHigh] = [(width(area) + GAP) / columns, (height(area) + GAP) / rows];
  return Array.from({ length: count }, (_, place) => {
    const left = area.left + (place % columns) * cellWide;
    const top = area.top + Math.floor(place / columns) * cellHigh;
    return { left, top, right: left + cellWide - GAP, bottom: top + cellHigh - GAP };
  });
}

function insetOf(places: readonly number[], spots: readonly Spot[], box: Box, order: number): Frame {
  const sheet = widened(around(places.map((place) => spots[place]!.box)), 0.06, 200);
  const letter = String.fromCharCode(65 + order);
  if (places.length * CALLOUT > height(box)) return { letter, sheet, screen: box, callouts: null, spots: [...places] };
  const middle = box.left + width(box) * SHEET_SHARE;
  return { letter, sheet, screen: { ...box, right: middle }, callouts: { ...box, left: middle }, spots: [...places] };
}

/** From the sheet to the screen: the part is in the middle of its frame. */
export function projection(frame: Frame): { scale: number; x: number; y: number } {
  const { sheet, screen } = frame;
  const scale = scaleOf(sheet, screen);
  return {
    scale,
    x: (screen.left + screen.right) / 2 - ((sheet.left + sheet.right) / 2) * scale,
    y: (screen.top + screen.bottom) / 2 - ((sheet.top + sheet.bottom) / 2) * scale,
  };
}
