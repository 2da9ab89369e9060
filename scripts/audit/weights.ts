import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Page } from "@playwright/test";
import type { AuditedSite, Check, Finding } from "./finding.ts";
import type { PageKind } from "./pages.ts";
import { atRest, visit } from "./visit.ts";

/**
 * Bytes of a first visit to an article, as they come over the wire with their headers. Words in italics, and
 * bold ones in notes and tables, load 16 kB and 10 kB more: the pages that are weighed have none.
 */
const WITH_FONTS = 60_000;
/** Of it 2 kB are players, galleries, folded passages, shares, and related articles with pictures. */
const WITHOUT_FONTS = 17_500;
const LIMITED: readonly PageKind[] = ["article", "article-long"];

/** What a visit loaded, in bytes by kind: Document, Stylesheet, Script, Font, Image, … */
type Weights = ReadonlyMap<string, number>;

interface Visit {
  readonly weights: Weights;
  readonly icon: number;
  readonly blocking: readonly string[];
}

/**
 * A first visit to a page loads little, and no script holds it up. Pictures are told and not
 * counted; what a service worker fetches for later is neither.
 */
export const checkWeights: Check = async (site, tell) => {
  const findings: Finding[] = [];
  for (const page of site.pages) {
    const visited = await weigh(site, page);
    findings.push(...findingsOf(page.kind, visited));
    tell(`${page.kind}: ${kilobytes(total(visited))} without pictures`);
  }
  return findings;
};

async function weigh(site: AuditedSite, page: AuditedSite["pages"][number]): Promise<Visit> {
  let seen: Seen = { weights: new Map(), files: new Set() };
  const viewport = { width: 390, height: 844 };
  return visit(
    site,
    page,
    { viewport },
    async (tab) => {
      await atRest(tab, false);
      const blocking = await tab.evaluate(blockingScripts);
      return { weights: seen.weights, icon: await iconWeight(tab, site, seen.files), blocking };
    },
    async (tab) => {
      seen = await watchWeights(tab);
    },
  );
}

/** What was loaded, and the addresses that were asked for. */
interface Seen {
  readonly weights: Weights;
  readonly files: ReadonlySet<string>;
}

/** @returns what fills as answers arrive */
async function watchWeights(page: Page): Promise<Seen> {
  const weights = new Map<string, number>();
  const files = new Set<string>();
  const types = new Map<string, string>();
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  session.on("Network.responseReceived", ({ requestId, type, response }) => {
    types.set(requestId, type);
    files.add(response.url);
  });
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const type = types.get(requestId) ?? "Other";
    weights.set(type, (weights.get(type) ?? 0) + encodedDataLength);
  });
  return { weights, files };
}

/** Some browsers without a window load no icon: its file is weighed instead. */
async function iconWeight(
  page: Page,
  site: AuditedSite,
  loaded: ReadonlySet<string>,
): Promise<number> {
  const icon = page.locator('link[rel="icon"]').first();
  if ((await icon.count()) === 0) return 0;
  const href = await icon.evaluate((link) => (link as HTMLLinkElement).href);
  if (loaded.has(href) || !href.startsWith(site.address)) return 0;
  const bytes = readFileSync(join(site.folder, href.slice(site.address.length)));
  return href.endsWith(".svg") ? gzipSync(bytes).length : bytes.length;
}

/** Runs in the page. Chromium itself says what held up the first paint. */
function blockingScripts(): string[] {
  const entries = performance.getEntriesByType("resource") as (PerformanceResourceTiming & {
    renderBlockingStatus?: string;
  })[];
  return entries
    .filter(({ name, initiatorType, renderBlockingStatus }) => {
      return initiatorType === "script" && renderBlockingStatus === "blocking" && name !== "";
    })
    .map(({ name }) => new URL(name).pathname);
}

function findingsOf(kind: PageKind, visited: Visit): Finding[] {
  const fonts = visited.weights.get("Font") ?? 0;
  const isLimited = LIMITED.includes(kind);
  const limited = (what: string, bytes: number, limit: number): Finding => {
    const value = isLimited ? `${kilobytes(bytes)} of ${kilobytes(limit)}` : kilobytes(bytes);
    return { page: kind, what, value, ok: !isLimited || bytes <= limit, details: partsOf(visited) };
  };
  const { blocking } = visited;
  return [
    limited("with fonts", total(visited), WITH_FONTS),
    limited("without fonts", total(visited) - fonts, WITHOUT_FONTS),
    {
      page: kind,
      what: "scripts that block",
      value: String(blocking.length),
      ok: blocking.length === 0,
      details: blocking,
    },
  ];
}

function total({ weights, icon }: Visit): number {
  let sum = icon;
  for (const [type, bytes] of weights) if (type !== "Image") sum += bytes;
  return sum;
}

function partsOf({ weights, icon }: Visit): string[] {
  const parts = [...weights].map(([type, bytes]) => `${type} ${kilobytes(bytes)}`);
  return [...parts, `icon ${kilobytes(icon)}`];
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
