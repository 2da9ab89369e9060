import type { StandIn } from "./fallbacks.ts";
import type { MeasuredFont } from "./measured-font.ts";
import { russianWidth } from "./russian-width.ts";

/** A face of the site. */
export interface Face {
  readonly family: string;
  readonly weight: number;
  readonly isItalic?: boolean;
  /** Whether it is loaded only where a page has such text, so that it is known of late. */
  readonly isLater?: boolean;
  /** The name of its file. */
  readonly file: string;
  /** A TrueType font in the packages. */
  readonly source: string;
  readonly standIns: readonly StandIn[];
}

/**
 * The rule of a face and those of its stand-ins, which take up as much room, so that nothing moves
 * whichever of them a reader gets. `optional`: a font that is late is kept for the next page. One that no
 * page asks for in time would then never be seen at a first visit: `fallback` lets it come for three seconds.
 */
export function rulesOf(face: Face, font: MeasuredFont): string {
  const standIns = face.standIns.map((standIn) => standInRule(face, standIn, font));
  return [ownRule(face), ...standIns].join("\n");
}

function ownRule({ family, file, isLater, ...face }: Face): string {
  return rule({
    "font-family": `"${family}"`,
    ...looksOf(face),
    "font-display": isLater === true ? "fallback" : "optional",
    src: `url("../fonts/${file}") format("woff2")`,
  });
}

function standInRule(face: Face, { names, width }: StandIn, font: MeasuredFont): string {
  const scale = russianWidth(font) / width;
  const { ascent, descent, gap } = linesOf(font);
  return rule({
    "font-family": `"${face.family} Fallback"`,
    ...looksOf(face),
    src: names.map((name) => `local("${name}")`).join(", "),
    "size-adjust": percent(scale),
    "ascent-override": percent(ascent / scale),
    "descent-override": percent(descent / scale),
    "line-gap-override": percent(gap / scale),
  });
}

function looksOf({ weight, isItalic }: Pick<Face, "weight" | "isItalic">): Record<string, string> {
  const style: Record<string, string> = isItalic === true ? { "font-style": "italic" } : {};
  return { ...style, "font-weight": String(weight) };
}

/** The measures of a line, in parts of the em. */
function linesOf({ lines, unitsPerEm }: MeasuredFont) {
  return {
    ascent: lines.ascender / unitsPerEm,
    descent: -lines.descender / unitsPerEm,
    gap: lines.lineGap / unitsPerEm,
  };
}

function rule(declarations: Readonly<Record<string, string>>): string {
  const lines = Object.entries(declarations).map(([name, value]) => `  ${name}: ${value};`);
  return `@font-face {\n${lines.join("\n")}\n}\n`;
}

/** 1.0808 as 108.08%, without zeros at the end. */
const percent = (value: number): string => `${Number((value * 100).toFixed(2))}%`;
