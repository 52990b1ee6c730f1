/** Plane geometry for drawing edges and hitting them with a pointer. */

export interface Point {
  x: number;
  y: number;
}

const LANE = 0.16;

/**
 * How far each edge bends, so that all edges between the same two nodes are seen. 0 is straight; the sign counts
 * from the edge's own source.
 */
export function curvatures(edges: readonly { source: number; target: number }[]): number[] {
  const lanes = new Map<string, number[]>();
  edges.forEach(({ source, target }, index) => {
    const pair = `${Math.min(source, target)} ${Math.max(source, target)}`;
    lanes.set(pair, [...(lanes.get(pair) ?? []), index]);
  });
  const bends = new Array<number>(edges.length).fill(0);
  for (const together of lanes.values()) {
    together.forEach((index, lane) => {
      const edge = edges[index];
      const bend = (lane - (together.length - 1) / 2) * LANE;
      bends[index] = edge && edge.source > edge.target && bend !== 0 ? -bend : bend;
    });
  }
  return bends;
}

/** The distance from a point to the stretch between two others. */
export function toSegment(point: Point, a: Point, b: Point): number {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const square = dx * dx + dy * dy;
  const along = square === 0 ? 0 : ((point.x - a.x) * dx + (point.y - a.y) * dy) / square;
  const t = Math.max(0, Math.min(1, along));
  return Math.hypot(point.x - a.x - t * dx, point.y - a.y - t * dy);
}

/** The distance on the screen from a point to an edge that bends as it is drawn. */
export function toEdge(point: Point, source: Point, target: Point, curvature: number): number {
  if (curvature === 0) return toSegment(point, source, target);
  const control = {
    x: (source.x + target.x) / 2 + (target.y - source.y) * curvature,
    y: (source.y + target.y) / 2 - (target.x - source.x) * curvature,
  };
  let nearest = Infinity;
  let before = source;
  for (let step = 1; step <= 12; step++) {
    const t = step / 12;
    const u = 1 - t;
    const here = {
      x: u * u * source.x + 2 * u * t * control.x + t * t * target.x,
      y: u * u * source.y + 2 * u * t * control.y + t * t * target.y,
    };
    nearest = Math.min(nearest, toSegment(point, before, here));
    before = here;
  }
  return nearest;
}
