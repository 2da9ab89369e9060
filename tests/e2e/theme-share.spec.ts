import { expect, type Page } from "@playwright/test";
import { LARGE } from "../sizes.ts";
import { ARCHIVE_SITE, testSite } from "./site.ts";

const test = testSite(ARCHIVE_SITE);

const CANONICAL = "https://gorod.example/news/articles/most/";
const LIGHT = "rgb(255, 254, 251)";
const DARK = "rgb(20, 21, 24)";

function themeSwitch(page: Page) {
  return page.locator("[data-theme-switch]");
}

function paper(page: Page): Promise<string> {
  return page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
}

/** The colours that the browser paints its own frame in. */
function frame(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLMetaElement>("meta[name=theme-color]")]
      .filter(({ media }) => matchMedia(media).matches)
      .map(({ content }) => content),
  );
}

test.describe("the theme", () => {
  test("is the system's where none was chosen", async ({ page, site }) => {
    await page.emulateMedia({ colorScheme: "light" });
    await page.goto(site.address);
    await expect(themeSwitch(page)).toHaveAccessibleName("Тёмная тема");
    expect(await paper(page)).toBe(LIGHT);
    await page.emulateMedia({ colorScheme: "dark" });
    await expect(themeSwitch(page)).toHaveAccessibleName("Светлая тема");
    expect(await paper(page)).toBe(DARK);
    await expect(page.locator("html")).not.toHaveAttribute("data-theme");
  });

  test("leaves a drawing on what is light: its lines are dark", async ({ page, site }) => {
    await page.emulateMedia({ colorScheme: "dark" });
    await page.goto(`${site.address}articles/most/`);
    const drawing = page.locator("img[src$='.svg']").first();
    await expect(drawing).toHaveCSS("color-scheme", "light");
    await expect(drawing).toHaveCSS("background-color", /rgb\(2[45]\d, 2[45]\d, 2[345]\d\)/);
  });

  test("is what was chosen, also on the next page; choosing back follows the system again", async ({
    page,
    site,
  }) => {
    await page.emulateMedia({ colorScheme: "light" });
    await page.goto(site.address);
    await themeSwitch(page).click();
    expect(await paper(page)).toBe(DARK);
    expect(await frame(page)).toEqual(["#141518"]);
    await page.goto(`${site.address}archive/`);
    await expect(themeSwitch(page)).toHaveAccessibleName("Светлая тема");
    expect(await paper(page)).toBe(DARK);

    await themeSwitch(page).click();
    expect(await paper(page)).toBe(LIGHT);
    expect(await frame(page)).toEqual(["#fffefb"]);
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await paper(page)).toBe(DARK);
    expect(await frame(page)).toEqual(["#141518"]);
  });

  test(
    "is set before anything is painted, while styles are on their way",
    LARGE,
    async ({ page, site }) => {
      await page.emulateMedia({ colorScheme: "light" });
      await page.goto(site.address);
      await themeSwitch(page).click();
      await page.addInitScript(() => {
        const state = window as unknown as { themed?: number; painted?: number };
        const isThemed = (): boolean => document.documentElement?.dataset.theme !== undefined;
        new MutationObserver(() => {
          if (isThemed()) state.themed ??= performance.now();
        }).observe(document, { subtree: true, attributes: true, childList: true });
        new PerformanceObserver((list) => {
          state.painted ??= list.getEntries()[0]?.startTime;
        }).observe({ type: "paint", buffered: true });
      });
      // A worker would have the script already.
      await page.evaluate(async () => {
        for (const one of await navigator.serviceWorker.getRegistrations()) await one.unregister();
      });
      await page.route("**/*.css", async (route) => {
        await page.waitForTimeout(1000);
        await route.continue();
      });
      await page.goto(`${site.address}archive/`);
      const painted = () => page.evaluate(() => (window as { painted?: number }).painted);
      await expect.poll(painted).toBeGreaterThan(0);
      const themed = await page.evaluate(() => (window as { themed?: number }).themed);
      expect(themed).toBeLessThan((await painted()) ?? 0);
    },
  );

  test("changes on all open pages", async ({ page, context, site }) => {
    await page.emulateMedia({ colorScheme: "light" });
    await page.goto(site.address);
    const other = await context.newPage();
    await other.emulateMedia({ colorScheme: "light" });
    await other.goto(`${site.address}archive/`);
    await themeSwitch(other).click();
    await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
    await expect(themeSwitch(page)).toHaveAccessibleName("Светлая тема");
    await themeSwitch(page).click();
    await expect(other.locator("html")).not.toHaveAttribute("data-theme");
  });
});

