import { type Browser, expect, type Page, type Route } from "@playwright/test";
import { LARGE, TRIES_ALL } from "../sizes.ts";
import { violations } from "./axe.ts";
import { ARCHIVE_SITE, testSite } from "./site.ts";

const test = testSite(ARCHIVE_SITE);

const TITLE = "Через реку открыт новый мост";
const RECENT = "vestnik-recent";

function fieldOf(page: Page) {
  return page.locator("#masthead-query");
}

function options(page: Page) {
  return page.locator(".masthead [role=option]");
}

function panel(page: Page) {
  return page.locator(".masthead .box-panel");
}

async function type(page: Page, text: string): Promise<void> {
  await fieldOf(page).click();
  await fieldOf(page).pressSequentially(text, { delay: 40 });
}

/** The option that the keyboard is at, as the field names it. */
async function activeText(page: Page): Promise<string> {
  const id = await fieldOf(page).getAttribute("aria-activedescendant");
  if (id === null) return "";
  const active = page.locator(`[id="${id}"]`);
  await expect(active).toHaveAttribute("aria-selected", "true");
  return (await active.textContent()) ?? "";
}

/** A page whose requests may fail: no worker answers them, and nobody listens to its console. */
async function loosePage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ serviceWorkers: "block", locale: "ru-RU" });
  return context.newPage();
}

test("nothing of the search is loaded before the field has the focus, then all of it", async ({
  page,
  site,
}) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  const ofSearch = () => asked.filter((path) => /search|pagefind|box-/.test(path));
  await page.goto(site.address, { waitUntil: "networkidle" });
  await page.mouse.move(400, 400);
  expect(ofSearch()).toEqual([]);
  await fieldOf(page).focus();
  const wanted = [
    /^\/news\/assets\/box-\w{8}\.js$/,
    /^\/news\/assets\/search-box-\w{8}\.css$/,
    /^\/news\/search\/pagefind\.js$/,
    /^\/news\/search\/pack\/manifest\.json$/,
  ];
  for (const pattern of wanted)
    await expect.poll(ofSearch).toContainEqual(expect.stringMatching(pattern));
  await expect(fieldOf(page)).toHaveRole("combobox");
});

test(
  "while the search is on its way the form is busy, and no longer",
  LARGE,
  async ({ browser, site }) => {
    const page = await loosePage(browser);
    let release = (): void => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route("**/assets/box-*.js", async (route) => {
      await released;
      await route.continue();
    });
    await page.goto(site.address);
    const form = page.locator(".masthead [data-search-box]");
    await expect(form).not.toHaveAttribute("aria-busy");
    await fieldOf(page).focus();
    await expect(form).toHaveAttribute("aria-busy", "true");
    await expect(form.getByRole("button")).toHaveCSS("opacity", "0.5");
    release();
    await expect(form).not.toHaveAttribute("aria-busy");
    await expect(form.getByRole("button")).toHaveCSS("opacity", "1");
    await page.context().close();
  },
);

test("typing offers completions, results and all results", async ({ page, site }) => {
  await page.goto(site.address);
  await type(page, "мос");
  const list = page.getByRole("listbox", { name: "Подсказки поиска" });
  await expect(list.getByRole("group", { name: "Дополнить" }).getByRole("option")).toHaveText([
    "мост",
  ]);
  const results = list.getByRole("group", { name: "Результаты" }).getByRole("option");
  await expect(results).toHaveCount(2);
  const article = results.filter({ hasText: TITLE });
  await expect(article.locator("mark").first()).toHaveText("мост");
  await expect(article.locator(".box-facts")).toHaveText("Статья · Транспорт · Город · 9 мая 2025");
  await expect(article).toHaveAccessibleName(`${TITLE}. Статья · Транспорт · Город · 9 мая 2025`);
  // On the search page a word is finished: what leads there names the word that it became.
  await expect(options(page).last()).toHaveText("Все результаты по запросу «мост»");
  await expect(page.locator("form [role=status]")).toHaveText("2 результата, 1 дополнение");
  await expect(fieldOf(page)).toHaveAttribute("aria-expanded", "true");
});

