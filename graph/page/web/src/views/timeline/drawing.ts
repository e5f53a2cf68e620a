/** Draws a timeline: lanes of marks under an axis, and counts of contests as lines over time. */

import { svg } from "../../dom.ts";
import type { Happening } from "../../document.ts";
import { fitted } from "../map/callouts.ts";
import { ticks } from "./axis.ts";
import { tracksOf, type Track } from "./counts.ts";
import { at, type Range, type Scale } from "./days.ts";
import { isShown, LANES, lanesOf, RADIUS, TAIL, textWidth, type Lane, type TimeMark } from "./lanes.ts";
import { fine, sizeOf, symbol } from "./symbols.ts";
import { drawTrack, TRACK_HEIGHT } from "./track.ts";

const AXIS = 26;
const ROW = 21;
const LANE_GAP = 10;
const HEAD = 16;
const TITLE_LINE = 13;
/** Room for the titles of lanes, where the picture is wide enough to have them beside. */
const TITLES = 124;
const RIGHT = 12;
const NARROW = 620;
const BETWEEN_TICKS = 84;
/** Of the height, for tracks; the counts of other contests are marks of a lane. */
const SHARE_OF_TRACKS = 0.36;
const LEAST_TRACKS = 2;

/** What a timeline says of its marks. */
export interface Wording {
  /** What stands beside a mark. */
  textOf: (one: Happening) => string;
  /** The whole of it, for screen readers and the tip. */
  titleOf: (members: readonly Happening[]) => string;
  contestName: (iri: string) => string;
}

export interface Size {
  width: number;
  height: number;
}

/** A timeline on the screen. */
export interface TimelineDrawing {
  drawing: SVGSVGElement;
  scale: Scale;
  /** What each element with a `data-key` stands for. */
  members: Map<string, Happening[]>;
}

/** Draws what happened in a range of time; as little as possible is put together for the height. */
export function drawTimeline(happenings: readonly Happening[], range: Range, size: Size, wording: Wording): TimelineDrawing {
  const isNarrow = size.width < NARROW;
  const scale: Scale = { ...range, left: isNarrow ? 10 : TITLES, right: size.width - RIGHT };
  const tracks = tracksOf(happenings.filter((one) => one.kind === "count" && isShown(one, range)), scale).slice(0, Math.max(LEAST_TRACKS, Math.floor((size.height * SHARE_OF_TRACKS) / TRACK_HEIGHT)));
  const inTracks = new Set(tracks.flatMap((track) => track.lines.flatMap((line) => line.dots.map((dot) => dot.member))));
  const lanes = lanesOf(happenings.filter((one) => !inTracks.has(one)), scale, wording.textOf, rowsFor(size.height, tracks.length, isNarrow));
  const tops = topsOf(lanes, isNarrow);
  const foot = tops.at(-1)!;
  const high = foot + (tracks.length === 0 ? 0 : HEAD + tracks.length * TRACK_HEIGHT);
  const largest = Math.max(0, ...happenings.map(sizeOf));
  const drawing = svg(
    "svg",
    { class: "timeline", width: size.width, height: high, viewBox: `0 0 ${size.width} ${high}`, role: "group", "aria-label": "Timeline" },
    hatching(),
    ...axis(scale, high),
    ...lanes.map((lane, place) => drawLane(lane, tops[place]!, scale, largest, isNarrow, wording)),
    ...drawTracks(tracks, foot, scale, wording),
  );
  return { drawing, scale, members: membersOf(lanes, tracks) };
}

function membersOf(lanes: readonly Lane[], tracks: readonly Track[]): Map<string, Happening[]> {
  const marks = lanes.flatMap((lane) => lane.marks.map((mark): [string, Happening[]] => [keyOf(mark), mark.members]));
  const dots = tracks.flatMap((track) => track.lines.flatMap((line) => line.dots.map(({ member }): [string, Happening[]] => [member.key, [member]])));
  return new Map([...marks, ...dots]);
}

const keyOf = (mark: TimeMark): string => mark.members[0]!.key;

/** How many rows of marks a height has room for. */
function rowsFor(height: number, tracks: number, isNarrow: boolean): number {
  const heads = LANES.length * (LANE_GAP + (isNarrow ? HEAD : 0));
  return Math.max(LANES.length, Math.floor((height - AXIS - heads - HEAD - tracks * TRACK_HEIGHT) / ROW));
}

