/** The drawing: sigma over a graphology graph, styled by what is hovered, selected or hidden. */

import { createEdgeCurveProgram } from "@sigma/edge-curve";
import { createNodeBorderProgram } from "@sigma/node-border";
import { MultiDirectedGraph } from "graphology";
import type { Attributes } from "graphology-types";
import Sigma from "sigma";
import { createEdgeArrowProgram, NodePointProgram } from "sigma/rendering";
import type { Settings } from "sigma/settings";
import type { EdgeDisplayData, NodeDisplayData } from "sigma/types";
import { edgeColors, mix, nodeColors, type Theme } from "./colors.ts";
import { at, shortened, titled, type Model, type Place } from "./data.ts";
import { stands } from "./filter.ts";
import { curvatures, toEdge, type Point } from "./geometry.ts";
import { around, boxes, clamped, free, type Box, type Disc } from "./labels.ts";
import { layout, radius } from "./layout.ts";

export interface Palette {
  theme: Theme;
  ground: string;
  ink: string;
  quiet: string;
  finding: string;
  nodes: Map<string, string>;
  edges: Map<string, string>;
}

export interface Callbacks {
  pick(place: Place | undefined): void;
  /** What the pointer is over, with where it is; undefined when it leaves. */
  hover(place: Place | undefined, where: Point | undefined): void;
}

interface NodeLook extends Partial<NodeDisplayData> {
  rim: string;
  ring: string;
  gap: string;
  ringSize: number;
  gapSize: number;
  kind: string;
}

type Labelled = { x: number; y: number; size: number; label: string | null; [key: string]: unknown };

const FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";
const LABEL = 12;
const LABEL_LIMIT = 34;
const CARD = 38;
const CARD_NAME = `600 ${LABEL + 1}px ${FONT}`;
const CARD_KIND = `400 ${LABEL - 1}px ${FONT}`;
const REACH = 9;
const RING = 5.5;
/** Above this many nodes labels keep clear of each other only, and edges do not answer to hovering. */
const CROWD = 500;

/** Above this many nodes only a click, no hovering, lights what is around, and a node without findings is a plain disc. */
const LARGE = 2000;

/** Above this many edges they are left out while the drawing moves. */
const MANY = 2000;

/** Whether this browser can draw with WebGL. */
export function canDraw(): boolean {
  const canvas = document.createElement("canvas");
  return Boolean(canvas.getContext("webgl2") ?? canvas.getContext("webgl"));
}

/** The colours in force, from the style sheet and the kinds present. */
export function palette(model: Model): Palette {
  const style = getComputedStyle(document.documentElement);
  const read = (name: string): string => style.getPropertyValue(name).trim();
  const theme: Theme = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  return {
    theme,
    ground: read("--ground"),
    ink: read("--ink"),
    quiet: read("--quiet"),
    finding: read("--finding"),
    nodes: nodeColors(model.nodeKinds.map((entry) => entry.kind), theme),
    edges: edgeColors(model.edgeKinds.map((entry) => entry.kind)),
  };
}

export class View {
  readonly hiddenNodeKinds = new Set<string>();
  readonly hiddenEdgeKinds = new Set<string>();
  /** The articles whose facts are shown; all where undefined. */
  articles: ReadonlySet<number> | undefined;
  /** The nodes that are shown; all where undefined. */
  scope: Set<number> | undefined;
  private readonly renderer: Sigma;
  private readonly bends: number[];
  private colors: Palette;
  private selected: Place | undefined;
  private hovered: Place | undefined;
  private waiting: { context: CanvasRenderingContext2D; data: Labelled }[] = [];
  private lit: { nodes: Set<number>; edges: Set<number> } | undefined;

  constructor(
    private readonly model: Model,
    private readonly container: HTMLElement,
    colors: Palette,
    private readonly callbacks: Callbacks,
  ) {
    this.colors = colors;
    this.bends = curvatures(model.edges);
    this.renderer = new Sigma(this.graph(), container, this.settings());
    this.listen();
    new ResizeObserver(() => this.resized()).observe(container);
  }

  /** Draws with other colours. */
  recolor(colors: Palette): void {
    this.colors = colors;
    this.redraw();
  }

