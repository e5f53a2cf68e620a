/** Light and dark colours: the reader's choice, else the system's. */

import { byId } from "./dom.ts";

export type Theme = "light" | "dark";

export const systemIsDark = (): MediaQueryList => matchMedia("(prefers-color-scheme: dark)");

/** Whether the page is dark, given what the reader chose. */
export const isDarkNow = (chosen: Theme | null): boolean => (chosen === null ? systemIsDark().matches : chosen === "dark");

/** Puts a theme in place, and its button. */
export function showTheme(theme: Theme): void {
  document.documentElement.setAttribute("data-theme", theme);
  const other = theme === "dark" ? "light" : "dark";
  byId("theme").textContent = other === "dark" ? "Dark" : "Light";
  byId("theme").setAttribute("aria-label", `Switch to ${other} colours`);
}
