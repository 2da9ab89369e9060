/**
 * What styles of a drawing may say, in a style element, a style attribute or an attribute that CSS reads
 * too. What loads something in CSS is url(), a function that takes an address as a string, or a rule
 * with «@»: so of functions and rules only those that are known to load nothing are allowed, and no
 * «\», by which all of them can be written in another way.
 */

const FUNCTIONS = new Set(
  `url rgb rgba hsl hsla hwb lab lch oklab oklch color color-mix light-dark
  calc min max clamp var env sin cos tan abs round mod
  matrix matrix3d translate translatex translatey translatez translate3d scale scalex scaley scalez
  scale3d rotate rotatex rotatey rotatez rotate3d skew skewx skewy perspective
  cubic-bezier steps linear linear-gradient radial-gradient conic-gradient repeating-linear-gradient
  repeating-radial-gradient blur brightness contrast drop-shadow grayscale hue-rotate invert opacity
  saturate sepia path circle ellipse inset polygon rect xywh
  not is where has nth-child nth-last-child nth-of-type nth-last-of-type lang dir
  device-cmyk icc-color and or screen`.split(/\s+/),
);

const RULES = new Set(["media", "keyframes", "-webkit-keyframes", "supports", "layer", "property"]);

const OWN_PLACE = /^url\(\s*(["']?)#[^"'()\s]*\1\s*\)/i;

/** A forbidden part of a style, with its place. */
export interface StyleFault {
  readonly index: number;
  /** As it is written. */
  readonly what: string;
}

/** @returns the first thing that might load something; nothing where there is none */
export function findStyleFault(text: string): StyleFault | undefined {
  for (const { 0: found, index, groups } of text.matchAll(PARTS)) {
    if (!isHarmless(text, index, groups)) return { index, what: excerpt(text, index, found) };
  }
  return undefined;
}

/** Whatever could be the beginning of something that loads. */
const PARTS =
  /\\|@(?<rule>[-\w]*)|(?<name>[-\w]+)\(|<|expression|javascript:|-moz-binding|behavior:/gi;

type Groups = Readonly<Record<string, string | undefined>> | undefined;

function isHarmless(text: string, index: number, groups: Groups): boolean {
  const { rule, name } = groups ?? {};
  if (rule !== undefined) return RULES.has(rule.toLowerCase());
  if (name === undefined || !FUNCTIONS.has(name.toLowerCase())) return false;
  return name.toLowerCase() !== "url" || OWN_PLACE.test(text.slice(index, index + LONGEST));
}

/** No name of a place is longer. */
const LONGEST = 300;
const SHOWN = 40;

function excerpt(text: string, index: number, found: string): string {
  return text.slice(index, index + Math.max(found.length, SHOWN)).replace(/\s+/g, " ");
}
