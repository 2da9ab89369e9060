import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { serveSite } from "../../src/serve/index.ts";
import { CORPUS } from "../fuzz/corpus.ts";
import { buildAndOpen } from "../fuzz/opened.ts";
import { complaintsOf } from "../fuzz/opened-file.ts";
import { servePlainly } from "../fuzz/plain-host.ts";
import { SEED, TRIES_ALL } from "../sizes.ts";
import { runBuild } from "./built-sites.ts";
import { temporaryFolder } from "./commands.ts";

const { folder } = temporaryFolder();

function write(path: string, text: string): void {
  const file = join(folder, path);
  mkdirSync(join(file, ".."), { recursive: true });
  writeFileSync(file, text);
}

const drawing = (inner: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="300" height="200">${inner}</svg>`;

test("whatever a source calls a picture or an old address, no script of it runs and no request leaves", async ({
  browser,
}) => {
  const cases = TRIES_ALL ? 600 : 6;
  const { complaints, pictures, refused } = await buildAndOpen(
    browser,
    { seed: SEED, cases },
    join(folder, "archive"),
    (flags) =>
      runBuild(flags).then(
        () => "",
        ({ message }: Error) => message,
      ),
  );
  expect(complaints).toEqual([]);
  // There is something to look at.
  expect(pictures).toBeGreaterThan(cases / 10);
  expect(refused).toBeGreaterThan(cases / 10);
});

test("the watch sees what runs and what leaves, and our headers stop it", async ({ browser }) => {
  const every = TRIES_ALL ? 1 : 4;
  const tried = CORPUS.drawings.filter((_, index) => index % every === 0);
  const all = tried.map((inner, index) => [`evil/${index}.svg`, inner] as const);
  for (const [path, inner] of all) write(path, drawing(inner));
  write("evil/a.html", "<script>document.title='PWNED'</script>");
  write("evil/b.html", "<img src='https://evil.example/x.png'>");
  const paths = [...all.map(([path]) => path), "evil/a.html", "evil/b.html"];
  const plain = await servePlainly(folder);
  const seen = await complaintsOf(browser, plain.address, paths);
  await plain.close();
  for (const what of ["ran a script of", "asked for https://evil.example", "changed the title"]) {
    expect(seen.filter((one) => one.includes(what)).length, what).toBeGreaterThan(0);
  }
  expect(seen.some((one) => one.startsWith("evil/a.html: "))).toBe(true);
  expect(seen.some((one) => one.startsWith("evil/b.html: "))).toBe(true);
  const ours = await serveSite({ folder, pathPrefix: "/", port: 0 });
  const drawings = await complaintsOf(
    browser,
    ours.address,
    all.map(([path]) => path),
  );
  await ours.close();
  expect(drawings.filter((one) => !one.includes("asked for"))).toEqual([]);
});

/** The width that a picture has on a page; 0 where it is not shown. */
function widthOn(page: Page): Promise<number> {
  return page.locator("img").evaluate(async (image: HTMLImageElement) => {
    await image.decode();
    return image.naturalWidth;
  });
}

test("a drawing is shown on a page and by itself, with our headers and without", async ({
  page,
}) => {
  write(
    "shown/a.svg",
    drawing('<style>rect{fill:#00ff00}</style><rect width="300" height="200"/>'),
  );
  write("shown/index.html", '<!doctype html><title>а</title><img src="a.svg" alt="">');
  const servers = [
    await servePlainly(folder),
    await serveSite({ folder, pathPrefix: "/", port: 0 }),
  ];
  for (const { address, close } of servers) {
    await page.goto(`${address}shown/`);
    expect(await widthOn(page)).toBe(300);
    await page.goto(`${address}shown/a.svg`);
    const fill = page.locator("rect").evaluate((rect) => getComputedStyle(rect).fill);
    expect(await fill).toBe("rgb(0, 255, 0)");
    await close();
  }
});