  /** Marks a node or edge, or nothing, as selected. */
  select(place: Place | undefined): void {
    this.selected = place;
    this.relight();
  }

  /** Draws anew after a change of what is hidden. */
  redraw(): void {
    this.renderer.refresh({ skipIndexation: true, schedule: true });
  }

  /** Shows nothing but a node and its neighbours. */
  focus(index: number): void {
    this.scope = new Set(this.around({ type: "node", index }));
    this.redraw();
  }

  /** Adds the neighbours of a node to what is shown. */
  expand(index: number): void {
    for (const other of this.around({ type: "node", index })) this.scope?.add(other);
    this.redraw();
  }

  /** Shows all nodes again. */
  unfocus(): void {
    this.scope = undefined;
    this.redraw();
  }

  zoom(direction: 1 | -1): void {
    const camera = this.renderer.getCamera();
    const options = { duration: this.pace(200), factor: 1.6 };
    void (direction > 0 ? camera.animatedZoom(options) : camera.animatedUnzoom(options));
  }

  fit(): void {
    void this.renderer.getCamera().animatedReset({ duration: this.pace(350) });
  }

  pan(x: number, y: number): void {
    const camera = this.renderer.getCamera();
    const { x: left, y: top, ratio } = camera.getState();
    void camera.animate({ x: left + x * 0.12 * ratio, y: top - y * 0.12 * ratio }, { duration: this.pace(120) });
  }

  /** Moves so that a node or edge stands in the middle with its surroundings around it. */
  fly(place: Place): void {
    this.resized();
    const spots = this.around(place).map((index) => this.renderer.getNodeDisplayData(String(index)));
    const ends = place.type === "node" ? [place.index] : this.ends(place.index);
    const centre = middle(ends.map((index) => this.renderer.getNodeDisplayData(String(index))));
    if (!centre) return;
    let reach = 0.06;
    for (const spot of spots) {
      if (spot) reach = Math.max(reach, Math.abs(spot.x - centre.x), Math.abs(spot.y - centre.y));
    }
    const ratio = Math.min(1, Math.max(0.08, reach * 2.6));
    void this.renderer.getCamera().animate({ ...centre, ratio }, { duration: this.pace(500) });
  }

  /** Moves only where the node or edge would otherwise be out of sight. */
  reveal(place: Place): void {
    this.resized();
    const { width, height } = this.renderer.getDimensions();
    const ends = place.type === "node" ? [place.index] : this.ends(place.index);
    const seen = ends.some((index) => {
      const { x, y } = this.spot(index);
      return x > 20 && y > 20 && x < width - 20 && y < height - 20;
    });
    if (!seen) this.fly(place);
  }

  private graph(): MultiDirectedGraph {
    const { nodes, edges, degree } = this.model;
    const graph = new MultiDirectedGraph();
    const radii = degree.map((n) => radius(n, nodes.length));
    const shape = this.container.clientWidth / Math.max(1, this.container.clientHeight);
    const places = layout(nodes.map((node) => node.id), edges, radii, shape);
    nodes.forEach((node, index) => {
      const { x, y } = at(places, index);
      graph.addNode(String(index), {
        x,
        y,
        type: nodes.length > LARGE && node.findings.length === 0 ? "plain" : "ringed",
        size: at(radii, index) + (node.findings.length > 0 ? RING : 0),
        label: shortened(node.label, LABEL_LIMIT),
      });
    });
    edges.forEach((edge, index) => {
      // A relation of a thing to itself has no line; the panel lists it.
      if (edge.source === edge.target) return;
      const bend = at(this.bends, index);
      graph.addDirectedEdgeWithKey(String(index), String(edge.source), String(edge.target), {
        type: bend === 0 ? "straight" : "curved",
        curvature: bend,
        size: edge.findings.length > 0 ? 3 : nodes.length > 600 ? 0.8 : 1.5,
      });
    });
    return graph;
  }