test("nothing on the page moves for the panel", async ({ page, site }) => {
  await page.goto(site.address);
  const places = () =>
    page.evaluate(() =>
      [
        ...document.querySelectorAll(
          "main, .masthead, .sections, .search-form button[type=submit]",
        ),
      ].map((node) => JSON.stringify(node.getBoundingClientRect())),
    );
  const before = await places();
  await type(page, "мост");
  await expect(options(page).last()).toBeVisible();
  expect(await places()).toEqual(before);
});

test("a result leads to its page, where the words are marked, and is told to the page", async ({
  page,
  site,
}) => {
  await page.goto(site.address);
  await page.evaluate(() =>
    document.addEventListener("vestnik:search", (event) =>
      sessionStorage.setItem("told", JSON.stringify((event as CustomEvent).detail)),
    ),
  );
  await type(page, "мост");
  await options(page).filter({ hasText: TITLE }).click();
  await expect(page).toHaveURL(/\/news\/articles\/most\/\?found=/);
  expect(decodeURIComponent(page.url())).toContain("?found=мост");
  await expect(page.locator(".found-status")).toContainText("«мост»");
  const told = await page.evaluate(() => sessionStorage.getItem("told"));
  expect(JSON.parse(told ?? "null")).toEqual({ query: "мост", count: 2 });
  expect(await page.evaluate((key) => localStorage.getItem(key), RECENT)).toBe('["мост"]');
});

test("a completion goes into the field, and the search goes on", LARGE, async ({ page, site }) => {
  await page.goto(site.address);
  await type(page, "новый мос");
  await options(page)
    .filter({ hasText: /^новый мост$/ })
    .click();
  await expect(fieldOf(page)).toHaveValue("новый мост ");
  await expect(fieldOf(page)).toBeFocused();
  await expect(options(page).last()).toContainText("«новый мост»");
});

test("what was typed on the wrong layout is found, and said so", LARGE, async ({ page, site }) => {
  await page.goto(site.address);
  await type(page, "vjcn");
  await expect(panel(page)).toContainText("Показаны результаты по запросу «мост»");
  await expect(options(page).filter({ hasText: TITLE })).toBeVisible();
  await expect(options(page).last()).toContainText("«мост»");
  await expect(options(page).last()).toHaveAttribute("href", /\/news\/search\/\?q=vjcn$/);
});

test.describe("by the keyboard alone", () => {
  test("the field, the options, and the page", async ({ page, site }) => {
    await page.goto(`${site.address}archive/`);
    await page.keyboard.press("/");
    await expect(fieldOf(page)).toBeFocused();
    await expect(fieldOf(page)).toHaveValue("");
    await page.keyboard.type("мос", { delay: 40 });
    await expect(options(page)).toHaveCount(4);
    expect(await activeText(page)).toBe("");
    await page.keyboard.press("ArrowDown");
    expect(await activeText(page)).toBe("мост");
    await page.keyboard.press("End");
    expect(await activeText(page)).toContain("Все результаты");
    await page.keyboard.press("ArrowDown");
    expect(await activeText(page)).toBe("");
    await page.keyboard.press("ArrowUp");
    expect(await activeText(page)).toContain("Все результаты");
    await page.keyboard.press("Home");
    expect(await activeText(page)).toBe("мост");
    await page.keyboard.press("End");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/news\/search\/\?q=/);
    expect(decodeURIComponent(page.url())).toMatch(/q=мост$/);
  });

  test("Enter without an option sends the form", LARGE, async ({ page, site }) => {
    await page.goto(site.address);
    await page.keyboard.press("Control+k");
    await page.keyboard.type("набережная");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/news\/search\/\?q=/);
    await expect
      .poll(() => page.evaluate((key) => localStorage.getItem(key), RECENT))
      .toBe('["набережная"]');
  });

  test("Escape closes, and then clears; an arrow opens again", LARGE, async ({ page, site }) => {
    await page.goto(site.address);
    await type(page, "мост");
    await expect(options(page).last()).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(panel(page)).toBeHidden();
    await expect(fieldOf(page)).toHaveValue("мост");
    await expect(fieldOf(page)).toHaveAttribute("aria-expanded", "false");
    await page.keyboard.press("ArrowDown");
    await expect(options(page).last()).toBeVisible();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await expect(fieldOf(page)).toHaveValue("");
    await expect(fieldOf(page)).toBeFocused();
  });

  test("Tab leaves the field and closes", LARGE, async ({ page, site }) => {
    await page.goto(site.address);
    await type(page, "мост");
    await expect(options(page).last()).toBeVisible();
    await page.keyboard.press("Tab");
    await expect(page.getByRole("button", { name: "Найти" })).toBeFocused();
    await expect(panel(page)).toBeHidden();
  });

  test(
    "signs of the shortcut can be typed where there is something to type",
    LARGE,
    async ({ page, site }) => {
      await page.goto(`${site.address}404.html`);
      await page.locator("#page-query").click();
      await page.keyboard.type("24/7.");
      await expect(page.locator("#page-query")).toHaveValue("24/7.");
      await expect(page.locator("#page-query")).toBeFocused();
    },
  );

  test(
    "the place of the key counts, for a Russian layout has a full stop there",
    LARGE,
    async ({ page, site }) => {
      await page.goto(site.address);
      const press = (init: object) =>
        page.evaluate((own) => {
          document.body.dispatchEvent(new KeyboardEvent("keydown", { bubbles: true, ...own }));
        }, init);
      await press({ key: ".", code: "Period" });
      await expect(fieldOf(page)).not.toBeFocused();
      await press({ key: ".", code: "Slash" });
      await expect(fieldOf(page)).toBeFocused();
      await fieldOf(page).blur();
      await press({ key: "л", code: "KeyK", ctrlKey: true });
      await expect(fieldOf(page)).toBeFocused();
    },
  );

  test(
    "on a phone, where the field is not shown, the shortcut leads to the search page",
    LARGE,
    async ({ page, site }) => {
      await page.setViewportSize({ width: 390, height: 800 });
      await page.goto(`${site.address}archive/`);
      await expect(fieldOf(page)).toBeHidden();
      await page.keyboard.press("/");
      await expect(page).toHaveURL(`${site.address}search/`);
    },
  );
});

