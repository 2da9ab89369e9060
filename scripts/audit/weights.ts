import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Page, Request } from "@playwright/test";
import { type AuditedSite, type Check, type Finding, listFinding } from "./finding.ts";
import type { KindPage, PageKind } from "./pages.ts";
import { visit } from "./visit.ts";

/**
 * Bytes of a first visit to an article, as they come over the wire with their headers. Words in italics, and
 * bold ones in notes and tables, load 16 kB and 10 kB more: the pages that are weighed have none.
 */
const WITH_FONTS = 60_000;
/** Of it 2 kB are players, galleries, folded passages, shares, and related articles with pictures. */
const WITHOUT_FONTS = 17_500;
const LIMITED: readonly PageKind[] = ["article", "article-long"];

/** What a visit loaded, in bytes by kind: document, stylesheet, script, font, image, … */
type Weights = ReadonlyMap<string, number>;

interface Visit {
  readonly weights: Weights;
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

function weigh(site: AuditedSite, page: KindPage): Promise<Visit> {
  const requests: Request[] = [];
  const look = async (tab: Page): Promise<Visit> => {
    const blocking = await tab.evaluate(blockingScripts);
    const icon = await iconWeight(tab, site, requests);
    return { weights: (await weightsOf(requests)).set("icon", icon), blocking };
  };
  const viewport = { width: 390, height: 844 };
  return visit(site, page, { viewport }, look, (tab) => {
    tab.on("requestfinished", (request) => requests.push(request));
  });
}

async function weightsOf(requests: readonly Request[]): Promise<Map<string, number>> {
  const weights = new Map<string, number>();
  for (const request of requests) {
    const { responseHeadersSize, responseBodySize } = await request.sizes();
    const type = request.resourceType();
    weights.set(type, (weights.get(type) ?? 0) + responseHeadersSize + responseBodySize);
  }
  return weights;
}

/** Some browsers without a window load no icon: its file is weighed instead. */
async function iconWeight(
  page: Page,
  site: AuditedSite,
  requests: readonly Request[],
): Promise<number> {
  const icon = page.locator('link[rel="icon"]').first();
  if ((await icon.count()) === 0) return 0;
  const href = await icon.evaluate((link) => (link as HTMLLinkElement).href);
  if (requests.some((request) => request.url() === href)) return 0;
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

function findingsOf(page: PageKind, visited: Visit): Finding[] {
  const { weights, blocking } = visited;
  const isLimited = LIMITED.includes(page);
  const parts = [...weights].map(([type, bytes]) => `${type} ${kilobytes(bytes)}`);
  const limited = (what: string, bytes: number, limit: number): Finding => {
    const value = isLimited ? `${kilobytes(bytes)} of ${kilobytes(limit)}` : kilobytes(bytes);
    return { page, what, value, ok: !isLimited || bytes <= limit, details: parts };
  };
  return [
    limited("with fonts", total(visited), WITH_FONTS),
    limited("without fonts", total(visited) - (weights.get("font") ?? 0), WITHOUT_FONTS),
    listFinding(page, "scripts that block", blocking),
  ];
}

function total({ weights }: Visit): number {
  let sum = 0;
  for (const [type, bytes] of weights) if (type !== "image") sum += bytes;
  return sum;
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
