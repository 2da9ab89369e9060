import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import type { Check } from "./finding.ts";
import { eachPage } from "./visit.ts";

const SCHEMES = ["light", "dark"] as const;
const SCREENS = [
  { width: 390, height: 844 },
  { width: 768, height: 1024 },
  { width: 1440, height: 900 },
] as const;
/** Of A4 between margins, in CSS pixels. */
const SHEET = { width: 718, height: 1047 } as const;

const LOOKS = [
  ...SCREENS.flatMap((size) =>
    SCHEMES.map((colorScheme) => {
      return { name: `${size.width}-${colorScheme}`, size, media: "screen", colorScheme } as const;
    }),
  ),
  { name: "print", size: SHEET, media: "print", colorScheme: "light" },
] as const;

/** Pictures of whole pages beside the report, narrow and wide, light and dark, printed: people look at them. */
export const takePictures: Check = async (site, tell) => {
  const folder = join(site.report, site.name);
  mkdirSync(folder, { recursive: true });
  return eachPage(site, tell, {}, async (tab, { kind }) => {
    const taken = [];
    for (const { name, size, ...media } of LOOKS) {
      await tab.setViewportSize(size);
      await tab.emulateMedia(media);
      await showAll(tab);
      const path = join(folder, `${kind}-${name}.png`);
      await tab.screenshot({ path, fullPage: true });
      taken.push({ page: kind, what: name, value: path, ok: true });
    }
    return taken;
  });
};

/** Pictures below the fold wait until somebody comes near them. */
async function showAll(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const images = [...document.images];
    for (const image of images) image.loading = "eager";
    await Promise.all(images.map((image) => image.decode().catch(() => {})));
  });
}
