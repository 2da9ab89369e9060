import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  type BrowserContext,
  test as base,
  expect,
  type Page,
  type Request,
} from "@playwright/test";
import { LARGE, TRIES_ALL } from "../sizes.ts";
import { violations as accessibilityViolations } from "./axe.ts";
import { buildNewspaper, once, serveBuilt } from "./built-sites.ts";
import { temporaryFolder } from "./commands.ts";
import { keepViolations } from "./site.ts";

/**
 * Counters and comments of others, which no test may ask: the addresses of their hosts are answered by stand-ins,
 * and the site's own address by the local server, for only there visits are counted.
 */
const SITE = "https://volga.example/";

const POSTED = `
counter: {service: plausible, id: volga.example}
comments: {service: giscus, repo: volga/slova, repoId: R_kgDOJ1a2bQ, category: Статьи, categoryId: DIC_kwDOJ1}
`;
const PICTURED = `
counter: {service: metrika, id: 12345678}
comments: {service: remark42, host: https://slova.volga.example, id: volga}
`;

const posted = once(() => serveWith(POSTED));
const pictured = once(() => serveWith(PICTURED));

/** The addresses of two sites. */
interface Sites {
  readonly posted: string;
  readonly pictured: string;
}

const test = base.extend<Sites>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from it.
  posted: async ({}, use) => use(await posted()),
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from it.
  pictured: async ({}, use) => use(await pictured()),
});

/** Builds the example newspaper with settings, and closes an article of it to comments. */
async function serveWith(settings: string): Promise<string> {
  const { folder } = temporaryFolder();
  cpSync("tests/fixtures/newspaper", folder, { recursive: true });
  append(join(folder, "_data/site.yaml"), (text) => text + settings);
  append(join(folder, "content/2026/muzei.md"), (text) =>
    text.replace("---\n", "---\ncomments: false\n"),
  );
  return (await serveBuilt(await buildNewspaper(folder))).address;
}

function append(file: string, change: (text: string) => string): void {
  writeFileSync(file, change(readFileSync(file, "utf8")));
}

/** Answers the site's own address with what a local server has; @returns what is asked of others. */
async function asPublished(context: BrowserContext, local: string): Promise<Request[]> {
  const foreign: Request[] = [];
  context.on("request", (request) => {
    if (!request.url().startsWith(SITE) && !request.url().startsWith("data:"))
      foreign.push(request);
  });
  await context.route(/^https?:/, (route) => route.abort());
  await context.route(`${SITE}**`, async (route) => {
    const url = route.request().url().replace(SITE, local);
    // That server answers no page of another origin.
    await route.fulfill({ response: await route.fetch({ url, headers: {} }) });
  });
  return foreign;
}

/** The header and the page each have the policy, and each tells. */
const violationsOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => [...new Set((window as unknown as { violations: string[] }).violations)]);

test.use({ serviceWorkers: "block" });

/** An icon may still be on its way when a test is over. */
test.afterEach(({ context }) => context.unrouteAll({ behavior: "ignoreErrors" }));

test("a visit is told to the counter of the settings, and to nobody else", async ({
  page,
  context,
  posted,
}) => {
  const foreign = await asPublished(context, posted);
  await context.route("https://plausible.io/api/event", (route) => route.fulfill({ status: 202 }));
  await keepViolations(page);
  await page.goto(`${SITE}search/?q=тайна&utm_source=pismo`);
  await expect.poll(() => foreign.length).toBe(1);
  expect(foreign[0]?.method()).toBe("POST");
  expect(foreign[0]?.url()).toBe("https://plausible.io/api/event");
  expect(foreign[0]?.postDataJSON()).toEqual({
    name: "pageview",
    domain: "volga.example",
    // Not what was searched for.
    url: `${SITE}search/?utm_source=pismo`,
    referrer: null,
  });
  expect(await violationsOf(page)).toEqual([]);
});

