/** The workbench: questions and an editor, a query that runs, and what it finds. */

import { readAddress, writeAddress } from "./address.js";
import { kindsOf, readAnswer } from "./answer.js";
import { prepareHelp, showRow } from "./dialogs.js";
import { byId, el, tabs } from "./dom.js";
import { startEditor } from "./editor.js";
import { ask, QueryFault } from "./endpoint.js";
import { Labels } from "./labels.js";
import { Past } from "./past.js";
import { hidePlan, showPlan } from "./plan.js";
import { askQuestion, listQuestions, markQuestion } from "./questions.js";
import { offerFormats } from "./save.js";
import { Names } from "./terms.js";
import { offerThings } from "./combobox.js";
import { prepareTheme } from "./theme.js";
import { Views } from "./views.js";

const FIRST = `# Who gave, spent or stood behind whom, and which claim says so. Ctrl-Enter runs it.
SELECT ?from ?relation ?to ?amount ?claim WHERE {
  VALUES ?relation { mt:gaveTo mt:spentFor mt:spentOn mt:raisedFor mt:backed }
  ?edge a mt:PlainEdge ; rdf:subject ?from ; rdf:predicate ?relation ; rdf:object ?to ;
        prov:wasDerivedFrom/dcterms:identifier ?claim .
  OPTIONAL { ?edge mt:reportedEvent/(mt:amountAtLeast|mt:amount) ?amount }
}
ORDER BY ?from ?relation ?to ?claim LIMIT 1000
`;
const WHOLE = new Intl.NumberFormat("en-US");

async function start() {
  prepareTheme();
  const data = await fetch("workbench/data.json").then((answer) => answer.json());
  const names = new Names(data.prefixes, data.base, data.evidence);
  for (const term of data.terms) names.remember(names.full(term.name), term.label);
  const desk = { data, names, running: null, written: "", asked: "" };
  desk.labels = new Labels(names, () => desk.views.again());
  desk.editor = startEditor(byId("editor"), data, names, { run: () => run(desk), changed: () => edited(desk) });
  desk.past = new Past((query) => write(desk, query));
  const { query, view } = readAddress();
  desk.views = new Views(view, () => writeAddress(desk.asked, desk.views.state));
  byId("holds").textContent = `${WHOLE.format(data.entities)} things named in documents · ${WHOLE.format(data.claims)} claims · ${WHOLE.format(data.triples)} triples`;
  wire(desk);
  prepareHelp(data);
  write(desk, query || FIRST);
  await run(desk, { kept: query !== "" });
  if (query === "") desk.editor.focus();
  document.documentElement.dataset.ready = "true";
}

function wire(desk) {
  byId("run").addEventListener("click", () => run(desk));
  byId("explain").addEventListener("click", () => explain(desk));
  byId("cancel").addEventListener("click", () => desk.running?.abort());
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.defaultPrevented) escape(desk);
    if (event.key === "e" && event.altKey) explain(desk), event.preventDefault();
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !event.defaultPrevented) run(desk);
  });
  document.addEventListener("click", (event) => {
    if (!event.target.closest("#save")) byId("save").open = false;
  });
  offerThings(byId("q"), (thing) => location.assign(thing.href));
  byId("parameters").addEventListener("submit", (event) => (event.preventDefault(), run(desk)));
  byId("link").addEventListener("click", () => copyLink());
  byId("open-side").addEventListener("click", () => openSide(!document.body.classList.contains("side-open")));
  tabs(document.querySelector(".side [role=tablist]"), (tab) => {
    for (const name of ["gallery", "history"]) byId(name).hidden = tab.id !== `tab-${name}`;
  });
  listQuestions(desk.data.queries, (question) => pick(desk, question));
  window.addEventListener("popstate", () => {
    const { query, view } = readAddress();
    desk.views.state = { view: "table", ...view };
    if (query) write(desk, query), run(desk);
  });
}

