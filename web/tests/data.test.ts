import assert from "node:assert/strict";
import { test } from "node:test";
import { count, counted, model, quotes, shortened, titled, type Raw } from "../src/data.ts";

const raw: Raw = {
  title: "t",
  articles: ["a.txt", "b.txt"],
  evidence: [
    [1, 5, 9, "late"],
    [0, 7, 8, "x"],
    [0, 2, 4, "yz"],
  ],
  nodes: [
    { id: "n:a", label: "A", kind: "person", evidence: [0, 1, 2, 1], findings: ["wrong"] },
    { id: "n:b", label: "B", kind: "party", evidence: [], findings: [] },
    { id: "n:c", label: "C", kind: "person", evidence: [], findings: [] },
  ],
  edges: [
    { source: 0, target: 1, kind: "k", label: "", evidence: [], findings: ["wrong", "odd"] },
    { source: 2, target: 2, kind: "k", label: "", evidence: [], findings: [] },
  ],
};

test("derives degree, kinds and the place of each id", () => {
  const made = model(raw);
  assert.deepEqual(made.degree, [1, 1, 1]);
  assert.deepEqual(made.incident, [[0], [0], [1]]);
  assert.deepEqual(made.nodeKinds, [
    { kind: "person", count: 2 },
    { kind: "party", count: 1 },
  ]);
  assert.equal(made.byId.get("n:c"), 2);
});

test("lists a finding once with all its places", () => {
  assert.deepEqual(model(raw).findings, [
    {
      text: "wrong",
      places: [
        { type: "node", index: 0 },
        { type: "edge", index: 0 },
      ],
    },
    { text: "odd", places: [{ type: "edge", index: 0 }] },
  ]);
});

test("groups evidence by article in the order of the text, each once", () => {
  assert.deepEqual(quotes(raw, [0, 1, 2, 1]), [
    {
      article: "a.txt",
      quotes: [
        { begin: 2, end: 4, quote: "yz" },
        { begin: 7, end: 8, quote: "x" },
      ],
    },
    { article: "b.txt", quotes: [{ begin: 5, end: 9, quote: "late" }] },
  ]);
});

test("counts kinds by frequency, then name", () => {
  assert.deepEqual(
    count(["b", "a", "c", "c"]).map((entry) => entry.kind),
    ["c", "a", "b"],
  );
});

test("words and cuts", () => {
  assert.equal(counted(1, "node"), "1 node");
  assert.equal(counted(2000, "node"), "2,000 nodes");
  assert.equal(shortened("abcdef", 4), "abc…");
  assert.equal(shortened("😀😀", 2), "😀😀");
  assert.equal(titled("trade-flow"), "Trade flow");
});
