/** The graph with its header, legend, drawing and panel, and what happens between them. */

import { at, counted, titled, type Count, type Model, type Place } from "./data.ts";
import { h, icon, swatch } from "./dom.ts";
import { chosen } from "./filter.ts";
import { Finder } from "./finder.ts";
import { formatHash, parseHash, type Target } from "./hash.ts";
import { Panel } from "./panel.ts";
import { canDraw, palette, View } from "./view.ts";

export function start(root: HTMLElement, model: Model): void {
  let colors = palette(model);
  let view: View | undefined;
  let current: Place | "findings" | undefined;

  const canvas = h("div", {
    class: "canvas",
    role: "application",
    tabindex: "0",
    "aria-label": "The graph. Arrow keys move it, plus and minus zoom, 0 shows all; search reaches every node by keyboard.",
  });
  const tip = h("p", { class: "tip", hidden: true });
  const actions = {
    open: (place: Place) => open(place, true),
    findings: showFindings,
    close,
    focus: (node: number) => {
      view?.focus(node);
      view?.fly({ type: "node", index: node });
    },
    expand: (node: number) => view?.expand(node),
    unfocus: () => view?.unfocus(),
    isFocused: () => view?.scope !== undefined,
  };
  const panel = new Panel(model, actions, colors);
  const finder = new Finder(model, (node) => open({ type: "node", index: node }, true), colors);

  function open(place: Place, fly: boolean): void {
    current = place;
    tip.hidden = true;
    panel.show(place);
    view?.select(place);
    if (fly) view?.fly(place);
    else view?.reveal(place);
    pressed();
    remember();
  }

  function showFindings(): void {
    current = "findings";
    panel.showFindings();
    view?.select(undefined);
    pressed();
    remember();
  }

  function close(): void {
    if (current === undefined) return;
    const held = panel.element.contains(document.activeElement);
    current = undefined;
    panel.hide();
    view?.select(undefined);
    pressed();
    remember();
    if (held) canvas.focus({ preventScroll: true });
  }

  function remember(): void {
    const target: Target | undefined =
      current === "findings"
        ? { type: "findings" }
        : current?.type === "node"
          ? { type: "node", id: at(model.nodes, current.index).id }
          : current && { type: "edge", index: current.index };
    try {
      history.replaceState(null, "", target ? formatHash(target) : "#");
    } catch {
      // A page inside a sandboxed frame may not change its address; nothing depends on it.
    }
  }

  function follow(): boolean {
    const target = parseHash(location.hash);
    if (target?.type === "findings") showFindings();
    else if (target?.type === "edge" && target.index < model.edges.length) open(target, true);
    else {
      const index = target?.type === "node" ? model.byId.get(target.id) : undefined;
      if (index === undefined) return false;
      open({ type: "node", index }, true);
    }
    return true;
  }

  const findings = h(
    "button",
    {
      type: "button",
      class: model.findings.length > 0 ? "show-findings some" : "show-findings",
      "aria-pressed": "false",
      onclick: () => (current === "findings" ? close() : showFindings()),
    },
    `Findings (${model.findings.length})`,
  );
  function pressed(): void {
    findings.setAttribute("aria-pressed", String(current === "findings"));
  }

  const counts = [
    counted(model.nodes.length, "node"),
    counted(model.edges.length, "relation"),
    counted(model.articles.length, "article"),
  ];
  const legend = h("details", { class: "legend" }, h("summary", {}, "Legend"), h("div", { class: "kinds" }));
  legend.open = matchMedia("(min-width: 720px)").matches;
  function fillLegend(): void {
    const mark = (shape: "disc" | "line") => (kind: string) =>
      swatch((shape === "disc" ? colors.nodes : colors.edges).get(kind) ?? colors.quiet, shape);
    const ring = h("span", { class: "swatch ring", "aria-hidden": "true" });
    legend.querySelector(".kinds")?.replaceChildren(
      toggles("Nodes", model.nodeKinds, mark("disc"), view?.hiddenNodeKinds ?? new Set(), () => view?.redraw()),
      toggles("Relations", model.edgeKinds, mark("line"), view?.hiddenEdgeKinds ?? new Set(), () => view?.redraw()),
      model.findings.length > 0 ? h("p", { class: "key" }, ring, "has findings") : "",
      model.sources ? sources : "",
    );
  }

  const sources = sourceFilter(model, (articles) => {
    if (!view) return;
    view.articles = articles;
    view.redraw();
  });

  const tool = (name: string, label: string, act: () => void): HTMLElement =>
    h("button", { type: "button", class: "icon", "aria-label": label, title: label, onclick: act }, icon(name));
  const tools = h(
    "div",
    { class: "tools", role: "group", "aria-label": "Zoom" },
    tool("plus", "Zoom in", () => view?.zoom(1)),
    tool("minus", "Zoom out", () => view?.zoom(-1)),
    tool("fit", "Show all", () => view?.fit()),
  );

  const stage = h("main", {}, h("div", { class: "drawing" }, canvas, tools, tip), panel.element);
  stage.prepend(legend);
  root.replaceChildren(
    h(
      "header",
      { class: "top" },
      h("div", { class: "heading" }, h("h1", { dir: "auto" }, model.title), h("p", {}, counts.join(" · "))),
      finder.element,
      findings,
    ),
    stage,
  );

  const hover = (place: Place | undefined, where?: { x: number; y: number }): void => {
    tip.hidden = place?.type !== "edge";
    if (place?.type !== "edge" || !where) return;
    const edge = at(model.edges, place.index);
    const label = (end: number): string => at(model.nodes, end).label;
    tip.textContent = `${label(edge.source)} → ${edge.label || titled(edge.kind)} → ${label(edge.target)}`;
    const left = Math.max(8, Math.min(where.x + 12, canvas.clientWidth - tip.offsetWidth - 8));
    tip.style.transform = `translate(${left}px, ${Math.max(8, where.y - tip.offsetHeight - 10)}px)`;
  };
  // What is open at first takes room away from the drawing, whose layout suits the room left.
  if (!follow() && model.findings.length > 0 && matchMedia("(min-width: 1000px)").matches) {
    current = "findings";
    panel.showFindings();
    pressed();
  }
  if (model.nodes.length === 0) {
    tools.hidden = true;
    canvas.append(h("p", { class: "message" }, "There is nothing to draw."));
  } else if (canDraw()) {
    view = new View(model, canvas, colors, { pick: (place) => (place ? open(place, false) : close()), hover });
    if (current && current !== "findings") {
      view.select(current);
      view.fly(current);
    }
  } else {
    tools.hidden = true;
    canvas.append(
      h(
        "p",
        { class: "message" },
        "This browser has no WebGL, so the graph cannot be drawn. Search and the list of findings still work.",
      ),
    );
  }
  fillLegend();

  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    colors = palette(model);
    panel.colors = colors;
    finder.colors = colors;
    view?.recolor(colors);
    fillLegend();
    if (current === "findings") showFindings();
    else if (current) panel.show(current);
  });
  addEventListener("hashchange", follow);
  addEventListener("keydown", (event) => {
    const typing = event.target instanceof HTMLInputElement;
    if (event.key === "Escape" && !event.defaultPrevented) close();
    else if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      finder.input.focus();
      finder.input.select();
    }
  });
  const moves: Record<string, () => void> = {
    ArrowLeft: () => view?.pan(-1, 0),
    ArrowRight: () => view?.pan(1, 0),
    ArrowUp: () => view?.pan(0, -1),
    ArrowDown: () => view?.pan(0, 1),
    "+": () => view?.zoom(1),
    "=": () => view?.zoom(1),
    "-": () => view?.zoom(-1),
    "0": () => view?.fit(),
  };
  canvas.addEventListener("keydown", (event) => {
    const move = event.ctrlKey || event.metaKey || event.altKey ? undefined : moves[event.key];
    if (!move) return;
    event.preventDefault();
    move();
  });

}

