/** The side panel: what is known of a node or an edge, and the list of findings. */

import { at, counted, quotes, titled, type Model, type Place } from "./data.ts";
import { h, icon, swatch, type Child } from "./dom.ts";
import type { Palette } from "./view.ts";

export interface Actions {
  open(place: Place): void;
  findings(): void;
  close(): void;
  /** Shows only a node and its neighbours, adds the neighbours of another, or shows all again. */
  focus(node: number): void;
  expand(node: number): void;
  unfocus(): void;
  isFocused(): boolean;
}

const FIRST = 40;

export class Panel {
  readonly element = h("aside", { class: "panel", "aria-label": "Details", hidden: true });

  constructor(
    private readonly model: Model,
    private readonly actions: Actions,
    public colors: Palette,
  ) {}

  hide(): void {
    this.element.hidden = true;
    this.element.replaceChildren();
  }

  /** Shows a node or an edge. */
  show(place: Place): void {
    this.fill(...(place.type === "node" ? this.node(place.index) : this.edge(place.index)));
  }

  /** Shows all findings with where they are. */
  showFindings(): void {
    const { findings } = this.model;
    const places = findings.reduce((sum, finding) => sum + finding.places.length, 0);
    const list = findings.map(({ text, places: where }) =>
      h(
        "li",
        { class: "finding" },
        h("p", {}, text),
        ...this.long(where.map((place) => h("li", {}, this.link(place))), "places"),
      ),
    );
    const none = h("p", { class: "calm" }, "Nothing was found wrong in what is drawn here.");
    this.fill(
      this.head("Findings", h("p", { class: "kind" }, `${counted(findings.length, "finding")} in ${counted(places, "place")}`)),
      findings.length > 0 ? h("ul", { class: "findings" }, ...list) : none,
    );
  }

  private fill(...children: Child[]): void {
    this.element.replaceChildren(...children.filter((child) => child !== undefined));
    this.element.hidden = false;
    this.element.scrollTop = 0;
    this.element.querySelector("h2")?.focus({ preventScroll: true });
  }

  private head(title: string, ...below: Child[]): HTMLElement {
    const close = h(
      "button",
      { type: "button", class: "icon", "aria-label": "Close", title: "Close (Esc)", onclick: () => this.actions.close() },
      icon("close"),
    );
    return h("header", {}, h("div", {}, h("h2", { tabindex: "-1", dir: "auto" }, title), ...below), close);
  }

  private node(index: number): Child[] {
    const node = at(this.model.nodes, index);
    const edges = at(this.model.incident, index);
    const rows = edges.map((edge) => h("li", { class: "relation" }, ...this.relation(edge, index)));
    return [
      this.head(node.label, this.kind(this.colors.nodes.get(node.kind), "disc", node.kind)),
      this.steps(index),
      this.wrong(node.findings),
      this.section(`Relations (${edges.length})`, ...(rows.length > 0 ? this.long(rows, "relations") : [nothing("None.")])),
      this.evidence(node.evidence),
    ];
  }

  /** What can be done with a node. */
  private steps(index: number): HTMLElement {
    const step = (label: string, act: () => void): HTMLElement =>
      h("button", { type: "button", class: "step", onclick: () => (act(), this.show({ type: "node", index })) }, label);
    const { actions } = this;
    const focused = actions.isFocused();
    const page = `/entity?iri=${encodeURIComponent(at(this.model.nodes, index).id)}`;
    return h(
      "p",
      { class: "steps" },
      step("Only this", () => actions.focus(index)),
      focused ? step("Expand", () => actions.expand(index)) : undefined,
      focused ? step("Whole graph", () => actions.unfocus()) : undefined,
      this.model.sources ? h("a", { class: "step", href: page }, "Page") : undefined,
    );
  }

  private edge(index: number): Child[] {
    const edge = at(this.model.edges, index);
    return [
      this.head(edge.label || titled(edge.kind), this.kind(this.colors.edges.get(edge.kind), "line", edge.kind)),
      this.wrong(edge.findings),
      this.section(
        "Between",
        h(
          "ol",
          { class: "ends" },
          h("li", {}, h("span", { class: "way" }, "from"), this.link({ type: "node", index: edge.source })),
          h("li", {}, h("span", { class: "way" }, "to"), this.link({ type: "node", index: edge.target })),
        ),
      ),
      this.evidence(edge.evidence),
    ];
  }

