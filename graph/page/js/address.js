/** Selection and filters stand in the hash of the address, so that a link opens the same view and Back works. */

/** Writes the hash for the present state. */
function addressOfState() {
  const parts = new URLSearchParams();
  if (state.selected) parts.set("select", state.selected.iri);
  for (const key of [...filters.off].sort()) parts.append("hide", key);
  if (filters.least > 0) parts.set("least", String(filters.least));
  if (state.view !== "network") parts.set("view", state.view);
  if (state.theme !== null) parts.set("theme", state.theme);
  return parts.toString();
}

const presentAddress = () => location.hash.replace(/^#/, "");

/** Takes state from the hash; what the picture does not know is passed over. */
function readAddress() {
  const parts = new URLSearchParams(presentAddress());
  const iri = parts.get("select") ?? "";
  state.selected = nodeByIri.get(iri) ?? edgeByIri.get(iri) ?? null;
  filters.off = new Set(parts.getAll("hide"));
  filters.least = Math.max(0, Number(parts.get("least")) || 0);
  state.view = parts.get("view") === "table" ? "table" : "network";
  state.theme = ["light", "dark"].includes(parts.get("theme")) ? parts.get("theme") : null;
}

/**
 * Writes the present state into the address.
 * @param {boolean} asStep whether Back should lead to the state before
 */
function writeAddress(asStep) {
  const address = addressOfState();
  if (address === presentAddress()) return;
  if (asStep) location.hash = address;
  else history.replaceState(null, "", `#${address}`);
}
