/** Citations, places in an article, and filters: what the pages compute. */

/** A quote with all that is needed to find it again: article, code points, hash. */
export function citation(quote: string, article: string, place: string, hash: string): string {
  return `“${quote.replace(/\s+/g, " ")}” (${article}, characters ${place.replace(",", "–")}, SHA-256 ${hash})`;
}

/** The place that `#char=BEGIN,END` names (RFC 5147), as "BEGIN,END". */
export function parsePlace(hash: string): string | undefined {
  return /^#char=(\d+,\d+)$/.exec(hash)?.[1];
}

/** Whether a text has all the words of a filter, without regard to case and accents. */
export function matches(text: string, filter: string): boolean {
  const plain = (words: string): string => words.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const inside = plain(text);
  return plain(filter).split(/\s+/).every((word) => inside.includes(word));
}