  private settings(): Partial<Settings> {
    const order = this.model.nodes.length;
    const node = createNodeBorderProgram({
      borders: [
        { size: { attribute: "ringSize", defaultValue: 0, mode: "pixels" }, color: { attribute: "ring" } },
        { size: { attribute: "gapSize", defaultValue: 0, mode: "pixels" }, color: { attribute: "gap" } },
        { size: { value: 1, mode: "pixels" }, color: { attribute: "rim" } },
        { size: { fill: true }, color: { attribute: "color" } },
      ],
    });
    const head = { lengthToThicknessRatio: 4.5, widenessToThicknessRatio: 3.5 };
    return {
      defaultEdgeType: "straight",
      nodeProgramClasses: { plain: NodePointProgram, ringed: node },
      nodeHoverProgramClasses: { plain: node, ringed: node },
      defaultDrawNodeLabel: (context, data) => this.waiting.push({ context, data: data as Labelled }),
      defaultDrawNodeHover: (context, data) => this.drawCard(context, data as unknown as Labelled),
      edgeProgramClasses: {
        straight: createEdgeArrowProgram(head),
        curved: createEdgeCurveProgram({ arrowHead: { extremity: "target", ...head } }),
      },
      labelDensity: order > 200 ? 1 : 4,
      labelGridCellSize: order > 200 ? 90 : 60,
      labelRenderedSizeThreshold: order > 200 ? 5 : 3,
      zoomToSizeRatioFunction: (ratio) => ratio ** 0.35,
      minEdgeThickness: order > 600 ? 0.7 : 1.3,
      stagePadding: 46,
      minCameraRatio: 0.02,
      maxCameraRatio: 4,
      zIndex: true,
      // Reading the picture back under every move of the pointer is slow; clicks find edges without it.
      enableEdgeEvents: order <= CROWD,
      hideEdgesOnMove: this.model.edges.length > MANY,
      hideLabelsOnMove: order > LARGE,
      allowInvalidContainer: true,
      nodeReducer: (key, data) => this.nodeLook(Number(key), data),
      edgeReducer: (key, data) => this.edgeLook(Number(key), data),
    };
  }

  private nodeLook(index: number, attributes: Attributes): NodeLook {
    const node = at(this.model.nodes, index);
    const { ground, ink, finding } = this.colors;
    const flagged = node.findings.length > 0;
    const dimmed = this.lit !== undefined && !this.lit.nodes.has(index);
    const chosen = this.selected?.type === "node" && this.selected.index === index;
    const fade = (color: string): string => (dimmed ? mix(color, ground, 0.82) : color);
    const fill = this.colors.nodes.get(node.kind) ?? ink;
    const ringed = flagged || chosen;
    return {
      ...attributes,
      color: fade(fill),
      rim: fade(mix(fill, ink, 0.3)),
      ring: fade(flagged ? finding : ink),
      gap: ground,
      ringSize: ringed ? 3.5 : 0,
      gapSize: ringed ? 2 : 0,
      size: Number(attributes["size"] ?? 5) + (chosen && !flagged ? RING : 0),
      kind: node.kind,
      label: dimmed ? null : String(attributes["label"] ?? node.label),
      forceLabel: !dimmed && (this.lit !== undefined ? this.lit.nodes.size <= 60 : flagged),
      highlighted: chosen,
      hidden: this.isHidden(index),
      zIndex: dimmed ? 0 : flagged || chosen ? 2 : 1,
    };
  }

  private edgeLook(index: number, attributes: Attributes): Partial<EdgeDisplayData> {
    const edge = at(this.model.edges, index);
    const { ground, finding, quiet } = this.colors;
    const flagged = edge.findings.length > 0;
    const on = this.lit?.edges.has(index) ?? false;
    const dimmed = this.lit !== undefined && !on;
    const base = flagged ? finding : (this.colors.edges.get(edge.kind) ?? quiet);
    const chosen = this.selected?.type === "edge" && this.selected.index === index;
    const share = dimmed ? 0.86 : on || flagged ? 0 : 0.2;
    return {
      ...attributes,
      color: mix(base, ground, share),
      size: Number(attributes["size"] ?? 1) + (chosen ? 2.5 : on ? 0.5 : 0),
      hidden:
        this.hiddenEdgeKinds.has(edge.kind) ||
        [edge.source, edge.target].some((end) => this.isHidden(end)) ||
        (this.articles !== undefined && !stands(this.model, edge.evidence, this.articles)),
      zIndex: dimmed ? 0 : flagged || on ? 2 : 1,
    };
  }