test("the policy opens one address, and none beside it", async ({ page, context, posted }) => {
  const foreign = await asPublished(context, posted);
  await keepViolations(page);
  await page.goto(`${SITE}kontakty/`);
  await expect.poll(() => foreign.length).toBe(1);
  const refused = await page.evaluate(async () => {
    const asked = ["https://plausible.io/js/script.js", "https://sosed.example/api/event"];
    for (const address of asked) await fetch(address).catch(() => {});
    const script = document.createElement("script");
    // Without a policy of its own for such addresses, or with it, a page takes none of another host.
    try {
      script.src = "https://plausible.io/js/script.js";
      return "a script of others has an address";
    } catch (error) {
      return String(error);
    }
  });
  expect(refused).toContain("TypeError");
  const addresses = (await violationsOf(page)).filter((one) => one.startsWith("connect-src"));
  expect(addresses).toEqual([
    "connect-src: https://plausible.io/js/script.js",
    "connect-src: https://sosed.example/api/event",
  ]);
  expect(foreign).toHaveLength(1);
});

test("an image is asked where a counter wants one", async ({ page, context, pictured }) => {
  const foreign = await asPublished(context, pictured);
  await context.route("https://mc.yandex.ru/watch/12345678?*", (route) => {
    const body = Buffer.from("R0lGODlhAQABAAAAACwAAAAAAQABAAACAkQBADs=", "base64");
    return route.fulfill({ contentType: "image/gif", body });
  });
  await keepViolations(page);
  await page.goto(`${SITE}articles/most/`);
  await expect.poll(() => foreign.length).toBe(1);
  const { searchParams } = new URL(foreign[0]?.url() ?? "");
  expect(searchParams.get("page-url")).toBe(`${SITE}articles/most/`);
  expect(searchParams.get("browser-info")).toContain(":t:Мост через Волгу открыт");
  await page.evaluate(async () => {
    const image = new Image();
    image.src = "https://mc.yandex.ru/watch/87654321";
    await image.decode().catch(() => {});
  });
  expect(await violationsOf(page)).toEqual(["img-src: https://mc.yandex.ru/watch/87654321"]);
});

test("who does not want to be counted is not", LARGE, async ({ page, context, posted }) => {
  const foreign = await asPublished(context, posted);
  await page.addInitScript(() => {
    Object.defineProperty(navigator, "globalPrivacyControl", { value: true });
  });
  await page.goto(SITE, { waitUntil: "networkidle" });
  expect(foreign).toEqual([]);
});

test("a copy of the site elsewhere counts nobody", async ({ page, posted }) => {
  const foreign: string[] = [];
  page.on("request", (request) => {
    if (!request.url().startsWith(posted)) foreign.push(request.url());
  });
  await page.goto(posted, { waitUntil: "networkidle" });
  expect(foreign).toEqual([]);
});

/** A page of comments: its script says what giscus's own does, and something in the name of another. */
const GISCUS_PAGE = `<!DOCTYPE html><title>giscus</title><p>Первое слово</p><script>
  parent.postMessage({ giscus: { resizeHeight: 777 } }, "*");
</script>`;

test("comments are asked for by a press of the button, and stand in a frame", async ({
  page,
  context,
  posted,
}) => {
  const foreign = await asPublished(context, posted);
  await context.route("https://plausible.io/api/event", (route) => route.fulfill({ status: 202 }));
  await context.route("https://giscus.app/**", (route) =>
    route.fulfill({ contentType: "text/html; charset=utf-8", body: GISCUS_PAGE }),
  );
  await keepViolations(page);
  await page.goto(`${SITE}articles/most/`, { waitUntil: "networkidle" });
  const comments = page.getByRole("region", { name: "Комментарии" });
  await expect(comments.getByRole("link", { name: "GitHub (giscus.app)" })).toHaveAttribute(
    "href",
    "https://github.com/volga/slova/discussions",
  );
  await comments.scrollIntoViewIfNeeded();
  expect(foreign.filter((request) => request.url().includes("giscus"))).toEqual([]);
  await comments.getByRole("button", { name: "Открыть комментарии" }).click();
  const frame = comments.locator("iframe");
  await expect(frame).toHaveCSS("height", "777px");
  await expect(frame.contentFrame().getByText("Первое слово")).toBeVisible();
  await expect(frame).toHaveAttribute("title", "Комментарии");
  const { pathname, searchParams } = new URL((await frame.getAttribute("src")) ?? "");
  expect(pathname).toBe("/ru/widget");
  expect(searchParams.get("repo")).toBe("volga/slova");
  expect(searchParams.get("term")).toBe("articles/most/");
  await page.evaluate(() => postMessage({ giscus: { resizeHeight: 5 } }, "*"));
  await expect(frame).toHaveCSS("height", "777px");
  expect(await violationsOf(page)).toEqual([]);
});

