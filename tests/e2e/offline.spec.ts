import { cpSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test as base, expect, type Page } from "@playwright/test";
import { LARGE, TRIES_ALL } from "../sizes.ts";
import { builtSite, once } from "./built-sites.ts";
import { temporaryFolder } from "./commands.ts";
import { ARCHIVE } from "./site.ts";
import { serveWeakly, type WeakServer } from "./weak-server.ts";

const PREFIX = "/news/";
const BRIDGE = "articles/most/";
const BRIDGE_TITLE = "Через реку открыт новый мост";
const QUAY = "articles/naberezhnaia/";

interface Sites {
  /** A built site that keeps what was read, and the same one that does not. */
  readonly keeping: string;
  readonly plain: string;
}

interface Served {
  readonly folder: string;
  readonly server: WeakServer;
  readonly address: string;
}

async function buildWith(folder: string, name: string, setting: string): Promise<string> {
  const data = join(folder, name);
  cpSync(join(ARCHIVE, "data"), data, { recursive: true });
  const settings = join(data, "site.yaml");
  writeFileSync(settings, `${readFileSync(settings, "utf8")}\n${setting}\n`);
  const flags = ["--content", join(ARCHIVE, "content"), "--data", data];
  return builtSite([...flags, "--path-prefix", PREFIX]);
}

const builtSites = once(async (): Promise<Sites> => {
  const { folder } = temporaryFolder();
  const keeping = await buildWith(folder, "keeping", "offline: true");
  return { keeping, plain: await buildWith(folder, "plain", "offline: false") };
});

/** Every test has a copy of the site of its own, on a server of its own. */
const test = base.extend<{ served: Served; sites: Sites }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from it.
  sites: async ({}, use) => use(await builtSites()),
  served: async ({ sites }, use) => {
    const { folder, remove } = temporaryFolder();
    cpSync(sites.keeping, folder, { recursive: true });
    const server = await serveWeakly(folder, PREFIX);
    await use({ folder, server, address: server.address });
    await server.close();
    remove();
  },
});

// What one test has kept is not there for the next.
test.use({ serviceWorkers: "allow", reuseContext: false });

/** Opens a page and waits until the worker has kept it. */
async function read(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect.poll(() => kept(page)).toContain(address);
}

/** @returns the addresses of all that is kept */
async function kept(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const addresses: string[] = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      addresses.push(...(await cache.keys()).map(({ url }) => url));
    }
    return addresses;
  });
}

function notice(page: Page) {
  return page.locator("[data-offline-notice]");
}

/** A rule of the site's styles that browsers do not have of themselves. */
function paper(page: Page): Promise<string> {
  return page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
}

test("an article that was read opens without a connection, with its picture and its look", async ({
  page,
  context,
  served,
}) => {
  await read(page, served.address + BRIDGE);
  await expect(notice(page)).toHaveCount(0);
  const look = await paper(page);
  const image = page.getByRole("img", { name: "Мост через реку" });
  await image.scrollIntoViewIfNeeded();
  await expect.poll(() => kept(page)).toContain(`${served.address}${BRIDGE}most.svg`);

  await context.setOffline(true);
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(BRIDGE_TITLE);
  await expect(notice(page)).toHaveText("Нет связи: показана сохранённая копия.");
  expect(look).not.toBe("rgba(0, 0, 0, 0)");
  expect(await paper(page)).toBe(look);
  await image.scrollIntoViewIfNeeded();
  await expect
    .poll(() => image.evaluate((node) => (node as HTMLImageElement).naturalWidth))
    .toBeGreaterThan(0);

  await context.setOffline(false);
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(BRIDGE_TITLE);
  await expect(notice(page)).toHaveCount(0);
});

