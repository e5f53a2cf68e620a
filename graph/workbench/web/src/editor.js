/** The editor: CodeMirror with its SPARQL mode, completion, and the place of a mistake. */

import { acceptCompletion, autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap, completionStatus } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentLess, indentMore } from "@codemirror/commands";
import { bracketMatching, HighlightStyle, indentOnInput, StreamLanguage, syntaxHighlighting } from "@codemirror/language";
import { sparql } from "@codemirror/legacy-modes/mode/sparql";
import { lintKeymap, setDiagnostics } from "@codemirror/lint";
import { highlightSelectionMatches, searchKeymap } from "@codemirror/search";
import { EditorState, Prec } from "@codemirror/state";
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { completions } from "./completion.js";

const LOOK = EditorView.theme({
  "&": { color: "var(--ink)", backgroundColor: "var(--paper)", fontSize: "13.5px", height: "100%" },
  ".cm-content": { caretColor: "var(--accent)", fontFamily: "var(--mono)", padding: "8px 0" },
  ".cm-cursor": { borderLeftColor: "var(--accent)", borderLeftWidth: "2px" },
  ".cm-gutters": { backgroundColor: "var(--paper)", color: "var(--faint)", border: "0", fontFamily: "var(--mono)" },
  ".cm-activeLine": { backgroundColor: "var(--line)" },
  ".cm-activeLineGutter": { backgroundColor: "var(--line)" },
  "&.cm-focused": { outline: "none" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": { backgroundColor: "var(--chosen)" },
  "&.cm-focused .cm-matchingBracket": { backgroundColor: "var(--chosen)", outline: "1px solid var(--accent)" },
  ".cm-selectionMatch": { backgroundColor: "var(--line)" },
  ".cm-tooltip": { backgroundColor: "var(--paper)", border: "1px solid var(--rule)", borderRadius: "8px", boxShadow: "var(--shadow)" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": { fontFamily: "var(--mono)", fontSize: "12.5px", maxHeight: "15em" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li": { padding: "3px 8px" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]": { backgroundColor: "var(--accent)", color: "var(--paper)" },
  ".cm-completionDetail": { fontFamily: "var(--sans)", fontStyle: "normal", opacity: ".8", marginLeft: "1em" },
  ".cm-completionMatchedText": { textDecoration: "none", fontWeight: "700" },
  ".cm-tooltip.cm-completionInfo": { maxWidth: "340px", padding: "7px 10px", fontSize: "12.5px", whiteSpace: "pre-line" },
  ".cm-diagnostic": { padding: "6px 10px", whiteSpace: "pre-wrap" },
  ".cm-panels": { backgroundColor: "var(--side)", color: "var(--ink)" },
});

const COLOURS = HighlightStyle.define([
  { tag: tags.keyword, color: "var(--word)", fontWeight: "600" },
  { tag: [tags.variableName, tags.special(tags.variableName), tags.local(tags.variableName)], color: "var(--variable)" },
  { tag: [tags.string, tags.special(tags.string)], color: "var(--string)" },
  { tag: [tags.atom, tags.namespace], color: "var(--name)" },
  { tag: [tags.number, tags.bool], color: "var(--string)" },
  { tag: tags.comment, color: "var(--quiet)", fontStyle: "italic" },
  { tag: tags.standard(tags.variableName), color: "var(--word)" },
]);

const WORDING = EditorState.phrases.of({ "Control character": "control character" });

/** Starts the editor in an element; `run` is called for Ctrl-Enter, `changed` after each edit. */
export function startEditor(parent, data, names, { run, changed }) {
  const view = new EditorView({
    parent,
    state: EditorState.create({ extensions: extensions(data, names, run, changed) }),
  });
  return {
    text: () => view.state.doc.toString(),
    write: (text) => view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } }),
    focus: () => view.focus(),
    mark: (fault) => view.dispatch(setDiagnostics(view.state, fault === null ? [] : [diagnostic(view.state, fault)])),
    go: (fault) => goTo(view, fault),
  };
}

function extensions(data, names, run, changed) {
  const keys = [
    { key: "Tab", run: (view) => (completionStatus(view.state) === "active" ? acceptCompletion(view) : indentMore(view)), shift: indentLess },
  ];
  return [
    EditorView.cspNonce.of(document.querySelector("script[nonce]")?.nonce ?? ""),
    Prec.highest(keymap.of([{ key: "Mod-Enter", run: () => (run(), true) }])),
    keymap.of([...closeBracketsKeymap, ...completionKeymap, ...keys, ...searchKeymap, ...historyKeymap, ...lintKeymap, ...defaultKeymap]),
    StreamLanguage.define(sparql),
    autocompletion({ override: completions(data, names), icons: false, maxRenderedOptions: 80 }),
    lineNumbers(),
    history(),
    drawSelection(),
    indentOnInput(),
    bracketMatching(),
    closeBrackets(),
    highlightActiveLine(),
    highlightSelectionMatches(),
    syntaxHighlighting(COLOURS),
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({ tabindex: "0", "aria-label": "SPARQL query. Escape, then Tab, leaves the editor." }),
    EditorView.updateListener.of((update) => update.docChanged && changed()),
    WORDING,
    LOOK,
  ];
}

/** The place of a mistake: the word that begins there, or the end of its line. */
function diagnostic(state, fault) {
  const from = positionOf(state, fault);
  const word = /^[?$:\w-]+/.exec(state.sliceDoc(from, from + 80))?.[0].length ?? 1;
  const to = Math.min(from + word, state.doc.length);
  return { from: Math.min(from, to), to, severity: "error", message: fault.message.split("\n")[0] };
}

function positionOf(state, fault) {
  const line = state.doc.line(Math.min(Math.max(fault.line, 1), state.doc.lines));
  return Math.min(line.from + Math.max(fault.column - 1, 0), line.to);
}

function goTo(view, fault) {
  view.dispatch({ selection: { anchor: positionOf(view.state, fault) }, scrollIntoView: true });
  view.focus();
}