test("a press elsewhere closes the panel", LARGE, async ({ page, site }) => {
  await page.goto(site.address);
  await type(page, "мост");
  await expect(options(page).last()).toBeVisible();
  await page.mouse.click(20, 700);
  await expect(panel(page)).toBeHidden();
  await fieldOf(page).click();
  await expect(options(page).last()).toBeVisible();
});

test("recent searches are offered in an empty field, and can be erased", async ({ page, site }) => {
  await page.goto(site.address);
  await page.evaluate((key) => localStorage.setItem(key, '["сад", "новый мост"]'), RECENT);
  await fieldOf(page).click();
  await expect(options(page)).toHaveText(["сад", "новый мост"]);
  await expect(options(page).last()).toHaveAttribute("href", /\/news\/search\/\?q=/);
  await page.keyboard.press("ArrowDown");
  expect(await activeText(page)).toBe("сад");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Стереть" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(panel(page)).toBeHidden();
  await expect(fieldOf(page)).toBeFocused();
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  await fieldOf(page).click();
  await expect(panel(page)).toBeHidden();
});

test(
  "what is kept as recent searches by somebody else breaks nothing",
  LARGE,
  async ({ page, site }) => {
    await page.goto(site.address);
    for (const kept of ["[", '{"a": 1}', '[1, null, " ", "сад"]']) {
      await page.evaluate(
        ([key = "", value = ""]) => localStorage.setItem(key, value),
        [RECENT, kept],
      );
      await page.reload();
      await type(page, "мост");
      await expect(options(page).last()).toBeVisible();
    }
    await fieldOf(page).fill("");
    await expect(options(page)).toHaveText(["сад"]);
  },
);

test("a query is text and nothing else", LARGE, async ({ page, site }) => {
  await page.goto(site.address);
  const query = "<script>document.title='x'</script><img src=x onerror=alert(1)> мост";
  await fieldOf(page).fill(query);
  await expect(options(page).last()).toContainText(`«${query}»`);
  await expect(panel(page).locator("script, img")).toHaveCount(0);
  await fieldOf(page).fill("<b>йцукенфыва</b>");
  await expect(panel(page)).toContainText("По запросу «<b>йцукенфыва</b>» ничего не найдено");
  await expect(page.locator("form [role=status]")).toHaveText("Ничего не найдено");
});

