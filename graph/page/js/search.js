/** Search over names and facts, forgiving a slip of the finger. */

const HITS = 8;
const search = { hits: [], active: -1 };

/** Lower case without accents, so that "gascon" finds "Gascón". */
const plain = (text) =>
  text
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase();

const index = nodes.map((node) => ({
  node,
  name: plain(node.label),
  words: plain(node.label)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== ""),
  rest: plain([node.kind, node.subtitle, ...node.facts.map(([, text]) => text)].join(" ")),
}));

/** How well an entry answers: 0 is best, Infinity not at all. */
function score({ name, words, rest }, query) {
  if (name.startsWith(query)) return 0;
  if (words.some((word) => word.startsWith(query))) return 1;
  if (name.includes(query)) return 2;
  if (rest.includes(query)) return 3;
  const slips = query.split(/\s+/).map((part) => slipsInPart(part, words));
  return 4 + slips.reduce((sum, count) => sum + count, 0);
}

/** The fewest slips with which a part of the query begins one of the words; Infinity when they are too many for its length. */
function slipsInPart(part, words) {
  const allowed = part.length < 4 ? 0 : part.length < 8 ? 1 : 2;
  const fewest = Math.min(
    ...words.map((word) =>
      Math.min(slipsBetween(part, word.slice(0, part.length)), slipsBetween(part, word.slice(0, part.length + 1))),
    ),
  );
  return fewest <= allowed ? fewest : Infinity;
}

/** Number of letters to add, drop, change or swap to come from one word to the other, or to its beginning. */
function slipsBetween(one, other) {
  let before = [];
  let row = [...Array(other.length + 1).keys()];
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1];
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (same ? 0 : 1));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
        next[j] = Math.min(next[j], before[j - 2] + 1);
    }
    [before, row] = [row, next];
  }
  return row[other.length];
}

function find(text) {
  const query = plain(text.trim());
  if (query === "") return [];
  return index
    .map((entry) => ({ node: entry.node, score: score(entry, query) }))
    .filter((hit) => hit.score < Infinity)
    .sort((a, b) => a.score - b.score || b.node.claims.length - a.node.claims.length || a.node.id - b.node.id)
    .slice(0, HITS)
    .map((hit) => hit.node);
}

function showHits(hits) {
  const box = byId("search");
  search.hits = hits;
  search.active = hits.length > 0 ? 0 : -1;
  const none =
    box.value.trim() !== "" && hits.length === 0
      ? [el("li", { role: "option", "aria-disabled": "true", class: "none" }, "Nothing found")]
      : [];
  fill(byId("hits"), ...hits.map(hitRow), ...none);
  byId("hits").hidden = hits.length + none.length === 0;
  box.setAttribute("aria-expanded", String(hits.length > 0));
  markActive();
}

function hitRow(node, place) {
  return el(
    "li",
    {
      role: "option",
      id: `hit-${place}`,
      on: {
        pointerdown: (event) => {
          event.preventDefault();
          takeHit(place);
        },
      },
    },
    el("span", {}, node.label),
    el("small", {}, [node.kind, node.money_out?.short ?? ""].filter((part) => part !== "").join(" · ")),
  );
}

function markActive() {
  [...byId("hits").children].forEach((row, place) =>
    row.setAttribute("aria-selected", String(place === search.active)),
  );
  if (search.active >= 0) byId("search").setAttribute("aria-activedescendant", `hit-${search.active}`);
  else byId("search").removeAttribute("aria-activedescendant");
}

function takeHit(place) {
  const node = search.hits[place];
  if (node === undefined) return;
  byId("search").value = "";
  showHits([]);
  if (!node.shown) onReset();
  select(node, { move: true });
  byId("search").blur(); // a drawer that slides in takes no focus yet, and a phone's keyboard would stay on top of it
  byId("panel").focus({ preventScroll: true });
}

function onSearchKey(event) {
  const steps = { ArrowDown: 1, ArrowUp: -1 };
  if (event.key in steps && search.hits.length > 0) {
    search.active = (search.active + steps[event.key] + search.hits.length) % search.hits.length;
    markActive();
    event.preventDefault();
  } else if (event.key === "Enter") takeHit(search.active);
}

function startSearch() {
  const box = byId("search");
  box.addEventListener("input", () => showHits(find(box.value)));
  box.addEventListener("focus", () => showHits(find(box.value)));
  box.addEventListener("blur", () => showHits([]));
  box.addEventListener("keydown", onSearchKey);
}
