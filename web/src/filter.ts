/** Which articles count: all, or those of a period and of a source. */

import type { Raw, Source } from "./data.ts";

export interface Choice {
  /** First and last month as YYYY-MM, or empty. */
  from: string;
  to: string;
  /** A publisher as "by NAME", an article as "in NAME", or empty. */
  source: string;
}

/** The articles that a choice leaves; undefined where it leaves all. An article without a day is of no period. */
export function chosen(raw: Raw, { from, to, source }: Choice): Set<number> | undefined {
  if (!from && !to && !source) return undefined;
  const left = new Set<number>();
  raw.articles.forEach((name, index) => {
    const about = raw.sources?.[index];
    if (fits(about, from, to) && (!source || source === `in ${name}` || source === `by ${about?.publisher ?? ""}`)) left.add(index);
  });
  return left;
}

function fits(source: Source | undefined, from: string, to: string): boolean {
  if (!from && !to) return true;
  const month = source?.date?.slice(0, 7);
  return month !== undefined && (!from || month >= from) && (!to || month <= to);
}

/** Whether some of the evidence is from the articles. */
export function stands(raw: Raw, evidence: readonly number[], articles: ReadonlySet<number>): boolean {
  return evidence.some((index) => articles.has(raw.evidence[index]?.[0] ?? -1));
}
