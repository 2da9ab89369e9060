import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";

const FOLDER = "src/site/static";
const DRAWING = "icon.svg";
/** The colour of the drawing's ground, for icons whose corners the system cuts. */
const GROUND = "#9c1f1f";

interface Icon {
  readonly file: string;
  /** In pixels. */
  readonly size: number;
  /**
   * The part of it that the drawing takes, where the ground fills all of it. Of a maskable icon a
   * circle of four fifths is sure to be seen (https://www.w3.org/TR/appmanifest/#icon-masks).
   */
  readonly filled?: number;
}

const ICONS: readonly Icon[] = [
  { file: "icon-192.png", size: 192 },
  { file: "icon-512.png", size: 512 },
  { file: "icon-maskable-512.png", size: 512, filled: 0.8 },
  { file: "apple-touch-icon.png", size: 180, filled: 1 },
];

/** The drawing's own width, which sharp takes for 72 dots an inch. */
const DRAWING_SIZE = 32;
const DRAWING_DENSITY = 72;

/** Makes the site's icons from its drawing. */
async function makeIcons(): Promise<void> {
  const drawing = await readFile(join(FOLDER, DRAWING));
  for (const icon of ICONS) {
    const bytes = await render(drawing, icon);
    await writeFile(join(FOLDER, icon.file), bytes);
    console.log(`${icon.file}: ${bytes.length} bytes`);
  }
}

async function render(drawing: Buffer, { size, filled }: Icon): Promise<Buffer> {
  const inner = Math.round(size * (filled ?? 1));
  const density = (DRAWING_DENSITY * inner) / DRAWING_SIZE;
  const picture = await sharp(drawing, { density }).resize(inner).png().toBuffer();
  const ground = filled === undefined ? { r: 0, g: 0, b: 0, alpha: 0 } : GROUND;
  const canvas = sharp({ create: { width: size, height: size, channels: 4, background: ground } });
  const whole = await canvas
    .composite([{ input: picture }])
    .png()
    .toBuffer();
  const image = filled === undefined ? sharp(whole) : sharp(whole).flatten({ background: GROUND });
  return await image
    .png({ palette: true, colours: 32, effort: 10, compressionLevel: 9 })
    .toBuffer();
}

await makeIcons();