test("an answer that comes late does not take the place of a newer one", async ({
  browser,
  site,
}) => {
  const page = await loosePage(browser);
  const held: Route[] = [];
  let holds = true;
  await page.route("**/*.pack", async (route) => {
    if (holds) held.push(route);
    else await route.continue();
  });
  await page.clock.install();
  await page.goto(site.address);
  await type(page, "мост");
  await expect(panel(page).getByText("Ищем…")).toBeVisible();
  await expect(fieldOf(page)).toHaveAttribute("aria-expanded", "false");
  await expect.poll(() => held.length).toBeGreaterThan(0);
  holds = false;
  await fieldOf(page).fill("посадили сад");
  // What both need is asked for again after so long (src/search/engine/arrival.ts).
  await page.clock.fastForward(20_000);
  await expect(options(page).filter({ hasText: "Школьники посадили сад" })).toBeVisible();
  await expect(panel(page).getByText("Ищем…")).toBeHidden();

  // What is shown stays until there is something newer.
  holds = true;
  await fieldOf(page).fill("красные фонари");
  await expect(panel(page).getByText("Ищем…")).toBeVisible();
  await expect(options(page).filter({ hasText: "Школьники посадили сад" })).toBeVisible();
  holds = false;
  for (const route of held) await route.continue();
  await expect(options(page).filter({ hasText: "Набережную благоустроят" })).toBeVisible();
  await expect(options(page).filter({ hasText: TITLE })).toHaveCount(0);
  await expect(options(page).last()).toContainText("«красные фонари»");
  await page.context().close();
});

test("what does not arrive is said, and asked for again", async ({ browser, site }) => {
  const page = await loosePage(browser);
  for (const missing of ["**/search/pagefind.js*", "**/pack/manifest.json", "**/*.pack"]) {
    await page.goto(site.address);
    await page.route(missing, (route) => route.abort());
    await type(page, "мост");
    await expect(panel(page), missing).toContainText("Поиск не загрузился");
    await expect(options(page)).toHaveCount(0);
    await expect(page.locator("form [role=status]")).toContainText("Поиск не загрузился");
    // Whatever it is that is missing, the panel is the same.
    if (TRIES_ALL || missing === "**/*.pack") expect(await violations(page)).toEqual([]);
    await page.unroute(missing);
    await page.getByRole("button", { name: "Повторить" }).click();
    await expect(options(page).filter({ hasText: TITLE }), missing).toBeVisible();
    await expect(fieldOf(page)).toBeFocused();
  }
  await page.context().close();
});

test(
  "without a connection it says so, and goes on when the connection is back",
  LARGE,
  async ({ browser, site }) => {
    const page = await loosePage(browser);
    await page.goto(site.address);
    await fieldOf(page).click();
    await expect(fieldOf(page)).toHaveRole("combobox");
    await page.context().setOffline(true);
    await type(page, "мост");
    await expect(panel(page)).toContainText("Нет связи");
    await page.context().setOffline(false);
    await expect(options(page).filter({ hasText: TITLE })).toBeVisible();
    await page.context().close();
  },
);

test("axe finds nothing, in whatever state", async ({ page, site }) => {
  for (const [width, colorScheme] of [
    [1280, "light"],
    [390, "dark"],
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    await page.goto(site.address);
    await page.evaluate((key) => localStorage.setItem(key, '["сад"]'), RECENT);
    await fieldOf(page).click();
    await expect(options(page)).toHaveText(["сад"]);
    expect(await violations(page), "recent").toEqual([]);
    await type(page, "vjcn");
    await expect(options(page).last()).toContainText("«мост»");
    await page.keyboard.press("ArrowDown");
    expect(await violations(page), "results").toEqual([]);
    await fieldOf(page).fill("йцукенфыва");
    await expect(panel(page)).toContainText("ничего не найдено");
    expect(await violations(page), "nothing").toEqual([]);
    await page.keyboard.press("Escape");
    expect(await violations(page), "closed").toEqual([]);
  }
});

test("without scripts the form leads to the search page", async ({ browser, site }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(site.address);
  await fieldOf(page).fill("мост");
  await page.getByRole("button", { name: "Найти" }).click();
  await expect(page).toHaveURL(`${site.address}search/?q=${encodeURIComponent("мост")}`);
  await context.close();
});
