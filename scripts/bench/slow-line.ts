import { parseArgs } from "node:util";
import type { Browser } from "@playwright/test";
import { percentile, round } from "../figures.ts";
import { inBrowser } from "./visits.ts";

/**
 * When the page of a query shows its first result to who has never been on the site, on a line of 50 kB/s and
 * 400 ms to every answer. The last line is one JSON object.
 */

const LINE = {
  offline: false,
  latency: 400,
  downloadThroughput: 50_000,
  uploadThroughput: 50_000,
};

const PATIENCE_MS = 60_000;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    site: { type: "string", default: "_site" },
    visits: { type: "string", default: "3" },
  },
});
const visits = positionals.flatMap((query) => Array(Number(values.visits)).fill(query) as string[]);
const seconds = await inBrowser(values.site, async ({ browser, address }) => {
  const times: number[] = [];
  for (const query of visits) {
    times.push(await firstResult(browser, `${address}search/?q=${encodeURIComponent(query)}`));
    console.log(`${query}: ${round(times.at(-1) ?? 0)} s`);
  }
  return times;
});
const figures = {
  firstResultP50: percentile(seconds, 0.5),
  firstResultMax: percentile(seconds, 1),
};
console.log(JSON.stringify(figures));

/** @returns seconds, in a browser that has nothing of the site */
async function firstResult(browser: Browser, address: string): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", LINE);
  await page.addInitScript(watchResults);
  await page.goto(address, { waitUntil: "commit", timeout: PATIENCE_MS });
  const limits = { timeout: PATIENCE_MS, polling: 100 };
  await page.waitForFunction(() => "resultAt" in globalThis, undefined, limits);
  const at = await page.evaluate(() => (globalThis as unknown as { resultAt: number }).resultAt);
  await context.close();
  return at / 1000;
}

/** Takes the time of the first frame that has a result. */
function watchResults(): void {
  new MutationObserver((_, observer) => {
    if (document.querySelector(".result-link") === null) return;
    observer.disconnect();
    requestAnimationFrame(() => Object.assign(globalThis, { resultAt: performance.now() }));
  }).observe(document, { childList: true, subtree: true });
}