test(
  "who comes back from logging in finds the comments open, and an address without the key",
  LARGE,
  async ({ page, context, posted }) => {
    await asPublished(context, posted);
    await context.route("https://giscus.app/**", (route) =>
      route.fulfill({ contentType: "text/html; charset=utf-8", body: GISCUS_PAGE }),
    );
    await page.goto(`${SITE}articles/most/?giscus=kliuch`);
    const src = (await page.locator(".comments iframe").getAttribute("src")) ?? "";
    expect(new URL(src).searchParams.get("session")).toBe("kliuch");
    expect(new URL(src).searchParams.get("origin")).not.toContain("kliuch");
    await expect(page).toHaveURL(`${SITE}articles/most/`);
  },
);

test("a frame of another host is refused, and a frame on a page without comments too", async ({
  page,
  context,
  pictured,
}) => {
  await asPublished(context, pictured);
  await context.route("https://slova.volga.example/web/iframe.html?*", (route) => {
    const body = '<script>parent.postMessage({ height: 640 }, "*")</script>';
    return route.fulfill({ contentType: "text/html; charset=utf-8", body });
  });
  await keepViolations(page);
  await page.goto(`${SITE}articles/most/`);
  await page.getByRole("button", { name: "Открыть комментарии" }).click();
  const frame = page.locator(".comments iframe");
  await expect(frame).toHaveCSS("height", "640px");
  const { searchParams } = new URL((await frame.getAttribute("src")) ?? "");
  expect(searchParams.get("site_id")).toBe("volga");
  expect(searchParams.get("url")).toBe(`${SITE}articles/most/`);
  await addFrame(page, "https://sosed.example/");
  expect((await violationsOf(page)).filter((one) => !one.startsWith("img-src"))).toEqual([
    "frame-src: https://sosed.example",
  ]);
  await page.goto(`${SITE}articles/muzei/`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.locator(".comments")).toHaveCount(0);
  await addFrame(page, "https://slova.volga.example/web/iframe.html?x");
  expect((await violationsOf(page)).filter((one) => !one.startsWith("img-src"))).toEqual([
    "frame-src: https://slova.volga.example",
  ]);
});

async function addFrame(page: Page, address: string): Promise<void> {
  await page.evaluate(async (src) => {
    const refused = new Promise((resolve) => {
      document.addEventListener("securitypolicyviolation", resolve, { once: true });
    });
    document.body.append(Object.assign(document.createElement("iframe"), { src }));
    await refused;
  }, address);
}

test(
  "without scripts a reader sees who keeps the comments, and no button",
  LARGE,
  async ({ browser, posted }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${posted}articles/most/`);
    await expect(page.locator(".comments noscript p")).toBeVisible();
    await expect(page.locator("[data-comments-open]")).toBeHidden();
    await page.goto(`${posted}about/`);
    const told = page.locator(".about-facts");
    await expect(told).toContainText("Посещения считает служба Plausible");
    await expect(told).not.toContainText("ничего не загружают с чужих сайтов");
    await context.close();
  },
);

for (const colorScheme of TRIES_ALL ? (["light", "dark"] as const) : (["light"] as const)) {
  test(`the place of comments is accessible, ${colorScheme}`, async ({ page, posted }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto(`${posted}articles/most/`);
    await expect(page.getByRole("button", { name: "Открыть комментарии" })).toBeVisible();
    expect(await accessibilityViolations(page)).toEqual([]);
  });
}
