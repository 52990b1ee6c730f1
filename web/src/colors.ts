/**
 * Colours that people with any colour vision tell apart: Okabe and Ito's set, without its vermilion because red
 * is kept for findings.
 */

export type Theme = "light" | "dark";

const OKABE_ITO = {
  blue: ["#0072b2", "#3b9ede"],
  orange: ["#e69f00", "#e69f00"],
  green: ["#009e73", "#12b586"],
  purple: ["#7a4fa3", "#a98bd6"],
  sky: ["#56b4e9", "#8fd3fb"],
  yellow: ["#e8d92e", "#f0e442"],
  grey: ["#8a8f98", "#8a919c"],
  pink: ["#cc79a7", "#dc94bd"],
  brown: ["#8c5a2b", "#b98350"],
  black: ["#2b2f36", "#e6e8eb"],
} as const satisfies Record<string, readonly [string, string]>;

type Hue = keyof typeof OKABE_ITO;

const USUAL: Record<string, Hue> = {
  person: "blue",
  party: "orange",
  institution: "green",
  framework: "purple",
  meeting: "sky",
  topic: "yellow",
  figure: "grey",
  statement: "pink",
  place: "brown",
  article: "black",
};

const LINES = ["#6f8fb3", "#b08a5b", "#5f9f86", "#9a86bb", "#a39a4d", "#5fa3ad", "#b58aa0"];
const OTHER_LINES = "#9aa0a8";

/** A colour for each kind: the usual one for the kinds known here, one of those left for any other. */
export function nodeColors(kinds: readonly string[], theme: Theme): Map<string, string> {
  const shade = theme === "light" ? 0 : 1;
  const colors = new Map<string, string>();
  const left = new Set(Object.keys(OKABE_ITO) as Hue[]);
  for (const kind of kinds) {
    const hue = USUAL[kind.toLowerCase()];
    if (hue) {
      colors.set(kind, OKABE_ITO[hue][shade]);
      left.delete(hue);
    }
  }
  for (const kind of kinds) {
    if (colors.has(kind)) continue;
    const [hue = "grey"] = left;
    left.delete(hue);
    colors.set(kind, OKABE_ITO[hue][shade]);
  }
  return colors;
}

/** A quiet colour for each kind of relation; the rarest share a grey. */
export function edgeColors(kinds: readonly string[]): Map<string, string> {
  return new Map(kinds.map((kind, index) => [kind, LINES[index] ?? OTHER_LINES]));
}

/** The colour that lies at a share (0 to 1) of the way from one `#rrggbb` to another. */
export function mix(from: string, to: string, share: number): string {
  let mixed = "#";
  for (let place = 1; place < 7; place += 2) {
    const a = Number.parseInt(from.slice(place, place + 2), 16);
    const b = Number.parseInt(to.slice(place, place + 2), 16);
    mixed += Math.round(a + (b - a) * share)
      .toString(16)
      .padStart(2, "0");
  }
  return mixed;
}
