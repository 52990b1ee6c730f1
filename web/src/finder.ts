/** The search box with its list of results (the ARIA combobox pattern). */

import { at, counted, titled, type Model } from "./data.ts";
import { h, swatch } from "./dom.ts";
import { search } from "./search.ts";
import type { Palette } from "./view.ts";

const SHOWN = 30;

export class Finder {
  readonly input = h("input", {
    type: "search",
    role: "combobox",
    placeholder: "Search",
    "aria-label": "Search the graph",
    "aria-autocomplete": "list",
    "aria-controls": "results",
    "aria-expanded": "false",
    autocomplete: "off",
    spellcheck: "false",
  });
  private readonly list = h("ul", { id: "results", role: "listbox", "aria-label": "Results", hidden: true });
  private readonly status = h("p", { class: "unseen", role: "status" });
  readonly element = h("div", { class: "finder" }, this.input, h("kbd", { "aria-hidden": "true" }, "/"), this.list, this.status);
  private hits: number[] = [];
  private active = 0;

  constructor(
    private readonly model: Model,
    private readonly choose: (node: number) => void,
    public colors: Palette,
  ) {
    this.input.addEventListener("input", () => this.update());
    this.input.addEventListener("keydown", (event) => this.key(event));
    this.input.addEventListener("focus", () => {
      if (this.input.value) this.update();
    });
    this.element.addEventListener("focusout", (event) => {
      if (!this.element.contains(event.relatedTarget as Node | null)) this.close();
    });
  }

  get isOpen(): boolean {
    return !this.list.hidden;
  }

  close(): void {
    this.list.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
  }

  private update(): void {
    this.hits = search(this.model.nodes, this.model.degree, this.input.value);
    this.active = 0;
    const options = this.hits.slice(0, SHOWN).map((node, place) => this.option(node, place));
    const rest = this.hits.length - options.length;
    if (this.hits.length === 0) options.push(h("li", { class: "note" }, "Nothing is called that."));
    if (rest > 0) options.push(h("li", { class: "note" }, `and ${rest.toLocaleString("en")} more`));
    this.list.replaceChildren(...options);
    this.list.hidden = false;
    this.input.setAttribute("aria-expanded", "true");
    this.status.textContent = counted(this.hits.length, "result");
    this.mark();
  }

  private option(index: number, place: number): HTMLLIElement {
    const node = at(this.model.nodes, index);
    const option = h(
      "li",
      { role: "option", id: `result-${place}`, "aria-selected": "false", onclick: () => this.take(place) },
      swatch(this.colors.nodes.get(node.kind) ?? this.colors.quiet),
      h("span", { class: "name", dir: "auto" }, node.label),
      h("span", { class: node.findings.length > 0 ? "note flagged" : "note" }, titled(node.kind)),
    );
    // Without this the box loses the focus, and the list closes, before the click arrives.
    option.addEventListener("pointerdown", (event) => event.preventDefault());
    return option;
  }

  private key(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      if (!this.isOpen) return this.update();
      const shown = Math.min(this.hits.length, SHOWN);
      if (shown > 0) this.active = (this.active + step + shown) % shown;
      this.mark();
    } else if (event.key === "Enter" && this.isOpen) {
      event.preventDefault();
      this.take(this.active);
    } else if (event.key === "Escape" && (this.isOpen || this.input.value)) {
      event.preventDefault();
      event.stopPropagation();
      this.input.value = "";
      this.close();
    }
  }

  private mark(): void {
    for (const option of this.list.querySelectorAll("[role=option]")) {
      const on = option.id === `result-${this.active}`;
      option.setAttribute("aria-selected", String(on));
      if (on) {
        this.input.setAttribute("aria-activedescendant", option.id);
        option.scrollIntoView({ block: "nearest" });
      }
    }
  }

  private take(place: number): void {
    const node = this.hits[place];
    if (node === undefined) return;
    this.input.value = "";
    this.close();
    this.input.blur();
    this.choose(node);
  }
}
