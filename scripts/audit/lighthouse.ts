import { launch } from "chrome-launcher";
import lighthouse, { type Result } from "lighthouse";
import { BROWSER_ARGUMENTS, ensureBrowser } from "../browser.ts";
import type { Check, Finding } from "./finding.ts";
import type { PageKind } from "./pages.ts";

const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];
const WANTED = 100;
/** A busy machine is slow by chance: only speed is measured again, and the best counts. */
const RUNS = 3;

/** Letters of what an audit complains of. */
const ITEMS_LENGTH = 600;

const KINDS: readonly PageKind[] = [
  "front",
  "article-long",
  "headlines",
  "topic",
  "archive",
  "search",
];

/** Lighthouse on a simulated telephone: 100 in every category. */
export const checkLighthouse: Check = async (site, tell) => {
  const chrome = await launch({
    chromePath: ensureBrowser(),
    chromeFlags: ["--headless=new", ...BROWSER_ARGUMENTS],
    logLevel: "silent",
  });
  try {
    const findings: Finding[] = [];
    for (const { kind, path } of site.pages.filter((page) => KINDS.includes(page.kind))) {
      const found = await auditPage(new URL(path, site.address).href, chrome.port, kind);
      findings.push(...found);
      tell(`${kind}: ${found.map(({ value }) => value).join(", ")}`);
    }
    return findings;
  } finally {
    chrome.kill();
  }
};

async function auditPage(url: string, port: number, kind: PageKind): Promise<Finding[]> {
  let result = await run(url, port, CATEGORIES);
  const others = CATEGORIES.slice(1).map((category) => findingOf(result, category, kind));
  let best = findingOf(result, "performance", kind);
  let runs = 1;
  while (!best.ok && runs < RUNS) {
    result = await run(url, port, ["performance"]);
    runs++;
    const next = findingOf(result, "performance", kind);
    if (Number(next.value) > Number(best.value)) best = next;
  }
  const told = runs === 1 ? best : { ...best, what: `${best.what} (best of ${runs})` };
  return [told, ...others];
}

async function run(url: string, port: number, onlyCategories: string[]): Promise<Result> {
  const answer = await lighthouse(url, { port, onlyCategories, logLevel: "error" });
  if (answer === undefined) throw new Error(`Lighthouse says nothing of ${url}`);
  const { runtimeError } = answer.lhr;
  if (runtimeError !== undefined) throw new Error(`${url}: ${runtimeError.message}`);
  return answer.lhr;
}

function findingOf({ categories, audits }: Result, id: string, page: PageKind): Finding {
  const { title = id, score = 0, auditRefs = [] } = categories[id] ?? {};
  const value = Math.round((score ?? 0) * 100);
  const details = auditRefs.flatMap(({ id: audit, weight }) => {
    const {
      score: part = null,
      displayValue = "",
      title: name = "",
      details: seen,
    } = audits[audit] ?? {};
    if (weight === 0 || part === null || part === 1) return [];
    return [`${name} ${displayValue} ${itemsOf(seen)}`.trim()];
  });
  return { page, what: title, value: String(value), ok: value >= WANTED, details };
}

/** The things that an audit complains of, as Lighthouse tells them, cut to be read. */
function itemsOf(details: Result["audits"][string]["details"]): string {
  const items = details !== undefined && "items" in details ? details.items : [];
  return JSON.stringify(items).slice(0, ITEMS_LENGTH);
}
