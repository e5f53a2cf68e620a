/** Draws the counts of a contest: a share for each candidate at its time, with its bounds, joined over time. */

import { svg } from "../../dom.ts";
import { fitted } from "../map/callouts.ts";
import { spread, type Dot, type Line, type Track } from "./counts.ts";
import type { Scale } from "./days.ts";
import { fine } from "./symbols.ts";

export const TRACK_HEIGHT = 42;
const HIGH = 30;
const TOP = 6;
const TEXT = 11;
const LABEL = 190;
/** Less room than this on the left, and the name of a contest stands above. */
const NAME = 60;
const DOT = 3.6;

/** What tells the lines of a contest apart, besides their names. */
const DASHES = ["", "5 3", "1.5 3", "8 3 2 3"];

/** A track whose top is at `top`. */
export function drawTrack(track: Track, top: number, scale: Scale, name: string, titleOf: (dot: Dot) => string): SVGGElement {
  const y = (share: number) => top + TOP + HIGH * (1 - share / 100);
  const right = Math.max(...track.lines.map((line) => lastOf(line).end));
  const left = Math.min(...track.lines.flatMap((line) => line.dots.map((dot) => dot.start)));
  const isLeft = right + 10 + LABEL > scale.right && left - 10 - LABEL > scale.left;
  const room = isLeft ? LABEL : Math.min(LABEL, scale.right - right - 10);
  const labels = spread(track.lines.map((line) => y(lastOf(line).low) + 4), TEXT, top + TOP + HIGH + 4);
  return svg(
    "g",
    { class: "track" },
    ...[0, 50, 100].map((share) => svg("path", { class: share === 50 ? "half" : "rim", d: `M${scale.left} ${fine(y(share))}H${scale.right}` })),
    scale.left < NAME
      ? svg("text", { class: "contest", x: 4, y: top + 3 }, fitted(name, scale.right, TEXT))
      : svg("text", { class: "contest", x: 8, y: top + TOP + HIGH / 2 + 4 }, fitted(name, scale.left - 14, TEXT)),
    ...track.lines.flatMap((line, place) => [
      ...joinedDots(line, place, y),
      ...line.dots.flatMap((dot) => dotParts(dot, y, titleOf(dot))),
      svg(
        "text",
        { class: "candidate", x: fine(isLeft ? left - 10 : right + 10), y: fine(labels[place]!), "text-anchor": isLeft ? "end" : "start" },
        fitted(`${shortShare(lastOf(line))} ${line.name}`, room, TEXT),
      ),
    ]),
  );
}

const lastOf = (line: Line): Dot => line.dots.at(-1)!;

/** "65 %", ">60 %", "50–55 %" */
export function shortShare({ low, high, member }: Dot): string {
  if (high === low) return `${low} %`;
  return high === null ? `${member.figure!.low_open ? ">" : "≥"}${low} %` : `${low}–${high} %`;
}

function joinedDots(line: Line, place: number, y: (share: number) => number): SVGElement[] {
  if (line.dots.length < 2) return [];
  const points = line.dots.map((dot) => `${fine((dot.start + dot.end) / 2)} ${fine(y(dot.low))}`);
  return [svg("path", { class: "joined", d: `M${points.join("L")}`, "stroke-dasharray": DASHES[place % DASHES.length]! })];
}

/** A dot at its share, a line over the days it may be of, and a hatched bar up to the most it can be. */
function dotParts(dot: Dot, y: (share: number) => number, title: string): SVGElement[] {
  const [middle, level] = [dot.after ? dot.start : (dot.start + dot.end) / 2, y(dot.low)];
  const isOpen = dot.high !== dot.low;
  const isFinal = dot.member.status === "certified";
  return [
    svg(
      "g",
      { class: "stop count", "data-key": dot.member.key, role: "button", tabindex: -1, "aria-label": title },
      svg("rect", { class: "ground", x: fine(middle - 8), y: fine(level - 8), width: 16, height: 16 }),
      ...(isOpen ? [svg("rect", { class: "possible", x: fine(middle - 2), y: fine(y(dot.high ?? 100)), width: 4, height: fine(level - y(dot.high ?? 100)) })] : []),
      svg("path", { class: "days", d: `M${fine(dot.start)} ${fine(level)}H${fine(dot.end)}${dot.after ? "m-4 -3l4 3l-4 3" : ""}` }),
      isFinal
        ? svg("rect", { class: "share final", x: fine(middle - DOT), y: fine(level - DOT), width: DOT * 2, height: DOT * 2 })
        : svg("circle", { class: "share", cx: fine(middle), cy: fine(level), r: DOT }),
    ),
  ];
}
