/** Where labels go, so that none covers another or a disc. */

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface Disc {
  x: number;
  y: number;
  size: number;
}

const GAP = 4;

/** Whether two boxes share any area. */
export function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** The boxes that a label of a disc may take, the best first: right, left, below, above. */
export function boxes(disc: Disc, width: number, height: number): Box[] {
  const { x, y, size } = disc;
  const corner = (left: number, top: number): Box => ({ left, top, right: left + width, bottom: top + height });
  return [
    corner(x + size + GAP, y - height / 2),
    corner(x - size - GAP - width, y - height / 2),
    corner(x - width / 2, y + size + GAP / 2),
    corner(x - width / 2, y - size - GAP / 2 - height),
  ];
}

/** The first of some boxes inside the frame that keeps clear of what is taken; undefined if none does. */
export function free(candidates: readonly Box[], taken: readonly Box[], frame: Box): Box | undefined {
  return candidates.find((box) => within(box, frame) && !taken.some((other) => overlap(box, other)));
}

/** The box nearest to the wanted one that lies inside the frame. */
export function clamped(box: Box, frame: Box): Box {
  const dx = Math.max(frame.left - box.left, Math.min(0, frame.right - box.right));
  const dy = Math.max(frame.top - box.top, Math.min(0, frame.bottom - box.bottom));
  return { left: box.left + dx, top: box.top + dy, right: box.right + dx, bottom: box.bottom + dy };
}

/** The square around a disc. */
export function around({ x, y, size }: Disc): Box {
  return { left: x - size, top: y - size, right: x + size, bottom: y + size };
}

function within(box: Box, frame: Box): boolean {
  return box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom;
}
