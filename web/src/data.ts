/** What the page's JSON holds, and what is derived from it once. */

export interface RawNode {
  id: string;
  label: string;
  kind: string;
  evidence: number[];
  findings: string[];
}

export interface RawEdge {
  source: number;
  target: number;
  kind: string;
  label: string;
  evidence: number[];
  findings: string[];
}

/** Article (index), first code point, end code point, the words. */
export type RawEvidence = [number, number, number, string];

/** An article's day, publisher and address below the server, where there is a server. */
export interface Source {
  date: string | null;
  publisher: string | null;
  path: string;
}

export interface Raw {
  title: string;
  sources?: Source[];
  articles: string[];
  evidence: RawEvidence[];
  nodes: RawNode[];
  edges: RawEdge[];
}

/** A node or an edge, by its index. */
export interface Place {
  type: "node" | "edge";
  index: number;
}

export interface Finding {
  text: string;
  places: Place[];
}

export interface Quotes {
  article: string;
  quotes: { begin: number; end: number; quote: string }[];
}

export interface Model extends Raw {
  /** For each node, the edges at it. */
  incident: number[][];
  degree: number[];
  findings: Finding[];
  byId: Map<string, number>;
  nodeKinds: Count[];
  edgeKinds: Count[];
}

export interface Count {
  kind: string;
  count: number;
}

/** An element that must be there. */
export function at<T>(items: readonly T[], index: number): T {
  const item = items[index];
  if (item === undefined) throw new RangeError(`no element ${index}`);
  return item;
}

/** Kinds with how often they occur, the most frequent first, then by name. */
export function count(kinds: Iterable<string>): Count[] {
  const counts = new Map<string, number>();
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts]
    .map(([kind, n]) => ({ kind, count: n }))
    .sort((a, b) => b.count - a.count || (a.kind < b.kind ? -1 : 1));
}

/** Every finding once, with all the nodes and edges that have it. */
export function findings(raw: Raw): Finding[] {
  const found = new Map<string, Place[]>();
  const add = (texts: string[], place: Place): void => {
    for (const text of texts) found.set(text, [...(found.get(text) ?? []), place]);
  };
  raw.nodes.forEach((node, index) => add(node.findings, { type: "node", index }));
  raw.edges.forEach((edge, index) => add(edge.findings, { type: "edge", index }));
  return [...found].map(([text, places]) => ({ text, places }));
}

export function model(raw: Raw): Model {
  const incident: number[][] = raw.nodes.map(() => []);
  raw.edges.forEach((edge, index) => {
    at(incident, edge.source).push(index);
    if (edge.target !== edge.source) at(incident, edge.target).push(index);
  });
  return {
    ...raw,
    incident,
    degree: incident.map((edges) => edges.length),
    findings: findings(raw),
    byId: new Map(raw.nodes.map((node, index) => [node.id, index])),
    nodeKinds: count(raw.nodes.map((node) => node.kind)),
    edgeKinds: count(raw.edges.map((edge) => edge.kind)),
  };
}

/** Evidence by article, in the order in which the text runs, without repetition. */
export function quotes(raw: Raw, evidence: readonly number[]): Quotes[] {
  const articles = new Map<number, RawEvidence[]>();
  for (const index of new Set(evidence)) {
    const entry = at(raw.evidence, index);
    articles.set(entry[0], [...(articles.get(entry[0]) ?? []), entry]);
  }
  return [...articles]
    .sort(([a], [b]) => a - b)
    .map(([article, entries]) => ({
      article: at(raw.articles, article),
      quotes: entries
        .sort((a, b) => a[1] - b[1] || a[2] - b[2])
        .map(([, begin, end, quote]) => ({ begin, end, quote })),
    }));
}

/** "1 relation", "2 relations". */
export function counted(n: number, one: string, many = `${one}s`): string {
  return `${n.toLocaleString("en")} ${n === 1 ? one : many}`;
}

/** The text, cut with an ellipsis to at most so many characters. */
export function shortened(text: string, limit: number): string {
  const characters = [...text];
  return characters.length <= limit ? text : `${characters.slice(0, limit - 1).join("").trimEnd()}…`;
}

/** A kind as a heading: "trade-flow" becomes "Trade flow". */
export function titled(kind: string): string {
  const words = kind.replace(/[-_]+/g, " ").trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
