/** The query editor and the table of its answer. */

import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { bracketMatching, HighlightStyle, StreamLanguage, syntaxHighlighting } from "@codemirror/language";
import { sparql } from "@codemirror/legacy-modes/mode/sparql";
import { EditorState } from "@codemirror/state";
import { drawSelection, EditorView, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { inert } from "./csv.ts";
import { h } from "./dom.ts";
import { address, cell, isNumber, type Term } from "./terms.ts";

interface Answer {
  head: { vars?: string[] };
  results?: { bindings: Record<string, Term>[] };
  boolean?: boolean;
}

const SHOWN = 1000;
const WANTED = "application/sparql-results+json, text/turtle;q=0.9";

const colors = HighlightStyle.define([
  { tag: tags.keyword, color: "var(--accent)", fontWeight: "600" },
  { tag: tags.comment, color: "var(--quiet)", fontStyle: "italic" },
  { tag: [tags.string, tags.special(tags.string)], color: "var(--string)" },
  { tag: [tags.variableName, tags.atom], color: "var(--name)" },
]);

function edit(place: HTMLElement, field: HTMLTextAreaElement, run: () => void): EditorView {
  // In a shadow root the editor brings its styles as a constructed sheet, which the content policy allows.
  const root = place.attachShadow({ mode: "open" });
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: field.value,
      extensions: [
        lineNumbers(),
        history(),
        drawSelection(),
        EditorView.lineWrapping,
        bracketMatching(),
        StreamLanguage.define(sparql),
        syntaxHighlighting(colors),
        keymap.of([{ key: "Mod-Enter", run: () => (run(), true) }, ...defaultKeymap, ...historyKeymap]),
        EditorView.contentAttributes.of({ "aria-label": "Query" }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) field.value = update.state.doc.toString();
        }),
        EditorView.theme({
          "&": { fontSize: "13px" },
          "&.cm-focused": { outline: "2px solid var(--accent)" },
          ".cm-scroller": { fontFamily: "ui-monospace, monospace", lineHeight: "1.5" },
          ".cm-gutters": { background: "none", border: "0", color: "var(--quiet)" },
          ".cm-cursor": { borderLeftColor: "var(--ink)" },
        }),
      ],
    }),
  });
  field.hidden = true;
  return view;
}

function start(): void {
  const find = <T extends HTMLElement>(selector: string): T => document.querySelector<T>(selector)!;
  const field = find<HTMLTextAreaElement>("#query");
  const status = find("#status");
  const place = find("#answer");
  let asked = 0;

  const send = (accept: string): Promise<Response> =>
    fetch("/sparql", {
      method: "POST",
      headers: { "Content-Type": "application/sparql-query", Accept: accept },
      body: field.value,
    });

  async function run(): Promise<void> {
    const turn = ++asked;
    const begin = performance.now();
    status.textContent = "Asking…";
    status.className = "";
    try {
      const response = await send(WANTED);
      const text = await response.text();
      if (turn !== asked) return;
      if (!response.ok) throw new Error(text.trim());
      const time = `${Math.round(performance.now() - begin)} ms`;
      status.textContent = show(place, text, response.headers.get("Content-Type") ?? "") + `, ${time}`;
    } catch (error) {
      if (turn !== asked) return;
      place.replaceChildren();
      status.className = "wrong";
      status.textContent = error instanceof Error ? error.message : String(error);
    }
  }

  const view = edit(find("#editor"), field, () => void run());
  find("form").addEventListener("submit", (event) => {
    event.preventDefault();
    void run();
  });
  find<HTMLSelectElement>("#questions").addEventListener("change", (event) => {
    const text = (event.target as HTMLSelectElement).value;
    view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } });
    void run();
  });
  for (const button of document.querySelectorAll<HTMLElement>(".as")) {
    button.addEventListener("click", () => void save(button.dataset["media"] ?? ""));
  }

  async function save(media: string): Promise<void> {
    const response = await send(media);
    if (!response.ok) {
      status.className = "wrong";
      status.textContent = (await response.text()).trim();
      return;
    }
    const csv = media === "text/csv";
    const body = csv ? new Blob([inert(await response.text())], { type: media }) : await response.blob();
    const link = h("a", { href: URL.createObjectURL(body), download: csv ? "answer.csv" : "answer.json" });
    link.click();
    URL.revokeObjectURL(link.href);
  }
  void run();
}

/** Shows an answer and tells how large it is. */
function show(place: HTMLElement, text: string, media: string): string {
  if (!media.startsWith("application/sparql-results+json")) {
    place.replaceChildren(h("pre", {}, text));
    return "triples";
  }
  const { head, results, boolean } = JSON.parse(text) as Answer;
  if (boolean !== undefined) {
    place.replaceChildren(h("p", { class: "answer" }, boolean ? "Yes" : "No"));
    return "answered";
  }
  const names = head.vars ?? [];
  const rows = results?.bindings ?? [];
  const line = (row: Record<string, Term>): HTMLElement => h("tr", {}, ...names.map((name) => value(row[name])));
  place.replaceChildren(
    h(
      "table",
      {},
      h("thead", {}, h("tr", {}, ...names.map((name) => h("th", { scope: "col" }, name)))),
      h("tbody", {}, ...rows.slice(0, SHOWN).map(line)),
    ),
  );
  const shown = rows.length > SHOWN ? ` (first ${SHOWN.toLocaleString("en")} shown)` : "";
  return `${rows.length.toLocaleString("en")} ${rows.length === 1 ? "row" : "rows"}${shown}`;
}

function value(term: Term | undefined): HTMLElement {
  if (!term) return h("td");
  const text = cell(term);
  const link = address(term);
  if (link) return h("td", {}, h("a", { href: link, title: term.value }, text));
  return h("td", { dir: "auto", class: isNumber(term) ? "number" : "" }, text);
}

start();