  private relation(index: number, from: number): Child[] {
    const edge = at(this.model.edges, index);
    const outgoing = edge.source === from;
    const name = edge.label || titled(edge.kind);
    const flagged = edge.findings.length > 0;
    const button = h(
      "button",
      {
        type: "button",
        class: flagged ? "edge flagged" : "edge",
        "aria-label": `${name}${outgoing ? "" : " (from)"}: show this relation's evidence${flagged ? ", has findings" : ""}`,
        title: "Show this relation's evidence",
        onclick: () => this.actions.open({ type: "edge", index }),
      },
      swatch((flagged ? this.colors.finding : this.colors.edges.get(edge.kind)) ?? this.colors.quiet, "line"),
      h("span", { class: "arrow", "aria-hidden": "true" }, outgoing ? "→" : "←"),
      h("span", { dir: "auto" }, name),
    );
    return [button, this.link({ type: "node", index: outgoing ? edge.target : edge.source })];
  }

  /** A button that opens a node or an edge. */
  private link(place: Place): HTMLElement {
    const open = (): void => this.actions.open(place);
    if (place.type === "node") {
      const node = at(this.model.nodes, place.index);
      return h(
        "button",
        { type: "button", class: node.findings.length > 0 ? "link flagged" : "link", onclick: open },
        swatch(this.colors.nodes.get(node.kind) ?? this.colors.quiet),
        h("span", { dir: "auto" }, node.label),
      );
    }
    const edge = at(this.model.edges, place.index);
    const label = (end: number): string => at(this.model.nodes, end).label;
    return h(
      "button",
      { type: "button", class: "link flagged", onclick: open },
      swatch(this.colors.finding, "line"),
      h("span", {}, `${label(edge.source)} → ${edge.label || titled(edge.kind)} → ${label(edge.target)}`),
    );
  }

  private kind(color: string | undefined, shape: "disc" | "line", kind: string): HTMLElement {
    return h("p", { class: "kind" }, swatch(color ?? this.colors.quiet, shape), titled(kind));
  }

  private wrong(texts: readonly string[]): Child {
    if (texts.length === 0) return undefined;
    const list = texts.map((text) => h("li", { class: "finding" }, h("p", {}, text)));
    const all = h("button", { type: "button", class: "all", onclick: () => this.actions.findings() }, "All findings");
    return this.section(`Findings (${texts.length})`, h("ul", { class: "findings" }, ...list), all);
  }

  private evidence(indices: readonly number[]): Child {
    const articles = quotes(this.model, indices);
    const total = articles.reduce((sum, { quotes: found }) => sum + found.length, 0);
    if (total === 0) return this.section("Evidence", nothing("No words of an article are given."));
    const blocks = articles.map(({ article, quotes: found }) =>
      h(
        "li",
        {},
        h("h4", { dir: "auto" }, article),
        ...this.long(
          found.map(({ begin, end, quote }) =>
            h(
              "li",
              {},
              h("blockquote", { dir: "auto" }, quote),
              h("p", { class: "where" }, this.where(article, begin, end)),
            ),
          ),
          "quotes",
        ),
      ),
    );
    return this.section(`Evidence (${total})`, h("ul", { class: "evidence" }, ...blocks));
  }

  private where(article: string, begin: number, end: number): Child {
    const text = `characters ${begin}–${end}`;
    const source = this.model.sources?.[this.model.articles.indexOf(article)];
    return source ? h("a", { href: `/${source.path}#char=${begin},${end}` }, text) : text;
  }

  private section(title: string, ...children: Child[]): HTMLElement {
    return h("section", {}, h("h3", {}, title), ...children);
  }

  /** A list that starts short, with a button for the rest. */
  private long(rows: HTMLLIElement[], noun: string): HTMLElement[] {
    const list = h("ul", {}, ...rows.slice(0, FIRST));
    if (rows.length <= FIRST) return [list];
    const more = h(
      "button",
      {
        type: "button",
        class: "all",
        onclick: () => {
          list.append(...rows.slice(FIRST));
          rows[FIRST]?.querySelector("button")?.focus();
          more.remove();
        },
      },
      `Show all ${rows.length.toLocaleString("en")} ${noun}`,
    );
    return [list, more];
  }
}

function nothing(text: string): HTMLElement {
  return h("p", { class: "calm" }, text);
}
