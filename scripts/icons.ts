import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { drawIcon, ICON_SIZES } from "../src/build/index.ts";

const FOLDER = "src/site/static";
const DRAWING = "icon.svg";
/** The drawing's own, in pixels. */
const WIDTH = 32;

/** Makes the site's icons from its drawing. */
async function makeIcons(): Promise<void> {
  const drawing = await readFile(join(FOLDER, DRAWING));
  for (const icon of ICON_SIZES) {
    const bytes = await drawIcon(drawing, WIDTH, icon);
    await writeFile(join(FOLDER, icon.file), bytes);
    console.log(`${icon.file}: ${bytes.length} bytes`);
  }
}

await makeIcons();
