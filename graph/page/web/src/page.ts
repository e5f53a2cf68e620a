/** What a view may use of the page, and what the page asks of a view. */

import type { Company } from "./company.ts";
import type { ClaimCard, FindingCard, PageDocument } from "./document.ts";
import type { Child } from "./dom.ts";
import type { Edge, Mark, Model, Node } from "./model.ts";
import type { WidthScale } from "./widths.ts";

export type { Company, Edge, Mark, Node };

/** How a mark is selected. */
export interface Selecting {
  /** Whether the view may move to show it. */
  move?: boolean;
}

/** A place on the screen, in pixels of the window. */
export interface Place {
  x: number;
  y: number;
}

/** First and last day, as YYYY-MM-DD; empty for any. */
export interface Time {
  from: string;
  to: string;
}

/** A way to another part of a large picture. */
export interface PartLink {
  title: string;
  open(): void;
}

/** The page around the views. All views show the same selection, and the one panel shows its evidence. */
export interface Page {
  readonly document: PageDocument;
  readonly model: Model;
  readonly nodes: readonly Node[];
  readonly edges: readonly Edge[];
  readonly claims: ReadonlyMap<string, ClaimCard>;
  readonly findings: readonly FindingCard[];
  readonly widths: WidthScale;
  /** What the filters leave. */
  visibleNodes(): Node[];
  visibleEdges(): Edge[];
  readonly selected: Mark | null;
  /** Selects a mark, or nothing: the panel opens, the address changes, `highlight` of the view is called. */
  select(mark: Mark | null, how?: Selecting): void;
  /** First and last day of what is shown, as YYYY-MM-DD; empty for any. */
  readonly time: Readonly<Time>;
  /** Shows only what has days in a time, and what has no date. */
  setTime(time: Time): void;
  /** Fills the panel with what is no mark; nothing is selected then. */
  tell(parts: Child[]): void;
  /** Points at a mark, or at nothing: a tip beside the pointer, and `highlight` of the view is called. */
  point(mark: Mark | null): void;
  /** The part of a large picture that a mark leads to: its surroundings, or the lines it stands for; null for none. */
  partOf(mark: Mark): PartLink | null;
  isDark(): boolean;
  /** Says something to screen readers. */
  announce(text: string): void;
  /** "9 of 9 marks, …": what is shown, for the foot of a picture. */
  countsText(): string;
}

/** One way to look at the marks. */
export interface View {
  /** Draws all anew: what the filters leave, in the colours of the theme. Called each time one of them changes. */
  draw(): void;
  /** Sets off some marks; null sets off none. What stands out is all that was selected or pointed at, with its company. */
  highlight(lit: Company | null): void;
  /** Moves so that a mark can be seen. */
  bring?(mark: Mark): void;
  /** Shows everything; a view without it has no "Fit". */
  fit?(): void;
  /** What is shown, whole, in the colours of the theme, for saving and for print. */
  picture?(): SVGSVGElement | HTMLCanvasElement;
  /** Whether its picture is of pixels, so that no drawing of lines can be made of it. */
  isOfPixels?: boolean;
  /** Where a mark can be clicked; null where it is not drawn. */
  placeOf?(mark: Mark): Place | null;
}

/** Makes a view in an empty element, which is in the page and has its size; `draw` is called right after. */
export type MakeView = (host: HTMLElement, page: Page) => View;

/** A view as the switch lists it; it is made when it is first shown. */
export interface ViewEntry {
  /** In the address of the page, and in the ids `show-<name>` of its button and `view-<name>` of its element. */
  name: string;
  /** On its button. */
  title: string;
  make: MakeView;
  /** Whether a document has what the view shows; without it, every document does. */
  serves?: (document: PageDocument) => boolean;
}
