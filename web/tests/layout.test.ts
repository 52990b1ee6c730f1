import assert from "node:assert/strict";
import { test } from "node:test";
import { apart, circle, framed, iterations, layout, radius } from "../src/layout.ts";

const ids = Array.from({ length: 60 }, (_, index) => `n${(index * 37) % 60}`);
const edges = ids.slice(1).map((_, index) => ({
  source: index + 1,
  target: Math.floor(index / 3),
  kind: "k",
  label: "",
  evidence: [],
  findings: [],
}));
const radii = ids.map(() => 8);

test("the circle follows the ids, not the order of the nodes", () => {
  const [a, b] = circle(["x", "y"]);
  assert.deepEqual(circle(["y", "x"]), [b, a]);
});

test("the same network gets the same places", () => {
  assert.deepEqual(layout(ids, edges, radii, 1), layout(ids, edges, radii, 1));
});

test("every node gets a finite place and no two discs overlap", () => {
  const places = layout(ids, edges, radii, 1);
  assert.equal(places.length, ids.length);
  places.forEach((a, index) => {
    assert.ok(Number.isFinite(a.x) && Number.isFinite(a.y));
    for (const b of places.slice(0, index)) assert.ok(Math.hypot(a.x - b.x, a.y - b.y) >= 16);
  });
});

test("no node, one node and a node that relates to itself are laid out", () => {
  assert.deepEqual(layout([], [], [], 1), []);
  const loop = { source: 0, target: 0, kind: "k", label: "", evidence: [], findings: [] };
  const [only] = layout(["a"], [loop], [5], 1);
  assert.ok(only && Number.isFinite(only.x) && Number.isFinite(only.y));
});

test("points on one spot are pushed apart, the same way each time", () => {
  const same = [0, 1, 2].map(() => ({ x: 0, y: 0 }));
  const moved = apart(same, [5, 5, 5], 2, 50);
  assert.ok(Math.hypot(moved[0]!.x - moved[1]!.x, moved[0]!.y - moved[1]!.y) >= 11.9);
  assert.deepEqual(moved, apart(same, [5, 5, 5], 2, 50));
});

test("the frame is filled and centred", () => {
  const [a, b] = framed(
    [
      { x: 1, y: 1 },
      { x: 3, y: 2 },
    ],
    100,
    50,
  );
  assert.deepEqual([a, b], [
    { x: -50, y: -25 },
    { x: 50, y: 25 },
  ]);
});

test("large networks get fewer rounds and smaller discs", () => {
  assert.equal(iterations(40), 600);
  assert.ok(iterations(2000) < 200 && iterations(2000) >= 60);
  assert.ok(radius(4, 2000) < radius(4, 40));
  assert.ok(radius(9, 40) > radius(1, 40));
});
