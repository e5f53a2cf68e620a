/** Counts of votes over time: for each contest the shares of its candidates, from the first that is told to the last. */

import type { Happening } from "../../document.ts";
import { groupBy } from "../../words.ts";
import { at, spanOf, type Scale } from "./days.ts";

/** A count of one candidate on the screen; shares are in percent. */
export interface Dot {
  member: Happening;
  /** The days it may be of, in pixels. */
  start: number;
  end: number;
  /** Whether nothing says which day is the last. */
  after: boolean;
  low: number;
  /** null where nothing says how much at most. */
  high: number | null;
}

/** The counts of one candidate, joined over time. */
export interface Line {
  name: string;
  dots: Dot[];
}

/** The counts of one contest. */
export interface Track {
  contest: string;
  lines: Line[];
}

/** Length of a time without an end, in pixels. */
const OPEN = 24;

/** Tracks of the contests whose candidates have shares of votes: those with most counts over time first, then of most candidates. */
export function tracksOf(counts: readonly Happening[], scale: Scale): Track[] {
  const shares = counts.filter((one) => one.series.includes(" share") && typeof one.figure?.low === "string" && spanOf(one) !== null);
  const byContest = groupBy(shares, (one) => contestOf(one.series));
  const tracks = [...byContest.entries()].map(([contest, mine]) => ({
    contest,
    lines: [...groupBy(mine, (one) => one.series).values()].map((line) => lineOf(line, scale)),
  }));
  return tracks.sort((one, other) => longest(other) - longest(one) || other.lines.length - one.lines.length);
}

const longest = (track: Track): number => Math.max(...track.lines.map((line) => line.dots.length));

/** A series is named by its contest, its candidate and what is counted. */
const contestOf = (series: string): string => series.slice(0, series.indexOf(" "));

function lineOf(members: readonly Happening[], scale: Scale): Line {
  const dots = members.map((member) => dotOf(member, scale)).sort((one, other) => one.end - other.end);
  return { name: members[0]!.label.slice(0, members[0]!.label.indexOf(":")), dots };
}

function dotOf(member: Happening, scale: Scale): Dot {
  const { from, to } = spanOf(member)!;
  const inside = (x: number) => Math.min(Math.max(x, scale.left), scale.right);
  const { low, high } = member.figure!;
  const start = inside(from === null ? scale.left : at(scale, from));
  return {
    member,
    start,
    end: inside(to === null ? start + OPEN : at(scale, to)),
    after: to === null,
    low: Number(low),
    high: high === null ? null : Number(high),
  };
}

/** Pushes what is too near to each other apart, from top to bottom, and keeps the order. */
export function spread(ys: readonly number[], least: number, bottom: number): number[] {
  const order = ys.map((_, place) => place).sort((one, other) => ys[one]! - ys[other]!);
  const found = [...ys];
  order.forEach((place, rank) => {
    if (rank > 0) found[place] = Math.max(found[place]!, found[order[rank - 1]!]! + least);
  });
  const over = order.length === 0 ? 0 : Math.max(0, found[order.at(-1)!]! - bottom);
  return found.map((y) => y - over);
}