/** Opens a question in the editor and runs it with its defaults. */
function pick(desk, question) {
  openSide(false);
  askQuestion(question, desk.names, ({ text, wrong }) => {
    if (text === undefined) return say(wrong);
    desk.written = text;
    desk.editor.write(text);
  });
  markQuestion(question.name);
  desk.views.state = { view: desk.views.state.view };
  run(desk);
}

/** Writes a query into the editor that belongs to no question. */
function write(desk, query) {
  desk.written = "";
  desk.editor.write(query);
}

/** After an edit: the fields of a question go when its text was changed by hand, and old mistakes go. */
function edited(desk) {
  if (desk.editor?.text() === desk.written) return;
  byId("parameters").hidden = true;
  markQuestion("");
}

/** Runs what is in the editor; the query a reader finds there at first is not kept in the history. */
async function run(desk, { kept } = { kept: true }) {
  desk.running?.abort();
  const stop = new AbortController();
  desk.running = stop;
  const query = desk.editor.text();
  const began = performance.now();
  busy(true);
  const clock = setInterval(() => say(`Running … ${seconds(began)}`), 200);
  clearFault(desk);
  try {
    const answer = await readAnswer(await ask(query, stop.signal));
    const told = `${counted(answer)} in ${seconds(began)}`;
    if (kept) desk.past.add(query, told);
    show(desk, query, answer);
    if (kept) writeAddress(query, desk.views.state);
    say(told);
  } catch (error) {
    if (desk.running === stop) fail(desk, error, began);
  } finally {
    clearInterval(clock);
    if (desk.running === stop) {
      desk.running = null;
      busy(false);
    }
  }
}

function show(desk, query, answer) {
  const { names, labels } = desk;
  const look = { answer, kinds: kindsOf(answer), names, labels, open: (at) => showRow(look, at) };
  desk.asked = query;
  offerFormats(answer.kind, query, say);
  desk.views.show(look);
}

function fail(desk, error, began) {
  if (error.name === "AbortError") return say(`Cancelled after ${seconds(began)}`);
  say("");
  const wrong = byId("wrong");
  wrong.hidden = false;
  wrong.replaceChildren(el("span", {}, error.message));
  if (/stopped after/.test(error.message)) wrong.append(" ", el("button", { type: "button", onclick: () => explain(desk) }, "Explain why it takes long"));
  if (!(error instanceof QueryFault) || error.line === 0) return;
  wrong.prepend(el("button", { type: "button", onclick: () => desk.editor.go(error) }, `Line ${error.line}, column ${error.column}`));
  desk.editor.mark(error);
}

async function explain(desk) {
  const began = performance.now();
  clearFault(desk);
  try {
    await showPlan(desk.editor.text());
  } catch (error) {
    fail(desk, error, began);
  }
}

function clearFault(desk) {
  byId("wrong").hidden = true;
  hidePlan();
  desk.editor.mark(null);
}

function counted({ rows, kind, truth }) {
  if (truth !== undefined) return truth ? "Yes" : "No";
  const word = kind === "triples" ? "triple" : "row";
  return `${WHOLE.format(rows.length)} ${word}${rows.length === 1 ? "" : "s"}`;
}

function busy(is) {
  byId("cancel").hidden = !is;
  byId("results").setAttribute("aria-busy", String(is));
}

function escape(desk) {
  byId("save").open = false;
  openSide(false);
  desk.running?.abort();
}

function openSide(open) {
  document.body.classList.toggle("side-open", open);
  byId("open-side").setAttribute("aria-expanded", String(open));
}

async function copyLink() {
  try {
    await navigator.clipboard.writeText(location.href);
    say("The link to this query and view is copied.");
  } catch {
    say("The address of this page is the link: copy it from the address bar.");
  }
}

function say(text) {
  byId("status").textContent = text;
}

function seconds(began) {
  return `${((performance.now() - began) / 1000).toFixed(2)} s`;
}

start();
