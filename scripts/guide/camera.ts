import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "@playwright/test";
import sharp from "sharp";
import { atRest } from "../audit/visit.ts";
import { NOW } from "./project.ts";

/** In CSS pixels: a document shows it at about this width. */
const WIDTH = 1000;
const HEIGHT = 640;
const DENSITY = 1.5;
/** A picture in a document should weigh no more, in bytes. */
const MAX_BYTES = 120_000;
/** Numbers of colours to try, the best first. */
const PALETTES = [256, 128, 64, 32] as const;

/** Opens pages as an editor sees them, and keeps pictures of them. */
export class Camera {
  readonly #folder: string;
  readonly page: Page;

  private constructor(folder: string, page: Page) {
    this.#folder = folder;
    this.page = page;
  }

  /** @param folder where the pictures go */
  static async open(browser: Browser, folder: string): Promise<Camera> {
    const looks = { colorScheme: "light", locale: "ru-RU", timezoneId: "Europe/Moscow" } as const;
    const size = { viewport: { width: WIDTH, height: HEIGHT }, deviceScaleFactor: DENSITY };
    const context = await browser.newContext({ ...looks, ...size });
    const page = await context.newPage();
    // Otherwise pages would say how long ago the article came out.
    await page.clock.setFixedTime(new Date(NOW));
    return new Camera(folder, page);
  }

  /**
   * Pictures what the page shows now.
   *
   * @param name becomes guide-NAME.png
   * @param size of the window, in CSS pixels; with `fullPage` at least so high
   * @throws Error where it would weigh too much
   */
  async take(
    name: string,
    { width = WIDTH, height = HEIGHT, fullPage = false } = {},
  ): Promise<void> {
    await this.page.setViewportSize({ width, height });
    await atRest(this.page, false);
    const shot = await this.page.screenshot({ animations: "disabled", caret: "hide", fullPage });
    const file = join(this.#folder, `guide-${name}.png`);
    const bytes = await pack(shot);
    writeFileSync(file, bytes);
    console.log(`${file}: ${bytes.length} bytes`);
  }
}

async function pack(shot: Buffer): Promise<Buffer> {
  for (const colours of PALETTES) {
    const options = { palette: true, colours, effort: 10, compressionLevel: 9 };
    const bytes = await sharp(shot).png(options).toBuffer();
    if (bytes.length <= MAX_BYTES) return bytes;
  }
  throw new Error(`A picture of more than ${MAX_BYTES} bytes`);
}
