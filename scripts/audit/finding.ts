import type { Browser } from "@playwright/test";
import type { KindPage } from "./pages.ts";

/** A built site that is being served. */
export interface AuditedSite {
  readonly name: SiteName;
  /** The folder of the built site. */
  readonly folder: string;
  /** Where it is served, with a slash at its end; it was built for this very address. */
  readonly address: string;
  /** One page of each kind. */
  readonly pages: readonly KindPage[];
  readonly browser: Browser;
  /** The folder of the report. */
  readonly report: string;
}

export const SITE_NAMES = ["seed", "archive"] as const;
export type SiteName = (typeof SITE_NAMES)[number];

/** What a check saw on a page. */
export interface Finding {
  /** Its place in the site, or the kind of page. */
  readonly page: string;
  /** What was measured: «Performance», «light», «1440 px». */
  readonly what: string;
  /** What came out: «100», «14.2 kB», «3 violations». */
  readonly value: string;
  readonly ok: boolean;
  /** Each single thing that is wrong, or worth telling. */
  readonly details?: readonly string[];
}

/**
 * Looks at a site.
 *
 * @param tell is told how far it is
 */
export type Check = (site: AuditedSite, tell: (line: string) => void) => Promise<Finding[]>;

/** A finding of a list of problems: right where there are none. */
export function listFinding(page: string, what: string, problems: readonly string[]): Finding {
  const ok = problems.length === 0;
  return { page, what, ok, value: ok ? "ok" : String(problems.length), details: problems };
}
