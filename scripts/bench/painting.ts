import type { CDPSession, Page } from "@playwright/test";
import { progressOf } from "../progress.ts";
import { inBrowser } from "./visits.ts";

/** Between keys of somebody who types well: about 70 words a minute. */
const KEY_PAUSE_MS = 150;
/** An answer is whole when it has not changed for so long. */
const QUIET_MS = 700;

/**
 * Types queries into the search page, key by key, and takes the time from the last key to the frame
 * that shows its results. The filters beside them, which are drawn after them, are not waited for.
 *
 * @param site a built site
 * @param queries the first ones warm the page up: their times are returned too
 * @param slowdown how many times slower the browser's processor is made
 * @returns milliseconds, one for each query
 */
export async function paintings(
  site: string,
  queries: readonly string[],
  slowdown: number,
): Promise<number[]> {
  const tell = progressOf(queries.length, `queries typed, ${slowdown}× slower`);
  return inBrowser(site, async ({ browser, address }) => {
    const page = await browser.newPage();
    await page.goto(`${address}search/`);
    const session = await page.context().newCDPSession(page);
    await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
    const times: number[] = [];
    for (const query of queries) {
      times.push(await painting(page, session, query));
      tell(times.length);
    }
    return times;
  });
}

async function painting(page: Page, session: CDPSession, query: string): Promise<number> {
  const field = page.locator("[data-part=query]");
  await field.fill("");
  await field.pressSequentially(query.slice(0, -1), { delay: KEY_PAUSE_MS });
  await page.waitForTimeout(KEY_PAUSE_MS);
  await page.evaluate(watchPainting);
  await press(session, query.slice(-1));
  await page.waitForFunction(isQuiet, QUIET_MS, { polling: 100 });
  return page.evaluate(() => (globalThis as unknown as Watched).painting);
}

/** Playwright's own keys are those of an English keyboard. */
async function press(session: CDPSession, key: string): Promise<void> {
  await session.send("Input.dispatchKeyEvent", { type: "keyDown", key, text: key });
  await session.send("Input.dispatchKeyEvent", { type: "keyUp", key });
}

interface Watched {
  /** From the last key to the last frame that showed something new; in milliseconds. */
  painting: number;
  /** When that frame was. */
  painted: number;
}

/** Takes the time from the next key to each frame that shows a change of the answer. */
function watchPainting(): void {
  const watched = globalThis as unknown as Watched;
  watched.painting = watched.painted = 0;
  let pressed = 0;
  const observer = new MutationObserver(() => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        watched.painted = performance.now();
        watched.painting = watched.painted - pressed;
      };
      port2.postMessage(undefined);
    });
  });
  const answer = "[data-part=results], [data-part=after], [data-part=summary]";
  addEventListener(
    "keydown",
    ({ timeStamp }) => {
      pressed = timeStamp;
      for (const part of document.querySelectorAll(answer)) {
        observer.observe(part, { childList: true, characterData: true, subtree: true });
      }
    },
    { once: true, capture: true },
  );
}

function isQuiet(quiet: number): boolean {
  const { painted } = globalThis as unknown as Watched;
  return painted > 0 && performance.now() - painted > quiet;
}
