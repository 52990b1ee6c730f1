/** The selection in the page's address, so that a view can be linked to. */

export type Target = { type: "node"; id: string } | { type: "edge"; index: number } | { type: "findings" };

/** What `#select=ID`, `#edge=NUMBER` or `#findings` asks for; undefined for anything else. */
export function parseHash(hash: string): Target | undefined {
  const [key, value] = split(hash.replace(/^#/, ""));
  if (key === "findings") return { type: "findings" };
  if (key === "edge" && /^\d+$/.test(value)) return { type: "edge", index: Number(value) };
  if (key !== "select" || value === "") return undefined;
  try {
    return { type: "node", id: decodeURIComponent(value) };
  } catch {
    return { type: "node", id: value };
  }
}

export function formatHash(target: Target): string {
  if (target.type === "node") return `#select=${encodeURIComponent(target.id)}`;
  return target.type === "edge" ? `#edge=${target.index}` : "#findings";
}

function split(text: string): [string, string] {
  const place = text.indexOf("=");
  return place < 0 ? [text, ""] : [text.slice(0, place), text.slice(place + 1)];
}
