/** A colour as #rrggbb, in small letters. */
export type Colour = string;

/** The grounds on which texts stand in each theme: --paper and --surface of src/site/styles/tokens.css. */
export const GROUNDS = {
  light: ["#fffefb", "#f6f3ec"],
  dark: ["#141518", "#1f2126"],
} as const;

export type Theme = keyof typeof GROUNDS;

/** What texts need by WCAG 2.2, 1.4.3. */
export const LEAST_CONTRAST = 4.5;

/** Where a colour goes that is not seen well enough. */
const AWAY: Readonly<Record<Theme, Colour>> = { light: "#000000", dark: "#ffffff" };

/** @returns the colour as #rrggbb; nothing for what is none: #abc and #aabbcc are */
export function colourOf(text: string): Colour | undefined {
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(text);
  const full =
    short === null
      ? text
      : `#${short
          .slice(1)
          .map((one) => one + one)
          .join("")}`;
  return /^#[0-9a-f]{6}$/i.test(full) ? full.toLowerCase() : undefined;
}

/** @returns how well a colour is seen on the worst ground of a theme, from 1 to 21 */
export function contrastIn(theme: Theme, colour: Colour): number {
  return Math.min(...GROUNDS[theme].map((ground) => contrast(colour, ground)));
}

/** @returns the colour of the same hue that is seen well enough in a theme, as near as there is one */
export function nearestSeen(theme: Theme, colour: Colour): Colour {
  for (let step = 0; step <= STEPS; step++) {
    const mixed = mix(colour, AWAY[theme], step / STEPS);
    if (contrastIn(theme, mixed) >= LEAST_CONTRAST) return mixed;
  }
  return AWAY[theme];
}

/** As many as a channel has values. */
const STEPS = 255;

function mix(from: Colour, to: Colour, share: number): Colour {
  const [a, b] = [channelsOf(from), channelsOf(to)];
  const mixed = a.map((value, index) => Math.round(value + ((b[index] ?? 0) - value) * share));
  return `#${mixed.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
}

/** By WCAG: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(one: Colour, other: Colour): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = channelsOf(colour).map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function channelsOf(colour: Colour): number[] {
  return [1, 3, 5].map((start) => Number.parseInt(colour.slice(start, start + 2), 16));
}
