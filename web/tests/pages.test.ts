import assert from "node:assert/strict";
import { test } from "node:test";
import type { Raw } from "../src/data.ts";
import { chosen, stands } from "../src/filter.ts";
import { citation, matches, parsePlace } from "../src/reading.ts";
import { address, cell, isNumber } from "../src/terms.ts";

const raw: Raw = {
  title: "",
  articles: ["a", "b", "c"],
  sources: [
    { date: "2024-05-01", publisher: "P", path: "article/1" },
    { date: "2023-01-31", publisher: null, path: "article/2" },
    { date: null, publisher: "P", path: "article/3" },
  ],
  evidence: [
    [0, 0, 1, "x"],
    [1, 0, 1, "x"],
  ],
  nodes: [],
  edges: [],
};

test("a choice of nothing leaves all articles", () => {
  assert.equal(chosen(raw, { from: "", to: "", source: "" }), undefined);
});

test("a period leaves articles with a day in it", () => {
  assert.deepEqual(chosen(raw, { from: "2023-01", to: "2023-12", source: "" }), new Set([1]));
  assert.deepEqual(chosen(raw, { from: "2023-02", to: "", source: "" }), new Set([0]));
});

test("a publisher or an article is chosen by name", () => {
  assert.deepEqual(chosen(raw, { from: "", to: "", source: "by P" }), new Set([0, 2]));
  assert.deepEqual(chosen(raw, { from: "", to: "", source: "in b" }), new Set([1]));
});

test("evidence stands on the chosen articles or not", () => {
  assert.equal(stands(raw, [0, 1], new Set([1])), true);
  assert.equal(stands(raw, [0], new Set([1])), false);
  assert.equal(stands(raw, [], new Set([1])), false);
});

test("a citation has quote, article, code points and hash", () => {
  assert.equal(citation("a\n b", "name", "3,8", "abc"), "“a b” (name, characters 3–8, SHA-256 abc)");
});

test("a place is read from an address", () => {
  assert.equal(parsePlace("#char=3,8"), "3,8");
  for (const hash of ["", "#char=", "#char=3", "#char=3,8,9", "#x"]) assert.equal(parsePlace(hash), undefined);
});

test("a filter looks for all its words, without case and accents", () => {
  assert.equal(matches("Aleška Simkić met", "simkic ALESKA"), true);
  assert.equal(matches("Aleška Simkić met", "simkic Macron"), false);
  assert.equal(matches("anything", ""), true);
});

test("terms are shown short and linked to their pages", () => {
  const article = { type: "uri", value: "https://w3id.org/readout/article/0123456789abcdef#char=1,2" } as const;
  assert.equal(address(article), "/article/0123456789abcdef#char=1,2");
  assert.equal(address({ type: "uri", value: "javascript:alert(1)" }), "/entity?iri=javascript%3Aalert(1)");
  assert.equal(address({ type: "literal", value: "x" }), undefined);
  assert.equal(cell({ type: "uri", value: "https://w3id.org/readout/id/france" }), "id/france");
  assert.equal(isNumber({ type: "literal", value: "1", datatype: "http://www.w3.org/2001/XMLSchema#decimal" }), true);
  assert.equal(isNumber({ type: "literal", value: "2024" }), false);
});
