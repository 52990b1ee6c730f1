import assert from "node:assert/strict";
import { test } from "node:test";
import { fold, search } from "../src/search.ts";

const entries = ["Novák, Jana", "Hana Novák", "Supernova", "Bank"].map((label) => ({ label, kind: "person" }));
const weights = [1, 5, 9, 9];

test("folds case and accents", () => {
  assert.equal(fold("ÉLÈVE Łódź"), "eleve łodz");
});

test("ranks the beginning of the label before a word's, and that before the middle", () => {
  assert.deepEqual(search(entries, weights, "NOVA"), [0, 1, 2]);
});

test("finds words in any order", () => {
  assert.deepEqual(search(entries, weights, "novak jana"), [0]);
});

test("answers an empty query with all, the best connected first", () => {
  assert.deepEqual(search(entries, weights, " "), [2, 3, 1, 0]);
});

test("finds kinds, and nothing where nothing fits", () => {
  assert.equal(search(entries, weights, "person").length, 4);
  assert.deepEqual(search(entries, weights, "zzz"), []);
});
