import { writeFileSync } from "node:fs";
import type { Browser, Page } from "@playwright/test";
import sharp from "sharp";
import { atRest } from "../audit/visit.ts";
import { NOW } from "./project.ts";

/** In CSS pixels: a document shows it at about this width. */
const SIZE = { width: 1000, height: 640 } as const;
interface WindowSize {
  readonly width?: number;
  readonly height?: number;
  readonly fullPage?: boolean;
}

/** A picture in a document should weigh no more, in bytes. */
const MAX_BYTES = 120_000;
/** Numbers of colours to try, the best first. */
const PALETTES = [256, 128, 64, 32] as const;

/** @returns a page as an editor sees it */
export async function openPage(browser: Browser): Promise<Page> {
  const page = await browser.newPage({
    colorScheme: "light",
    locale: "ru-RU",
    timezoneId: "Europe/Moscow",
    viewport: SIZE,
    deviceScaleFactor: 1.5,
  });
  // Otherwise pages would say how long ago the article came out.
  await page.clock.setFixedTime(new Date(NOW));
  return page;
}

/**
 * Pictures what a page shows now.
 *
 * @param file where the picture goes
 * @param size of the window, in CSS pixels; with `fullPage` at least so high
 * @throws Error where it would weigh too much
 */
export async function take(
  page: Page,
  file: string,
  { width = SIZE.width, height = SIZE.height, fullPage = false }: WindowSize,
): Promise<void> {
  await page.setViewportSize({ width, height });
  await atRest(page, false);
  const shot = await page.screenshot({ animations: "disabled", caret: "hide", fullPage });
  const bytes = await pack(shot);
  writeFileSync(file, bytes);
  console.log(`${file}: ${bytes.length} bytes`);
}

async function pack(shot: Buffer): Promise<Buffer> {
  for (const colours of PALETTES) {
    const options = { palette: true, colours, effort: 10, compressionLevel: 9 };
    const bytes = await sharp(shot).png(options).toBuffer();
    if (bytes.length <= MAX_BYTES) return bytes;
  }
  throw new Error(`A picture of more than ${MAX_BYTES} bytes`);
}
