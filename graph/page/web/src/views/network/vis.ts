/** As much of vis-network as the page uses. The library comes out of the installed pyvis package. */

import type { Point } from "./curves.ts";

export interface Move {
  position?: Point;
  scale?: number;
  animation?: false | { duration: number; easingFunction: string };
}

export interface VisNetwork {
  on(event: "beforeDrawing", listener: (context: CanvasRenderingContext2D) => void): void;
  on(event: "afterDrawing" | "zoom" | "dragStart", listener: () => void): void;
  on(event: "click", listener: (click: { pointer: { canvas: Point; DOM: Point } }) => void): void;
  moveTo(move: Move): void;
  moveNode(id: number, x: number, y: number): void;
  getScale(): number;
  getViewPosition(): Point;
  canvasToDOM(point: Point): Point;
  DOMtoCanvas(point: Point): Point;
  redraw(): void;
}

export interface VisNode {
  id: number;
  x: number;
  y: number;
}

export interface VisEdge {
  id: number;
  from: number;
  to: number;
  hidden: true;
}

interface Painted {
  drawNode(): void;
  nodeDimensions: { width: number; height: number };
}

interface Options {
  autoResize: boolean;
  edges: { smooth: false };
  interaction: { dragNodes: false; hover: false; selectable: false };
  layout: { improvedLayout: false };
  nodes: { shape: "custom"; ctxRenderer(given: { ctx: CanvasRenderingContext2D; id: number }): Painted };
  physics: { enabled: false };
}

declare global {
  var vis: { Network: new (host: HTMLElement, marks: { nodes: VisNode[]; edges: VisEdge[] }, options: Options) => VisNetwork };
}

/** The options under which vis-network moves and zooms, and leaves drawing and selecting to the page. */
export const options = (ctxRenderer: Options["nodes"]["ctxRenderer"]): Options => ({
  autoResize: true,
  edges: { smooth: false },
  interaction: { dragNodes: false, hover: false, selectable: false },
  layout: { improvedLayout: false },
  nodes: { shape: "custom", ctxRenderer },
  physics: { enabled: false },
});
