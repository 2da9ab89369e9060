import { readFile, writeFile } from "node:fs/promises";
import { brotliCompressSync, constants } from "node:zlib";
import type { Page } from "@playwright/test";
import type { CardAtlas } from "../src/site/index.ts";
import { openBrowser } from "./browser.ts";
import { CARD_CHARACTERS } from "./fonts/characters.ts";
import { readFontFacts } from "./fonts/font-facts.ts";
import { drawGlyph, frame } from "./fonts/glyph-picture.ts";

const FOLDER = "src/site/card";
const PACKAGES = "node_modules/@expo-google-fonts";

/** The fonts of cards, and what they are called in the browser. */
const FONTS = {
  literata: `${PACKAGES}/literata/700Bold/Literata_700Bold.ttf`,
  golos: `${PACKAGES}/golos-text/500Medium/GolosText_500Medium.ttf`,
} as const;

/** What is drawn, in pixels; titles and names from the largest. */
const FACES = [
  { use: "title", font: "literata", size: 110 },
  { use: "title", font: "literata", size: 86 },
  { use: "title", font: "literata", size: 66 },
  { use: "title", font: "literata", size: 52 },
  { use: "name", font: "literata", size: 40 },
  { use: "name", font: "literata", size: 30 },
  { use: "plain", font: "golos", size: 32 },
] as const;

/** A frame that stands for what a font lacks, as src/site/card/glyphs.ts asks for it. */
const REPLACEMENT = "\ufffd";
/** In thousandths of an em. */
const REPLACEMENT_ADVANCE = 640;

/** Draws the glyphs of social cards in a browser, for src/site/card to put together. */
async function makeAtlas(): Promise<void> {
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    const fonts: Record<string, CardAtlas["fonts"][string]> = {};
    for (const [name, file] of Object.entries(FONTS)) {
      const font = await readFile(file);
      await loadFont(page, name, font);
      fonts[name] = withReplacement(await readFontFacts(font, CARD_CHARACTERS));
    }
    await writeAtlas(page, fonts);
  } finally {
    await browser.close();
  }
}

async function writeAtlas(page: Page, fonts: CardAtlas["fonts"]): Promise<void> {
  const faces: CardAtlas["faces"][number][] = [];
  const opacities: number[] = [];
  for (const { use, font, size } of FACES) {
    const glyphs: Record<string, readonly [number, number, number, number]> = {};
    for (const sign of Object.keys(fonts[font]?.advances ?? {})) {
      const picture =
        sign === REPLACEMENT ? frame(size) : await drawGlyph(page, { sign, font, size });
      glyphs[sign] = [picture.left, picture.top, picture.width, picture.height];
      for (const opacity of picture.opacities) opacities.push(opacity);
    }
    faces.push({ use, font, size, glyphs });
  }
  await writePacked("glyphs.json.br", Buffer.from(JSON.stringify({ fonts, faces })));
  await writePacked("glyphs.bin.br", pack(opacities));
}

async function loadFont(page: Page, name: string, font: Buffer): Promise<void> {
  await page.evaluate(
    async ([family, data]) => {
      const face = new FontFace(family, `url(data:font/ttf;base64,${data})`);
      document.fonts.add(await face.load());
    },
    [name, font.toString("base64")] as const,
  );
}

function withReplacement(facts: CardAtlas["fonts"][string]): CardAtlas["fonts"][string] {
  return { ...facts, advances: { ...facts.advances, [REPLACEMENT]: REPLACEMENT_ADVANCE } };
}

/** Two opacities in a byte, the first in its high half. */
function pack(opacities: readonly number[]): Buffer {
  const packed = Buffer.alloc(Math.ceil(opacities.length / 2));
  for (const [index, value] of opacities.entries()) {
    packed[index >> 1] = (packed[index >> 1] ?? 0) | (index % 2 === 0 ? value << 4 : value);
  }
  return packed;
}

async function writePacked(name: string, bytes: Buffer): Promise<void> {
  const packed = brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY },
  });
  await writeFile(`${FOLDER}/${name}`, packed);
  console.log(`${name}: ${packed.length} bytes, ${bytes.length} unpacked`);
}

await makeAtlas();