  private isHidden(index: number): boolean {
    const node = at(this.model.nodes, index);
    if (this.hiddenNodeKinds.has(node.kind) || (this.scope && !this.scope.has(index))) return true;
    return this.articles !== undefined && !stands(this.model, node.evidence, this.articles);
  }

  /** Draws the labels that sigma chose, those that matter most first, where they cover nothing. */
  private drawLabels(): void {
    const { waiting } = this;
    this.waiting = [];
    const [first] = waiting;
    if (!first) return;
    const { context } = first;
    const frame = this.frame();
    const discs = this.discs();
    const taken: Box[] = [];
    const place = this.hovered ?? this.selected;
    const carded = place?.type === "node" ? place.index : undefined;
    const card = carded === undefined ? undefined : this.disc(carded);
    if (carded !== undefined && card) taken.push(this.card(context, carded, card).box);
    context.font = `500 ${LABEL}px ${FONT}`;
    context.lineJoin = "round";
    context.lineWidth = 3;
    context.strokeStyle = this.colors.ground;
    context.fillStyle = this.colors.ink;
    waiting.sort((a, b) => Number(b.data["zIndex"]) - Number(a.data["zIndex"]) || b.data.size - a.data.size);
    for (const { data } of waiting) {
      if (!data.label || Number(data["key"]) === carded) continue;
      const candidates = boxes(data, context.measureText(data.label).width, LABEL + 2);
      const clear = free(candidates, [...taken, ...discs], frame);
      const box = clear ?? (data["forceLabel"] ? free(candidates, taken, frame) : undefined);
      if (!box) continue;
      taken.push(box);
      context.strokeText(data.label, box.left, box.bottom - 3);
      context.fillText(data.label, box.left, box.bottom - 3);
    }
  }

  /** The card with a node's full name and kind: what it says and where it stands. */
  private card(context: CanvasRenderingContext2D, index: number, disc: Disc): { name: string; kind: string; box: Box } {
    const node = at(this.model.nodes, index);
    const name = shortened(node.label, 60);
    const kind = titled(node.kind);
    context.font = CARD_NAME;
    const nameWidth = context.measureText(name).width;
    context.font = CARD_KIND;
    const width = Math.max(nameWidth, context.measureText(kind).width) + 16;
    const candidates = boxes({ ...disc, size: disc.size + 2 }, width, CARD);
    const frame = this.frame();
    const box =
      free(candidates, this.discs(true), frame) ?? free(candidates, [], frame) ?? clamped(at(candidates, 2), frame);
    return { name, kind, box };
  }

  private drawCard(context: CanvasRenderingContext2D, data: Labelled): void {
    // Sigma still takes a node for hovered when the pointer has left the drawing.
    const index = Number(data["key"]);
    if (![this.hovered, this.selected].some((place) => place?.type === "node" && place.index === index)) return;
    const { name, kind, box } = this.card(context, index, data);
    context.fillStyle = this.colors.theme === "dark" ? mix(this.colors.ground, "#ffffff", 0.1) : "#ffffff";
    context.shadowColor = "rgba(0, 0, 0, 0.28)";
    context.shadowBlur = 10;
    context.shadowOffsetY = 2;
    context.beginPath();
    context.roundRect(box.left, box.top, box.right - box.left, CARD, 7);
    context.fill();
    context.shadowColor = "transparent";
    context.fillStyle = this.colors.ink;
    context.font = CARD_NAME;
    context.fillText(name, box.left + 8, box.top + 16);
    context.fillStyle = this.colors.quiet;
    context.font = CARD_KIND;
    context.fillText(kind, box.left + 8, box.top + 31);
  }

  private frame(): Box {
    const { width, height } = this.renderer.getDimensions();
    return { left: 3, top: 3, right: width - 3, bottom: height - 3 };
  }

  /** A shown node as it stands on the screen. */
  private disc(index: number): Disc | undefined {
    const data = this.renderer.getNodeDisplayData(String(index));
    if (!data || data.hidden) return undefined;
    return { ...this.renderer.framedGraphToViewport(data), size: this.renderer.scaleSize(data.size) };
  }

