import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { type Browser, chromium } from "@playwright/test";
import { BROWSER_ARGUMENTS, findBrowser } from "../../scripts/browser.ts";
import type { Campaign } from "./campaign.ts";
import { buildAndOpen } from "./opened.ts";

/** What `--only` calls these cases. */
export const OPENED = "opened";

/** One for so many of the others: each takes a second, the others a few milliseconds. */
const SHARE = 100;
/** So many make an archive. */
const BATCH = 50;

/**
 * Builds archives of hostile cases and opens what came out, file by file.
 *
 * @returns whether everything held; otherwise the archive stays, and what to do is told
 */
export async function runOpened(campaign: Campaign): Promise<boolean> {
  const executablePath = findBrowser();
  if (executablePath === undefined) {
    campaign.tell("FAILED opened: no Chromium; name one: VESTNIK_BROWSER=/path/to/chrome");
    return false;
  }
  const browser = await chromium.launch({ executablePath, args: BROWSER_ARGUMENTS });
  try {
    return await runBatches(browser, campaign);
  } finally {
    await browser.close();
  }
}

async function runBatches(
  browser: Browser,
  { cases, seed, work, tell }: Campaign,
): Promise<boolean> {
  const batches = Math.ceil(cases / SHARE / BATCH);
  let [files, refused] = [0, 0];
  for (let batch = 0; batch < batches; batch++) {
    const own = seed + batch;
    const folder = join(work, OPENED, String(own));
    mkdirSync(folder, { recursive: true });
    const outcome = await buildAndOpen(browser, { seed: own, cases: BATCH }, folder);
    files += outcome.files;
    refused += outcome.refused;
    tell(`opened: ${(batch + 1) * BATCH} cases, ${refused} refused, ${files} files opened twice`);
    if (outcome.complaints.length === 0) continue;
    tell(`FAILED opened, seed ${own}:\n  ${outcome.complaints.join("\n  ")}\nThe site: ${folder}`);
    tell(`Again: npm run fuzz -- --only ${OPENED} --seed ${own} --cases ${BATCH * SHARE}`);
    return false;
  }
  return true;
}
