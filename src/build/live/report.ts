import type { ArtifactCache } from "../cache/artifact-cache.ts";
import type { Manifest } from "../site/site-manifest.ts";

/** The result of a build. */
export interface BuildReport {
  readonly articles: number;
  readonly headlines: number;
  /** HTML files. */
  readonly pages: number;
  /** Records that the search can find. */
  readonly records: number;
  readonly slices: { readonly made: number; readonly reused: number };
  /** Of the search index alone, and of the whole site. */
  readonly bytes: { readonly index: number; readonly site: number };
  /** How many seconds each step took. */
  readonly seconds: Readonly<Record<string, number>>;
  /** Notices for editors, in Russian; nothing is wrong. */
  readonly notices: readonly string[];
}

/** The part of a report that artifacts give. */
type PartsReport = Pick<BuildReport, "articles" | "headlines" | "pages" | "records" | "bytes">;

/** @returns what a site is made of, in numbers */
export function reportOf(
  { articles, headlines, standing = 0, pages, parts }: Manifest,
  cache: ArtifactCache,
): PartsReport {
  const files = parts.flatMap((key) => [...(cache.published(key) ?? [])]);
  const sum = (paths: RegExp): number =>
    files.reduce((total, [path, [size]]) => total + (paths.test(path) ? size : 0), 0);
  const bytes = { index: sum(/^(?:pagefind|search)\//), site: sum(/^/) };
  return { articles, headlines, pages, records: articles + headlines + standing, bytes };
}
