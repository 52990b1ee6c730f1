/** The page of `kg view`, whose network stands in the page itself. */

import { model, type Raw } from "./data.ts";
import { start } from "./page.ts";

const root = document.getElementById("page");
const data = document.getElementById("network");
if (root && data) {
  const network = model(JSON.parse(data.textContent ?? "") as Raw);
  // The browser paints "Drawing…" before the layout, which takes a second or two for thousands of nodes.
  setTimeout(() => start(root, network), 30);
}