  /** The boxes of all discs, or of the lit ones; none where discs lie too close for labels to keep clear of. */
  private discs(lit = false): Box[] {
    if (this.model.nodes.length > CROWD && !lit) return [];
    const indices = lit ? (this.lit?.nodes ?? []) : this.model.nodes.keys();
    return [...indices].map((index) => this.disc(index)).flatMap((disc) => (disc ? [around(disc)] : []));
  }

  private listen(): void {
    const { renderer } = this;
    this.container.addEventListener("pointermove", (event) => this.grip(event));
    renderer.on("beforeRender", () => (this.waiting = []));
    renderer.on("afterRender", () => this.drawLabels());
    renderer.on("enterNode", ({ node, event }) => this.hover({ type: "node", index: Number(node) }, event));
    renderer.on("leaveNode", () => this.hover(undefined));
    renderer.on("enterEdge", ({ edge, event }) => this.hover({ type: "edge", index: Number(edge) }, event));
    renderer.on("leaveEdge", () => this.hover(undefined));
    renderer.on("clickNode", ({ node }) => this.callbacks.pick({ type: "node", index: Number(node) }));
    renderer.on("clickEdge", ({ edge }) => this.callbacks.pick({ type: "edge", index: Number(edge) }));
    renderer.on("clickStage", ({ event }) => this.callbacks.pick(this.nearest(event)));
    renderer.on("doubleClickNode", ({ node, preventSigmaDefault }) => {
      preventSigmaDefault();
      this.expand(Number(node));
      this.fly({ type: "node", index: Number(node) });
    });
  }

  /** Takes the pointer over while the drawing is dragged: sigma would else wait for the picture to find what it is over. */
  private grip(event: PointerEvent): void {
    const dragged = this.renderer.getMouseCaptor().draggedEvents > this.renderer.getSetting("draggedEventsTolerance");
    if (event.buttons === 1 && dragged) this.container.setPointerCapture(event.pointerId);
  }

  private hover(place: Place | undefined, where?: Point): void {
    this.hovered = place;
    this.container.classList.toggle("over", place !== undefined);
    this.callbacks.hover(place, where);
    // Every element is styled anew when light changes, which takes too long to follow the pointer in a large graph.
    if (this.model.nodes.length <= LARGE) this.relight();
  }

  private relight(): void {
    const place = this.hovered ?? this.selected;
    if (!place) this.lit = undefined;
    else {
      const edges = place.type === "edge" ? [place.index] : at(this.model.incident, place.index);
      this.lit = { nodes: new Set(this.around(place)), edges: new Set(edges) };
    }
    this.redraw();
  }

  /** The nodes at an edge; a node with its neighbours. */
  private around(place: Place): number[] {
    if (place.type === "edge") return this.ends(place.index);
    return [place.index, ...at(this.model.incident, place.index).flatMap((edge) => this.ends(edge))];
  }

  private ends(edge: number): number[] {
    const { source, target } = at(this.model.edges, edge);
    return [source, target];
  }

  private spot(index: number): Point {
    const data = this.renderer.getNodeDisplayData(String(index));
    return data ? this.renderer.framedGraphToViewport(data) : { x: -1, y: -1 };
  }

  /** The shown edge next to a point: fingers and thin lines do not meet exactly. */
  private nearest(point: Point): Place | undefined {
    let best: { index: number; distance: number } | undefined;
    this.model.edges.forEach((edge, index) => {
      if (edge.source === edge.target || this.renderer.getEdgeDisplayData(String(index))?.hidden) return;
      const distance = toEdge(point, this.spot(edge.source), this.spot(edge.target), at(this.bends, index));
      if (distance <= REACH && distance < (best?.distance ?? Infinity)) best = { index, distance };
    });
    return best && { type: "edge", index: best.index };
  }

  private resized(): void {
    this.renderer.resize();
    this.renderer.refresh({ skipIndexation: true });
  }

  private pace(milliseconds: number): number {
    return matchMedia("(prefers-reduced-motion: reduce)").matches ? 1 : milliseconds;
  }
}

function middle(points: readonly (Point | undefined)[]): Point | undefined {
  const known = points.filter((point) => point !== undefined);
  if (known.length === 0) return undefined;
  const sum = known.reduce((a, b) => ({ x: a.x + b.x, y: a.y + b.y }), { x: 0, y: 0 });
  return { x: sum.x / known.length, y: sum.y / known.length };
}