function toggles(
  title: string,
  kinds: readonly Count[],
  mark: (kind: string) => HTMLElement,
  hidden: Set<string>,
  changed: () => void,
): HTMLElement {
  const rows = kinds.map(({ kind, count }) => {
    const box = h("input", {
      type: "checkbox",
      onchange: () => {
        if (box.checked) hidden.delete(kind);
        else hidden.add(kind);
        changed();
      },
    });
    box.checked = !hidden.has(kind);
    return h(
      "label",
      {},
      box,
      mark(kind),
      h("span", { class: "name" }, titled(kind)),
      h("span", { class: "count" }, count.toLocaleString("en")),
    );
  });
  return h("fieldset", { hidden: kinds.length === 0 }, h("legend", {}, title), ...rows);
}

/** The fields by which articles are chosen. */
function sourceFilter(model: Model, changed: (articles: Set<number> | undefined) => void): HTMLElement {
  const publishers = [...new Set((model.sources ?? []).flatMap(({ publisher }) => publisher ?? []))].sort();
  const option = (way: string, name: string): HTMLElement => h("option", { value: `${way} ${name}` }, name);
  const from = h("input", { type: "month", "aria-label": "From month" });
  const to = h("input", { type: "month", "aria-label": "To month" });
  const source = h(
    "select",
    { "aria-label": "Source" },
    h("option", { value: "" }, "All sources"),
    h("optgroup", { label: "Publishers" }, ...publishers.map((name) => option("by", name))),
    h("optgroup", { label: "Articles" }, ...model.articles.map((name) => option("in", name))),
  );
  const update = (): void => changed(chosen(model, { from: from.value, to: to.value, source: source.value }));
  for (const field of [from, to, source]) field.addEventListener("change", update);
  return h("fieldset", { class: "sources" }, h("legend", {}, "Source and period"), source, from, to);
}
