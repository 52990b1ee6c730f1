/** The graph view of `kg serve`, which fetches its network. */

import { model, type Raw } from "./data.ts";
import { h } from "./dom.ts";
import { start } from "./page.ts";

async function load(root: HTMLElement): Promise<void> {
  try {
    const response = await fetch(root.dataset["network"] ?? "");
    if (!response.ok) throw new Error(`the server answered ${response.status}`);
    const network = model((await response.json()) as Raw);
    setTimeout(() => start(root, network), 30);
  } catch (error) {
    root.replaceChildren(h("p", { class: "wait", role: "alert" }, `The graph could not be loaded: ${String(error)}`));
  }
}

const root = document.getElementById("page");
if (root) void load(root);
