/** The files a reader can take away, each of what is shown, by the id of its button. */

import type { App } from "../app.ts";
import type { Edge, Node } from "../model.ts";
import { saveCsv } from "./csv.ts";
import { graphmlParts } from "./graphml.ts";
import { jsonParts } from "./json.ts";
import { unpacked } from "./parts.ts";
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
  async "save-csv"(app) {
    await saveCsv(await unpacked(app.visibleEdges()));
  },
  async "save-graphml"(app) {
    const [nodes, edges] = await shown(app);
    save("network.graphml", new Blob(await graphmlParts(nodes, edges), { type: "application/xml" }));
  },
  async "save-json"(app) {
    await shown(app);
    save("network.json", new Blob(await jsonParts(app), { type: "application/json" }));
  },
};

/** What the filters leave, with all that is told of it. */
const shown = async (app: App): Promise<[readonly Node[], readonly Edge[]]> => [
  await unpacked(app.visibleNodes()),
  await unpacked(app.visibleEdges()),
];
