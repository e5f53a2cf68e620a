/** Light or dark: what the reader picked, else what the system has. */

import { byId } from "./dom.js";

const KEY = "moneytrail.theme";

/** Sets the theme the reader picked, if any. */
export function keepTheme() {
  const picked = kept();
  if (picked !== null) document.documentElement.dataset.theme = picked;
}

/** Sets the theme and wires its button. */
export function prepareTheme() {
  set(kept() ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light"));
  byId("theme").addEventListener("click", () => {
    const next = document.documentElement.dataset.theme === "dark" ? "light" : "dark";
    set(next);
    try {
      localStorage.setItem(KEY, next);
    } catch {
      // It holds for this page.
    }
  });
}

function kept() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function set(theme) {
  document.documentElement.dataset.theme = theme;
  byId("theme").textContent = theme === "dark" ? "Light" : "Dark";
}
