/** Red, green, blue, 0 to 255. */
export type Rgb = readonly [number, number, number];

const PAPER: Rgb = [0xff, 0xfe, 0xfb];
const INK: Rgb = [0x1c, 0x1b, 0x19];
/** --accent of src/site/styles/tokens.css in the light theme. */
const ACCENT = "#9c1f1f";

/** Steps from paper to ink and to the accent: with paper 16 colours, as many as 4 bits can name. */
const INK_STEPS = 8;
const ACCENT_STEPS = 7;

/** The colour of each opacity from 0 to 15, as its place in the palette. */
export type Paint = Uint8Array;

export const INK_PAINT = paint(0, INK_STEPS);
/** For what matters less: ink that is never quite opaque. */
export const SOFT_PAINT = paint(0, 5);
export const ACCENT_PAINT = paint(INK_STEPS, ACCENT_STEPS);

/** @param accent as #rrggbb; ours where a newspaper has none */
export function paletteOf(accent: string = ACCENT): readonly Rgb[] {
  return [PAPER, ...blends(INK, INK_STEPS), ...blends(channelsOf(accent), ACCENT_STEPS)];
}

function channelsOf(colour: string): Rgb {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) =>
    Number.parseInt(colour.slice(start, start + 2), 16),
  );
  return [red, green, blue];
}

function blends(colour: Rgb, steps: number): Rgb[] {
  return Array.from({ length: steps }, (_, index) => {
    const share = (index + 1) / steps;
    const [red, green, blue] = colour.map((value, channel) =>
      Math.round((PAPER[channel] ?? 0) * (1 - share) + value * share),
    );
    return [red ?? 0, green ?? 0, blue ?? 0] as const;
  });
}

function paint(before: number, steps: number): Paint {
  const levels = Array.from({ length: 16 }, (_, opacity) => Math.round((opacity / 15) * steps));
  return Uint8Array.from(levels, (level) => (level === 0 ? 0 : before + level));
}
