/** Where the nodes stand: the same places for the same network, on every opening. */

import { DirectedGraph } from "graphology";
import forceAtlas2 from "graphology-layout-forceatlas2";
import type { RawEdge } from "./data.ts";
import type { Point } from "./geometry.ts";

/** Points on a circle, in the order of the ids whatever the order of the nodes. */
export function circle(ids: readonly string[]): Point[] {
  const order = ids.map((_, index) => index).sort((a, b) => (ids[a]! < ids[b]! ? -1 : 1));
  const points = new Array<Point>(ids.length);
  order.forEach((index, place) => {
    const angle = (2 * Math.PI * place) / ids.length;
    points[index] = { x: 100 * Math.cos(angle), y: 100 * Math.sin(angle) };
  });
  return points;
}

/** How long the layout runs: long enough to settle, short enough to open in a few seconds. */
export function iterations(order: number): number {
  return Math.round(Math.max(60, Math.min(600, 300_000 / Math.max(order, 1))));
}

/** A node's radius in pixels, by its degree and by how many nodes share the picture. */
export function radius(degree: number, order: number): number {
  const crowd = order > 800 ? 0.55 : order > 200 ? 0.75 : 1;
  return Math.min(24, 5 + 2.1 * Math.sqrt(degree)) * crowd;
}

/** The points moved and stretched so that their box is centred and has the given sides. */
export function framed(points: readonly Point[], width: number, height: number): Point[] {
  const [left, right] = extent(points.map((point) => point.x));
  const [top, bottom] = extent(points.map((point) => point.y));
  const across = width / (right - left || 1);
  const down = height / (bottom - top || 1);
  return points.map(({ x, y }) => ({ x: (x - (left + right) / 2) * across, y: (y - (top + bottom) / 2) * down }));
}

function extent(values: readonly number[]): [number, number] {
  return values.reduce(([low, high], value) => [Math.min(low, value), Math.max(high, value)], [Infinity, -Infinity]);
}

/** The points pushed apart until no two discs come closer than the gap, or the rounds are over. */
export function apart(points: readonly Point[], radii: readonly number[], gap: number, rounds: number): Point[] {
  const moved = points.map((point) => ({ ...point }));
  const cell = 2 * extent(radii)[1] + gap;
  for (let round = 0; round < rounds; round++) {
    const grid = new Map<number, number[]>();
    moved.forEach((point, index) => {
      const key = cellKey(Math.floor(point.x / cell), Math.floor(point.y / cell));
      const others = grid.get(key);
      if (others) others.push(index);
      else grid.set(key, [index]);
    });
    let clean = true;
    for (let index = 0; index < moved.length; index++) {
      const point = moved[index]!;
      const column = Math.floor(point.x / cell);
      const row = Math.floor(point.y / cell);
      for (let dx = -1; dx <= 1; dx++) {
        for (let dy = -1; dy <= 1; dy++) {
          for (const other of grid.get(cellKey(column + dx, row + dy)) ?? []) {
            if (other > index && push(point, moved[other]!, radii[index]! + radii[other]! + gap, index)) clean = false;
          }
        }
      }
    }
    if (clean) break;
  }
  return moved;
}

/** One number for a cell, which is found faster than a text; places lie within thousands of cells of the middle. */
function cellKey(column: number, row: number): number {
  return column * 65_536 + row;
}

function push(a: Point, b: Point, wanted: number, turn: number): boolean {
  let dx = b.x - a.x;
  let dy = b.y - a.y;
  let distance = Math.hypot(dx, dy);
  if (distance >= wanted) return false;
  if (distance < 1e-9) {
    [dx, dy, distance] = [Math.cos(turn), Math.sin(turn), 1];
  }
  const half = (wanted - Math.min(distance, wanted)) / 2 || wanted / 2;
  a.x -= (dx / distance) * half;
  a.y -= (dy / distance) * half;
  b.x += (dx / distance) * half;
  b.y += (dy / distance) * half;
  return true;
}

/** The places of all nodes, for a drawing that is `shape` times as wide as high. */
export function layout(
  ids: readonly string[],
  edges: readonly RawEdge[],
  radii: readonly number[],
  shape: number,
): Point[] {
  if (ids.length === 0) return [];
  const graph = new DirectedGraph();
  circle(ids).forEach((point, index) => graph.addNode(String(index), point));
  for (const { source, target } of edges) {
    if (source !== target) graph.mergeEdge(String(source), String(target));
  }
  const placed = forceAtlas2(graph, {
    iterations: iterations(ids.length),
    settings: {
      ...forceAtlas2.inferSettings(graph),
      barnesHutOptimize: ids.length > 600,
      barnesHutTheta: 0.8,
    },
  });
  const points = ids.map((_, index) => placed[String(index)] ?? { x: 0, y: 0 });
  const side = 900 * Math.max(1, Math.sqrt(ids.length / 120));
  const stretch = Math.sqrt(Math.max(0.5, Math.min(2, shape)));
  return apart(framed(points, side * stretch, side / stretch), radii, 14, 60);
}
