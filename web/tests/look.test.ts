import assert from "node:assert/strict";
import { test } from "node:test";
import { edgeColors, mix, nodeColors } from "../src/colors.ts";
import { formatHash, parseHash } from "../src/hash.ts";
import { around, boxes, clamped, free, overlap } from "../src/labels.ts";

const KINDS = ["person", "party", "institution", "framework", "meeting", "topic", "figure"];

test("known kinds keep their colour whatever else there is; all differ", () => {
  const colors = nodeColors(["strange", ...KINDS, "other"], "light");
  assert.equal(colors.get("person"), nodeColors(["person"], "light").get("person"));
  assert.equal(new Set(colors.values()).size, KINDS.length + 2);
});

test("more kinds than colours still get one", () => {
  const many = Array.from({ length: 30 }, (_, index) => `kind ${index}`);
  for (const color of [...nodeColors(many, "dark").values(), ...edgeColors(many).values()]) {
    assert.match(color, /^#[0-9a-f]{6}$/);
  }
});

test("mixes colours", () => {
  assert.equal(mix("#000000", "#ffffff", 0.5), "#808080");
  assert.equal(mix("#123456", "#ffffff", 0), "#123456");
});

test("an address names a node, an edge or the findings, and nothing else", () => {
  const id = "https://example.org/id/é &=#1";
  assert.deepEqual(parseHash(formatHash({ type: "node", id })), { type: "node", id });
  assert.deepEqual(parseHash("#edge=12"), { type: "edge", index: 12 });
  assert.deepEqual(parseHash(formatHash({ type: "findings" })), { type: "findings" });
  assert.deepEqual(parseHash("#select=100%"), { type: "node", id: "100%" });
  for (const other of ["", "#", "#edge=x", "#select=", "#javascript:alert(1)"]) assert.equal(parseHash(other), undefined);
});

test("a label takes the first place that is free and inside", () => {
  const frame = { left: 0, top: 0, right: 200, bottom: 100 };
  const disc = { x: 100, y: 50, size: 10 };
  const [right, left] = boxes(disc, 40, 12);
  assert.deepEqual(free(boxes(disc, 40, 12), [], frame), right);
  assert.deepEqual(free(boxes(disc, 40, 12), [around({ x: 130, y: 50, size: 5 })], frame), left);
  assert.equal(free(boxes(disc, 190, 80), [], frame), undefined);
});

test("boxes that only touch do not overlap; a box outside is moved in", () => {
  const box = { left: 0, top: 0, right: 10, bottom: 10 };
  assert.ok(!overlap(box, { ...box, left: 10, right: 20 }));
  assert.ok(overlap(box, { ...box, left: 9, right: 19 }));
  const frame = { left: 0, top: 0, right: 50, bottom: 50 };
  assert.deepEqual(clamped({ left: 45, top: -5, right: 55, bottom: 5 }, frame), {
    left: 40,
    top: 0,
    right: 50,
    bottom: 10,
  });
});
