/** What the pages of the server have a script for: the search that offers things as one types, and the theme. */

import { offerThings } from "./combobox.js";
import { byId, el } from "./dom.js";
import { keepTheme, prepareTheme } from "./theme.js";

keepTheme();
document.addEventListener("DOMContentLoaded", () => {
  document.querySelector(".top").append(el("button", { id: "theme", type: "button" }));
  prepareTheme();
  offerThings(byId("q"), (thing) => location.assign(thing.href));
});
