/** Finding nodes by what they are called. */

export interface Entry {
  label: string;
  kind: string;
}

/** Lower case without accents. */
export function fold(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}+/gu, "").toLowerCase();
}

/** How well a folded label answers a folded query: 0 is best, undefined is not at all. */
export function rank(label: string, query: string): number | undefined {
  if (label === query) return 0;
  if (label.startsWith(query)) return 1;
  const words = query.split(/\s+/).filter(Boolean);
  const starts = label.split(/[^\p{L}\p{N}]+/u);
  if (words.every((word) => starts.some((start) => start.startsWith(word)))) return 2;
  if (words.every((word) => label.includes(word))) return 3;
  return undefined;
}

/**
 * The indices of the entries that answer a query, the best first; of equals the one with the larger weight.
 * An empty query is answered by all, so that the list can be walked without knowing a name.
 */
export function search(entries: readonly Entry[], weights: readonly number[], query: string): number[] {
  const wanted = fold(query.trim());
  const hits: { index: number; rank: number }[] = [];
  entries.forEach((entry, index) => {
    const found = wanted === "" ? 0 : (rank(fold(entry.label), wanted) ?? kindRank(entry.kind, wanted));
    if (found !== undefined) hits.push({ index, rank: found });
  });
  return hits
    .sort((a, b) => a.rank - b.rank || (weights[b.index] ?? 0) - (weights[a.index] ?? 0) || a.index - b.index)
    .map((hit) => hit.index);
}

function kindRank(kind: string, wanted: string): number | undefined {
  return wanted.length > 2 && fold(kind).startsWith(wanted) ? 4 : undefined;
}