/** Where each lane begins, and where the last ends. */
function topsOf(lanes: readonly Lane[], isNarrow: boolean): number[] {
  const tops = [AXIS];
  for (const lane of lanes) {
    const rows = isNarrow ? HEAD + lane.rows * ROW : Math.max(lane.rows * ROW, titleLines(lane.title, isNarrow).length * TITLE_LINE);
    tops.push(tops.at(-1)! + rows + LANE_GAP);
  }
  return tops;
}

/** What is possible beyond what is sure. */
const hatching = (): SVGDefsElement =>
  svg(
    "defs",
    {},
    svg(
      "pattern",
      { id: "time-possible", width: 4, height: 4, patternUnits: "userSpaceOnUse" },
      svg("path", { class: "strokes", d: "M-1 1l2 -2M0 4l4 -4M3 5l2 -2" }),
    ),
  );

function axis(scale: Scale, high: number): SVGElement[] {
  return ticks(scale, (scale.right - scale.left) / BETWEEN_TICKS).flatMap(({ moment, text }) => {
    const x = fine(at(scale, moment));
    return [
      svg("path", { class: "grid", d: `M${x} 18V${high}` }),
      ...(x > scale.right - textWidth(text) ? [] : [svg("text", { class: "tick", x: x + 3, y: 13 }, text)]),
    ];
  });
}

function drawLane(lane: Lane, top: number, scale: Scale, largest: number, isNarrow: boolean, wording: Wording): SVGGElement {
  const first = top + (isNarrow ? HEAD : 0);
  return svg(
    "g",
    { class: "lane" },
    svg("path", { class: "rule", d: `M0 ${top}H${scale.right + RIGHT}` }),
    ...laneTitle(lane.title, top, isNarrow),
    ...lane.marks.map((mark) => drawMark(mark, first + LANE_GAP / 2 + mark.row * ROW + ROW / 2, largest, wording)),
  );
}

/** The title of a lane, in two lines where it is long. */
function laneTitle(title: string, top: number, isNarrow: boolean): SVGElement[] {
  return titleLines(title, isNarrow).map((line, place) =>
    svg("text", { class: "title", x: isNarrow ? 4 : 8, y: top + 17 + place * TITLE_LINE }, line),
  );
}

function titleLines(title: string, isNarrow: boolean): string[] {
  const words = title.split(" ");
  const half = isNarrow || title.length < 18 ? words.length : Math.ceil(words.length / 2);
  return [words.slice(0, half).join(" "), words.slice(half).join(" ")].filter((line) => line !== "");
}

function drawMark(mark: TimeMark, y: number, largest: number, wording: Wording): SVGGElement {
  const wide = textWidth(mark.text);
  const left = mark.start - RADIUS - TAIL[mark.placing] - (mark.side === "left" ? wide : 0);
  const right = mark.end + RADIUS + (mark.side === "right" ? wide : 0);
  return svg(
    "g",
    { class: `stop mark ${mark.members[0]!.kind}`, "data-key": keyOf(mark), role: "button", tabindex: -1, "aria-label": nameOf(mark, wording) },
    svg("rect", { class: "ground", x: fine(left), y: y - ROW / 2, width: fine(right - left), height: ROW, rx: 3 }),
    ...symbol(mark, y, largest),
    svg("text", { y: y + 4, ...textPlace(mark) }, fitted(mark.text, textWidth(mark.text) + 8, 11.5)),
  );
}

/** What is written beside a mark, and all that is said of it. */
function nameOf(mark: TimeMark, wording: Wording): string {
  const title = wording.titleOf(mark.members);
  return title.startsWith(mark.text) ? title : `${mark.text}: ${title}`;
}

function textPlace({ side, start, end, placing }: TimeMark): { x: number; "text-anchor": string } {
  if (side === "left") return { x: fine(start - RADIUS - TAIL[placing] - 4), "text-anchor": "end" };
  return { x: fine(side === "over" ? start + RADIUS + 4 : end + RADIUS + 4), "text-anchor": "start" };
}

function drawTracks(tracks: readonly Track[], top: number, scale: Scale, wording: Wording): SVGElement[] {
  if (tracks.length === 0) return [];
  return [
    svg("path", { class: "rule", d: `M0 ${top}H${scale.right + RIGHT}` }),
    svg("text", { class: "title", x: 8, y: top + 15 }, "Shares of votes as counted, 0 to 100 %"),
    ...tracks.map((track, place) =>
      drawTrack(track, top + HEAD + place * TRACK_HEIGHT, scale, wording.contestName(track.contest), (dot) => wording.titleOf([dot.member])),
    ),
  ];
}