test("a page that was not read is a list of those that were, and comes with the connection", async ({
  page,
  context,
  served,
}) => {
  await read(page, served.address + BRIDGE);
  await context.setOffline(true);
  await page.goto(served.address + QUAY);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Нет связи");
  await expect(page.locator("[data-offline-list] a")).toHaveText([BRIDGE_TITLE]);
  await expect(page.getByText("Сохранённых статей пока нет")).toBeHidden();
  expect(await paper(page)).not.toBe("rgba(0, 0, 0, 0)");

  await page.getByRole("link", { name: BRIDGE_TITLE }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(BRIDGE_TITLE);

  await page.goto(served.address + QUAY);
  await context.setOffline(false);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Набережную благоустроят");
});

test(
  "a connection that comes back does not hold a reader who goes elsewhere",
  LARGE,
  async ({ page, served }) => {
    await read(page, served.address + BRIDGE);
    served.server.health = "gone";
    await page.goto(served.address + QUAY);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Нет связи");
    served.server.health = "silent";
    await page.evaluate(() => {
      const comeBack = () => setTimeout(() => dispatchEvent(new Event("online")), 100);
      addEventListener("beforeunload", comeBack, { once: true });
    });
    await page.getByRole("link", { name: BRIDGE_TITLE }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(BRIDGE_TITLE);
  },
);

test("who has read nothing is told so", LARGE, async ({ page, context, served }) => {
  await read(page, served.address);
  await context.setOffline(true);
  await page.goto(served.address + QUAY);
  await expect(page.getByText("Сохранённых статей пока нет")).toBeVisible();
  await expect(page.locator("[data-offline-list] a")).toHaveCount(0);
});

const HEALTHS = [
  ["gone", "Нет связи: показана сохранённая копия."],
  ["silent", "Связь медленная: показана сохранённая копия."],
  ["faulty", "Сайт не отвечает: показана сохранённая копия."],
] as const;

for (const [health, text] of TRIES_ALL ? HEALTHS : HEALTHS.slice(1)) {
  test(`a copy stands in for a server that is ${health}`, async ({ page, served }) => {
    await read(page, served.address + BRIDGE);
    served.server.health = health;
    await page.reload();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(BRIDGE_TITLE);
    await expect(notice(page)).toHaveText(text);
  });
}

test("news comes from the network, and what was taken back is not shown again", async ({
  page,
  served,
}) => {
  const address = served.address + BRIDGE;
  await read(page, address);
  const file = join(served.folder, BRIDGE, "index.html");
  writeFileSync(file, readFileSync(file, "utf8").replaceAll(BRIDGE_TITLE, "Мост закрыт"));
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Мост закрыт");

  rmSync(file);
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Страница не найдена");
  await expect.poll(() => kept(page)).not.toContain(address);
  served.server.health = "gone";
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Нет связи");
});

/** Another build: other styles under another name, in all pages and in the worker. */
function release(folder: string): void {
  const assets = join(folder, "assets");
  const old = readdirSync(assets).find((name) => /^site-.*\.css$/.test(name)) ?? "";
  const styles = `${readFileSync(join(assets, old), "utf8")}\nbody{--release:2}`;
  writeFileSync(join(assets, "site-NEWNEWNE.css"), styles);
  rmSync(join(assets, old));
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    if (!/\.html$|^sw\.js$/.test(name)) continue;
    const file = join(folder, name);
    const text = readFileSync(file, "utf8").replaceAll(old, "site-NEWNEWNE.css");
    writeFileSync(`${file}.new`, text);
    renameSync(`${file}.new`, file);
  }
}

function releaseOf(page: Page): Promise<string> {
  return page.evaluate(() => getComputedStyle(document.body).getPropertyValue("--release"));
}

test("a new page never has old styles, and a copy keeps the styles it was made with", async ({
  page,
  context,
  served,
}) => {
  await read(page, served.address + BRIDGE);
  const look = await paper(page);
  release(served.folder);
  await page.goto(served.address + QUAY);
  expect(await releaseOf(page)).toBe("2");
  await page.goto(served.address);
  expect(await releaseOf(page)).toBe("2");
  // The new worker has brought the page without a connection of its own version.
  await expect
    .poll(() => kept(page))
    .toContain(new URL("assets/site-NEWNEWNE.css", served.address).href);

  await context.setOffline(true);
  await page.goto(served.address + BRIDGE);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(BRIDGE_TITLE);
  expect(await releaseOf(page)).toBe("");
  expect(await paper(page)).toBe(look);
  await page.goto(served.address + QUAY);
  expect(await releaseOf(page)).toBe("2");
});

test("a site that keeps nothing any more removes the worker and what it kept", async ({
  page,
  served,
  sites,
}) => {
  await read(page, served.address + BRIDGE);
  await page.evaluate(() => caches.open("somebody else's"));
  rmSync(served.folder, { recursive: true });
  cpSync(sites.plain, served.folder, { recursive: true });
  await page.reload();
  await expect
    .poll(() =>
      page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length),
    )
    .toBe(0);
  await expect.poll(() => page.evaluate(() => caches.keys())).toEqual(["somebody else's"]);
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(BRIDGE_TITLE);
  expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBeNull();
});

test("a site that keeps nothing never starts a worker", LARGE, async ({ page, sites }) => {
  const server = await serveWeakly(sites.plain, PREFIX);
  await page.goto(server.address);
  await expect(page.locator("html")).not.toHaveAttribute("data-worker");
  const offline = await page.request.get(`${server.address}offline/`);
  expect(offline.status()).toBe(404);
  await page.waitForLoadState("networkidle");
  const count = page.evaluate(
    async () => (await navigator.serviceWorker.getRegistrations()).length,
  );
  expect(await count).toBe(0);
  await server.close();
});

test(
  "nothing of the search is kept, and without a connection it says so",
  LARGE,
  async ({ page, context, served }) => {
    await read(page, served.address);
    await page.goto(`${served.address}search/?q=мост`);
    await expect(page.locator(".results .result").first()).toBeVisible();
    const addresses = await kept(page);
    expect(addresses.length).toBeGreaterThan(0);
    expect(addresses.filter((address) => /\/(?:search|pagefind)\//.test(address))).toEqual([]);

    await context.setOffline(true);
    await expect(notice(page)).toHaveText("Нет связи: поиск без неё может не сработать.");
    await context.setOffline(false);
    await expect(notice(page)).toHaveCount(0);
    await context.setOffline(true);
    await page.reload();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Нет связи");
  },
);