test.describe("an article is passed on", () => {
  test("by its address where the site lives", async ({ page, context, site }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.goto(`${site.address}articles/most/?utm_source=mail`);
    await page.getByRole("button", { name: "Скопировать ссылку" }).click();
    await expect(page.locator("[data-share-status]")).toHaveText("Ссылка скопирована");
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(CANONICAL);
  });

  test("also where scripts have no clipboard", LARGE, async ({ page, context, site }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const reader = await context.newPage();
    await reader.goto(site.address);
    await reader.evaluate(() => navigator.clipboard.writeText("—"));
    await page.addInitScript(() => {
      Object.defineProperty(navigator, "clipboard", { value: undefined });
    });
    await page.goto(`${site.address}articles/most/`);
    await page.bringToFront();
    await page.getByRole("button", { name: "Скопировать ссылку" }).click();
    await expect(page.locator("[data-share-status]")).toHaveText("Ссылка скопирована");
    await expect(page.locator("[data-share] input")).toHaveCount(0);
    await reader.bringToFront();
    expect(await reader.evaluate(() => navigator.clipboard.readText())).toBe(CANONICAL);
  });

  test("by the device's own means, where it has some", async ({ page, site }) => {
    await page.addInitScript(() => {
      Object.defineProperty(navigator, "share", {
        value: (data: object) => {
          (window as { shared?: object }).shared = data;
          return Promise.reject(new DOMException("Changed my mind", "AbortError"));
        },
      });
    });
    await page.goto(`${site.address}articles/most/`);
    await page.getByRole("button", { name: "Поделиться" }).click();
    const shared = await page.evaluate(() => (window as { shared?: object }).shared);
    expect(shared).toMatchObject({ url: CANONICAL });
    await expect(page.locator("[data-share-status]")).toHaveText("");
  });

  test("and is not offered a way that the device does not have", LARGE, async ({ page, site }) => {
    await page.addInitScript(() => {
      delete (Navigator.prototype as { share?: unknown }).share;
    });
    await page.goto(`${site.address}articles/most/`);
    await expect(page.getByRole("button", { name: "Скопировать ссылку" })).toBeVisible();
    await expect(page.locator("[data-share-native]")).toBeHidden();
  });
});

test("an article is passed on to networks by links of its own, also without scripts", async ({
  browser,
  site,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${site.address}articles/most/`);
  const title = (await page.locator("h1").textContent()) ?? "";
  const telegram = page.getByRole("link", { name: "Поделиться в Телеграме" });
  const vk = page.getByRole("link", { name: "Поделиться во ВКонтакте" });
  const addressOf = async (link: typeof vk) => new URL((await link.getAttribute("href")) ?? "");
  const toTelegram = await addressOf(telegram);
  expect(toTelegram.origin + toTelegram.pathname).toBe("https://t.me/share/url");
  expect(Object.fromEntries(toTelegram.searchParams)).toEqual({ url: CANONICAL, text: title });
  const toVk = await addressOf(vk);
  expect(toVk.origin + toVk.pathname).toBe("https://vk.com/share.php");
  expect(Object.fromEntries(toVk.searchParams)).toEqual({ url: CANONICAL, title });
  for (const link of [telegram, vk]) {
    const box = await link.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(40);
  }
  await context.close();
});

test("what scripts add moves nothing", LARGE, async ({ page, browser, site }) => {
  const place = (one: Page) => one.locator(".share-links").boundingBox();
  const plain = await browser.newPage({ javaScriptEnabled: false });
  for (const width of [320, 390, 1440]) {
    for (const one of [plain, page]) {
      await one.setViewportSize({ width, height: 800 });
      await one.goto(`${site.address}articles/most/`);
    }
    await expect(page.getByRole("button", { name: "Скопировать ссылку" })).toBeVisible();
    expect(await place(page), `${width} px`).toEqual(await place(plain));
  }
  await plain.close();
});

test("without scripts there are no buttons that need them", async ({ browser, site }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, colorScheme: "dark" });
  const page = await context.newPage();
  await page.goto(`${site.address}articles/most/`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByRole("button", { name: "Скопировать ссылку" })).toBeHidden();
  await expect(themeSwitch(page)).toBeHidden();
  await expect(page.locator("html")).toHaveCSS("color-scheme", "light dark");
  await context.close();
});

test(
  "fresh news says how long ago it came, and goes on saying so",
  LARGE,
  async ({ page, site }) => {
    await page.clock.install({ time: new Date("2025-05-09T12:05:00+05:00") });
    await page.goto(site.address);
    const time = page.locator('time[data-relative][datetime="2025-05-09T12:00:00+05:00"]').first();
    const day = page.locator('time[data-relative][datetime="2025-05-09"]').first();
    await expect(time).toHaveText("5 мин назад");
    await expect(time).toHaveAttribute("title", "9 мая, 12:00");
    await expect(day).toHaveText("сегодня");
    await page.clock.fastForward("01:00:00");
    await expect(time).toHaveText("1 ч назад");
    await page.clock.fastForward("12:00:00");
    await expect(time).toHaveText("вчера, 12:00");
    await expect(day).toHaveText("вчера");
    await page.clock.fastForward("24:00:00");
    await expect(time).toHaveText("9 мая, 12:00");
    await expect(time).not.toHaveAttribute("title");
    await expect(day).toHaveText("9 мая");
  },
);
