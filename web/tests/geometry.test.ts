import assert from "node:assert/strict";
import { test } from "node:test";
import { curvatures, toEdge, toSegment } from "../src/geometry.ts";

test("a lone edge is straight; edges between the same two nodes bend apart", () => {
  const bends = curvatures([
    { source: 0, target: 1 },
    { source: 1, target: 2 },
    { source: 2, target: 1 },
  ]);
  assert.equal(bends[0], 0);
  // Seen from its own source each of the two opposite edges bends to the same side: they do not coincide.
  assert.equal(bends[1], bends[2]);
  assert.notEqual(bends[1], 0);
});

test("three edges in one direction have three bends", () => {
  const edge = { source: 0, target: 1 };
  assert.equal(new Set(curvatures([edge, edge, edge])).size, 3);
});

test("measures the distance to a stretch, also beyond its ends", () => {
  assert.equal(toSegment({ x: 5, y: 3 }, { x: 0, y: 0 }, { x: 10, y: 0 }), 3);
  assert.equal(toSegment({ x: 13, y: 4 }, { x: 0, y: 0 }, { x: 10, y: 0 }), 5);
  assert.equal(toSegment({ x: 3, y: 4 }, { x: 0, y: 0 }, { x: 0, y: 0 }), 5);
});

test("a bent edge is near where it is drawn and far from the straight line", () => {
  const [a, b] = [
    { x: 0, y: 0 },
    { x: 100, y: 0 },
  ];
  assert.ok(toEdge({ x: 50, y: -20 }, a, b, 0.4) < 1);
  assert.ok(toEdge({ x: 50, y: 0 }, a, b, 0.4) > 15);
});
