/** Amounts as a flow holds them: what is surely stated, and what may be on top. Whole cents, so that sums are exact. */

import type { Amount } from "../../document.ts";
import { dollars, joined } from "../../words.ts";

export interface Span {
  /** Cents that are surely stated. */
  floor: number;
  /** Cents that may be on top, as far as they are bounded. */
  extra: number;
  /** Cents of an "about", which bounds nothing. */
  about: number;
  /** Whether there may be more without a bound: "more than". */
  isOpen: boolean;
}

const cents = (figure: string | null | undefined): number => (figure ? Math.round(Number(figure) * 100) : 0);

/** An amount as a span; null where the sources state none, or it is not above zero. */
export function spanOf(amount: Amount | null): Span | null {
  const [floor, about] = [Math.max(0, cents(amount?.low)), Math.max(0, cents(amount?.about))];
  const span = { floor, extra: Math.max(0, cents(amount?.high) - floor), about, isOpen: floor > 0 && amount?.high === null };
  return whole(span) > 0 ? span : null;
}

/** All that is drawn to scale. */
export const whole = ({ floor, extra, about }: Span): number => floor + extra + about;

export function sum(spans: readonly Span[]): Span {
  const total: Span = { floor: 0, extra: 0, about: 0, isOpen: false };
  for (const { floor, extra, about, isOpen } of spans) {
    total.floor += floor;
    total.extra += extra;
    total.about += about;
    total.isOpen ||= isOpen;
  }
  return total;
}

/** What one span has over another; nothing where it has less. */
export const over = (one: Span, other: Span): Span => ({
  floor: Math.max(0, one.floor - other.floor),
  extra: Math.max(0, one.extra - other.extra),
  about: Math.max(0, one.about - other.about),
  isOpen: one.isOpen,
});

/** In short: "$1.5M", ">$1.5M", "$1M–$2M", "≤$1M", "~$400k", ">$1.5M + ~$400k". */
export const inShort = (span: Span): string =>
  joined([span.floor + span.extra > 0 ? bounded(span) : "", span.about > 0 ? `~${dollars(span.about / 100)}` : ""], " + ");

function bounded({ floor, extra, isOpen }: Span): string {
  const [low, high] = [dollars(floor / 100), dollars((floor + extra) / 100)];
  if (isOpen) return `>${low}`;
  if (extra === 0) return low;
  return floor === 0 ? `≤${high}` : `${low}–${high}`;
}
