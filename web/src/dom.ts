/** Elements made without markup: texts of articles only ever become text. */

type Attributes = Record<string, string | boolean | ((event: Event) => void)>;
export type Child = Node | string | undefined;

/** An element with attributes, listeners (`onclick`, ...) and children; strings become text nodes. */
export function h<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(key.slice(2), value);
    else if (value === true) element.setAttribute(key, "");
    else if (value !== false) element.setAttribute(key, value);
  }
  element.append(...children.filter((child) => child !== undefined));
  return element;
}

const SHAPES: Record<string, string[]> = {
  plus: ["M12 5v14", "M5 12h14"],
  minus: ["M5 12h14"],
  fit: ["M4 9V4h5", "M20 9V4h-5", "M4 15v5h5", "M20 15v5h-5"],
  close: ["M6 6l12 12", "M18 6L6 18"],
};

/** A line drawing of the given name, hidden from screen readers. */
export function icon(name: keyof typeof SHAPES & string): SVGSVGElement {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  for (const d of SHAPES[name] ?? []) {
    const path = document.createElementNS(space, "path");
    path.setAttribute("d", d);
    svg.append(path);
  }
  return svg;
}

/** A disc (of a kind of node) or a line (of a kind of relation) in its colour. */
export function swatch(color: string, shape: "disc" | "line" = "disc"): HTMLElement {
  const mark = h("span", { class: `swatch ${shape}`, "aria-hidden": "true" });
  mark.style.setProperty("--color", color);
  return mark;
}
