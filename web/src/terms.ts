/** RDF terms of the SPARQL results format as people read them. */

export interface Term {
  type: "uri" | "literal" | "bnode";
  value: string;
  "xml:lang"?: string;
  datatype?: string;
}

const BASE = "https://w3id.org/readout/";

/** A term in a cell: an IRI by its end, a literal as it is. */
export function cell(term: Term): string {
  return term.type === "uri" ? term.value.replace(/^.*?([^/#]+[/#][^/]*)$/, "$1") : term.value;
}

/** Where an IRI has its page; nothing for other terms. */
export function address(term: Term): string | undefined {
  if (term.type !== "uri") return undefined;
  const article = new RegExp(`^${BASE}(article/[0-9a-f]+)(#char=\\d+,\\d+)?$`).exec(term.value);
  return article ? `/${article[1]}${article[2] ?? ""}` : `/entity?iri=${encodeURIComponent(term.value)}`;
}

/** Whether a literal is a number. */
export function isNumber(term: Term): boolean {
  return /#(integer|decimal|double|float)$/.test(term.datatype ?? "");
}
