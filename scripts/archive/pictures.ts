import sharp from "sharp";
import { randomNumbers } from "../random.ts";
import { Phrases } from "./phrases.ts";

/** A drawn landscape, as the bytes of a file. */
export interface MadePicture {
  readonly extension: "jpg" | "png";
  readonly bytes: Buffer;
}

/** Sizes in pixels: from what a telephone sends to what a camera does, upright ones among them. */
const SIZES = [
  [640, 427],
  [800, 1000],
  [1200, 800],
  [1280, 720],
  [1600, 1067],
  [1200, 1600],
  [1920, 1080],
  [2400, 1600],
] as const;

/** One picture in so many is a PNG. */
const PNG = 6;

/** Top and bottom of the sky, the colour of the farthest and of the nearest hill. */
const SCENES = [
  ["#9cc6e8", "#eef5f7", "#7f9aa8", "#2f4f3a"],
  ["#f2b880", "#fbe9d2", "#a86f5c", "#4a2f3a"],
  ["#5a6f9a", "#c9cfe2", "#56607e", "#1f2640"],
  ["#b9d3c2", "#f5f3e4", "#8fae8b", "#35502f"],
  ["#cfd6dc", "#f4f4f4", "#9aa3a8", "#4b555a"],
] as const;

/**
 * Draws landscapes: a sky, a sun, rows of hills.
 *
 * @param count how many
 * @param seed the same seed draws the same bytes with the same version of sharp
 */
export async function drawPictures(count: number, seed: number): Promise<MadePicture[]> {
  const pictures: MadePicture[] = [];
  for (let number = 0; number < count; number++) {
    const phrases = new Phrases(randomNumbers(seed + number));
    const [width, height] = SIZES[number % SIZES.length] ?? SIZES[0];
    const image = sharp(Buffer.from(landscape(width, height, phrases)));
    const isPng = number % PNG === PNG - 1;
    const bytes = await (isPng ? image.png() : image.jpeg({ quality: 88 })).toBuffer();
    pictures.push({ extension: isPng ? "png" : "jpg", bytes });
  }
  return pictures;
}

function landscape(width: number, height: number, phrases: Phrases): string {
  const [top, bottom, far, near] = phrases.pick(SCENES);
  const hills = Array.from({ length: 5 }, (_, row) => hill(width, height, row, phrases));
  const paths = hills.map(
    (path, row) =>
      `<path d="${path}" fill="${row < 3 ? far : near}" opacity="${0.35 + row * 0.15}"/>`,
  );
  const sun = { x: phrases.between(10, 90), y: phrases.between(10, 40) };
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
<defs><linearGradient id="sky" x2="0" y2="1"><stop stop-color="${top}"/>
<stop offset="1" stop-color="${bottom}"/></linearGradient></defs>
<rect width="100%" height="100%" fill="url(#sky)"/>
<circle cx="${sun.x}%" cy="${sun.y}%" r="${Math.round(height / 14)}" fill="#fff6d8" opacity="0.9"/>
${paths.join("\n")}</svg>`;
}

/** The outline of a row of hills: two waves on top of each other. */
function hill(width: number, height: number, row: number, phrases: Phrases): string {
  const base = height * (0.45 + row * 0.12);
  const [wide, narrow] = [phrases.between(2, 4), phrases.between(6, 13)];
  const shift = phrases.between(0, 100);
  const points = Array.from({ length: 61 }, (_, step) => {
    const at = step / 60;
    const wave = Math.sin(at * wide * 2 + shift) * 0.06 + Math.sin(at * narrow + shift) * 0.02;
    return `${Math.round(at * width)} ${Math.round(base + wave * height)}`;
  });
  return `M0 ${height} L${points.join(" L")} L${width} ${height} Z`;
}
