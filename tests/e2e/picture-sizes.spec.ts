import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import sharp from "sharp";
import { TRIES_ALL } from "../sizes.ts";
import { temporaryFolder } from "./commands.ts";
import { testSite } from "./site.ts";

/** Pictures by what they are, in pixels; the newest article comes first. */
const PICTURES = {
  tiny: [40, 30],
  slim: [3, 400],
  dot: [1, 1],
  tall: [200, 900],
  strip: [1400, 60],
  photo: [1600, 900],
} as const;

const { folder, remove } = temporaryFolder();
for (const name of ["content", "data"]) mkdirSync(join(folder, name));
for (const [index, name] of Object.keys(PICTURES).entries()) {
  writeArticle(name, `${name}.png`, `2026-11-${20 - index}`);
}
writeArticle("drawing", "drawing.svg", "2026-11-01");
const drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 20"></svg>';
writeFileSync(join(folder, "content", "drawing.svg"), drawing);

function writeArticle(name: string, picture: string, date: string): void {
  const fields = `title: Снимок ${name}\ndate: ${date}\ntopics: Город\nimage: ${picture}`;
  writeFileSync(join(folder, "content", `${name}.md`), `---\n${fields}\n---\n\n![](${picture})\n`);
}

const test = testSite(["--content", join(folder, "content"), "--data", join(folder, "data")]);

test.beforeAll(async () => {
  for (const [name, [width, height]] of Object.entries(PICTURES)) {
    await sharp({ create: { width, height, channels: 3, background: "#3a6ea5" } })
      .png()
      .toFile(join(folder, "content", `${name}.png`));
  }
});

test.afterAll(remove);

interface Shown {
  readonly name: string;
  /** Of the box that it fills, in pixels of the page. */
  readonly width: number;
  readonly height: number;
  /** Of the file. */
  readonly own: readonly [width: number, height: number];
}

/** The pictures of a page as they are drawn. */
function shownOn(page: Page): Promise<Shown[]> {
  return page.locator("main img").evaluateAll((images) =>
    images.map((image) => ({
      name: /([a-z]+)\.(?:png|svg)$/.exec((image as HTMLImageElement).src)?.[1] ?? "",
      width: (image as HTMLElement).offsetWidth,
      height: (image as HTMLElement).offsetHeight,
      own: [Number(image.getAttribute("width")), Number(image.getAttribute("height"))] as const,
    })),
  );
}

/** A picture that covers its box is drawn by the greater of the two. */
const scaleOf = ({ width, height, own }: Shown): number =>
  Math.max(width / own[0], height / own[1]);

for (const width of TRIES_ALL ? [390, 768, 1440] : [1440]) {
  test(`none is drawn larger than it is, ${width} px wide`, async ({ page, site }) => {
    await page.setViewportSize({ width, height: 900 });
    for (const [path, least] of [
      ["", 7],
      ["topics/gorod/", 7],
      ["articles/tiny/", 2],
      ["articles/slim/", 2],
      ["articles/photo/", 2],
      ["articles/drawing/", 2],
    ] as const) {
      await page.goto(site.address + path);
      const shown = await shownOn(page);
      expect(shown.length, path).toBeGreaterThanOrEqual(least);
      expect(shown.filter((one) => scaleOf(one) > 1.01)).toEqual([]);
    }
  });
}

test("a large one fills its place, a small one is as in the text", async ({ page, site }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(`${site.address}articles/photo/`);
  const [lead, inText] = await shownOn(page);
  expect(lead).toEqual(inText);
  const column = await page.locator(".article-picture").evaluate((one) => one.clientWidth);
  expect(lead?.width).toBe(column);
  await page.goto(`${site.address}articles/tiny/`);
  const [small, smallInText] = await shownOn(page);
  expect(small).toEqual(smallInText);
  expect(small).toMatchObject({ width: 40, height: 30 });
  await page.goto(`${site.address}topics/gorod/`);
  const card = (await shownOn(page)).find(({ name }) => name === "photo");
  expect((card?.width ?? 0) / (card?.height ?? 1)).toBeCloseTo(1.5, 1);
});
