/** The address of the page holds the query and the view, so that a link shows both. */

/** What the address says: the query, and what the views are set to. */
export function readAddress() {
  const { query = "", ...view } = Object.fromEntries(new URLSearchParams(location.hash.slice(1)));
  return { query, view };
}

/** Writes the query and the view into the address; a new query is a step that "back" undoes. */
export function writeAddress(query, view) {
  const kept = Object.entries(view).filter(([, value]) => value !== "" && value !== undefined);
  const address = `#${new URLSearchParams({ query, ...Object.fromEntries(kept) })}`;
  if (address === location.hash) return;
  const step = readAddress().query === query || location.hash === "" ? "replaceState" : "pushState";
  history[step](null, "", address);
}
