/** The files a reader can take away, each of what is shown, by the id of its button. */

import type { App } from "../app.ts";
import { saveCsv } from "./csv.ts";
import { graphmlText } from "./graphml.ts";
import { jsonText } from "./json.ts";
import { pngOf, svgText } from "./picture.ts";
import { save } from "./save.ts";

export const FILES: Record<string, (app: App) => void | Promise<void>> = {
  async "save-png"(app) {
    const picture = app.stage.view.picture?.();
    const image = picture === undefined ? null : await pngOf(picture);
    if (image !== null) save(`${app.stage.name}.png`, image);
  },
  "save-svg"(app) {
    const picture = app.stage.view.picture?.();
    if (picture instanceof SVGSVGElement)
      save(`${app.stage.name}.svg`, new Blob([svgText(picture)], { type: "image/svg+xml" }));
  },
  "save-csv"(app) {
    saveCsv(app.visibleEdges());
  },
  "save-graphml"(app) {
    const text = graphmlText(app.visibleNodes(), app.visibleEdges());
    save("network.graphml", new Blob([text], { type: "application/xml" }));
  },
  "save-json"(app) {
    save("network.json", new Blob([jsonText(app)], { type: "application/json" }));
  },
};
