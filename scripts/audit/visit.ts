import type { BrowserContextOptions, Page } from "@playwright/test";
import type { AuditedSite, Finding } from "./finding.ts";
import type { KindPage } from "./pages.ts";

/** How long a page may take to come to rest, in milliseconds. */
const PATIENCE = 30_000;

/** Looks at a page of each kind, as visit opens it; tells each kind that is done. */
export async function eachPage(
  site: AuditedSite,
  tell: (line: string) => void,
  options: BrowserContextOptions,
  look: (tab: Page, page: KindPage) => Promise<Finding[]>,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const page of site.pages) {
    findings.push(...(await visit(site, page, options, (tab) => look(tab, page))));
    tell(page.kind);
  }
  return findings;
}

/**
 * Opens a page as a new visitor does, with nothing in the cache and no service worker, and waits
 * until it has come to rest.
 *
 * @param prepare what is done with the page before it goes anywhere
 * @param look what is done when it is there
 */
export async function visit<Result>(
  site: AuditedSite,
  { kind, path }: KindPage,
  options: BrowserContextOptions,
  look: (page: Page) => Promise<Result>,
  prepare: (page: Page) => unknown = () => {},
): Promise<Result> {
  const visitor = { locale: "ru-RU", serviceWorkers: "block", ...options } as const;
  const context = await site.browser.newContext(visitor);
  try {
    const page = await context.newPage();
    await prepare(page);
    await page.goto(new URL(path, site.address).href, { timeout: PATIENCE });
    await atRest(page, kind === "search-results");
    return await look(page);
  } finally {
    await context.close();
  }
}

/**
 * Waits until nothing is loaded any more and the fonts are there.
 *
 * @param hasResults whether results of a search have to be shown
 */
export async function atRest(page: Page, hasResults: boolean): Promise<void> {
  const results = page.locator('main a[href*="/articles/"], main a[href*="/headlines/"]');
  if (hasResults) await results.first().waitFor({ timeout: PATIENCE });
  await page.waitForLoadState("networkidle", { timeout: PATIENCE });
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}
