import type { Site } from "../content/index.ts";
import { contentPolicy, DRAWING_POLICY } from "./policy.ts";

/**
 * What servers say of the site's files, as one table: the local server goes by it, and the files for
 * other servers and hosts are made from it (src/hosting), so that they cannot disagree.
 */

/** Another value for some files. */
interface HeaderException {
  /** Paths in the site, without its prefix; a «*» in one stands for anything, slashes too. */
  readonly paths: readonly string[];
  /** Nothing where the header is not sent. */
  readonly value?: string | undefined;
}

export interface HeaderRule {
  readonly name: string;
  /** The value for all other files, and for «not found». */
  readonly value: string;
  /** No file is in two of them. */
  readonly exceptions: readonly HeaderException[];
}

/** Their names hold a hash of what is in them: bundles, fonts, the files of the search. */
const HASHED = [
  "/assets/*.css",
  "/assets/*.js",
  "/assets/*.woff2",
  "/pagefind/*.pf_filter",
  "/pagefind/*.pf_fragment",
  "/pagefind/*.pf_index",
  "/pagefind/*.pf_meta",
  "/search/pack/*.pack",
];

/** Their names stay when an editor puts another one in their place: a day later readers have it too. */
const PICTURES = [
  "/*.avif",
  "/*.gif",
  "/*.ico",
  "/*.jpeg",
  "/*.jpg",
  "/*.png",
  "/*.svg",
  "/*.webp",
];

/**
 * Bundles, fonts, icons and the web manifest are no documents, and with the policy each of them would
 * weigh as much as a small one.
 */
const NO_DOCUMENTS = [
  "/assets/*.css",
  "/assets/*.js",
  "/assets/*.png",
  "/assets/*.txt",
  "/assets/*.woff2",
  "/manifest.webmanifest",
];

/** Drawings, which browsers open as documents; those of articles come from others. */
export const DRAWINGS = ["/*.svg"];

/**
 * Media that browsers show in documents of their own. A policy that forbids media would leave these empty,
 * and nothing in them runs.
 */
const MEDIA = [
  "/*.aac",
  "/*.flac",
  "/*.m4a",
  "/*.mp3",
  "/*.mp4",
  "/*.oga",
  "/*.ogg",
  "/*.ogv",
  "/*.opus",
  "/*.pdf",
  "/*.wav",
  "/*.webm",
];

/** The header that holds the policy. */
export const POLICY = "Content-Security-Policy";

/** Framing can only be forbidden by a header. The rest of a policy stands in each page as well. */
const NO_FRAMES = "frame-ancestors 'none'";

/**
 * The policy of a host that takes nothing back, where some files go without: the editor's page needs its
 * own, which stands in it (src/hosting/admin-policy.ts), as all other pages hold theirs; media need none.
 */
export const POLICY_BESIDE_PAGES = NO_FRAMES;

/** @returns the policy that hosts send for all files but a few */
export function hostPolicy(site: Pick<Site, "counter" | "comments">): string {
  return `${contentPolicy(site)}; ${NO_FRAMES}`;
}

/** Of a site that names no service of others. */
export const HEADER_RULES: readonly HeaderRule[] = [
  {
    name: "Cache-Control",
    // Kept, but asked about each time: pages, feeds, the lists that lead to the search index.
    value: "no-cache",
    exceptions: [
      { paths: HASHED, value: "public, max-age=31536000, immutable" },
      { paths: PICTURES, value: "public, max-age=86400, stale-while-revalidate=604800" },
      // The service worker decides what readers see; an old one would show an old site.
      { paths: ["/sw.js"], value: "no-store" },
    ],
  },
  // Browsers must not guess types.
  { name: "X-Content-Type-Options", value: "nosniff", exceptions: [] },
  {
    name: POLICY,
    value: hostPolicy({}),
    exceptions: [
      { paths: NO_DOCUMENTS },
      { paths: MEDIA },
      { paths: DRAWINGS, value: `${DRAWING_POLICY}; ${NO_FRAMES}` },
      { paths: ["/admin/*"], value: POLICY_BESIDE_PAGES },
    ],
  },
  {
    name: "Referrer-Policy",
    value: "strict-origin-when-cross-origin",
    exceptions: [{ paths: NO_DOCUMENTS }],
  },
  {
    name: "Permissions-Policy",
    // What no page of ours asks a reader for.
    value: "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    exceptions: [{ paths: NO_DOCUMENTS }],
  },
];

/** Half a year: long enough to matter, short enough to come back from. Other names are not ours. */
const HTTPS_ONLY: HeaderRule = {
  name: "Strict-Transport-Security",
  value: "max-age=15552000",
  exceptions: [{ paths: NO_DOCUMENTS }],
};

/** Of a site, what hosts go by. */
export type HostedSite = Pick<Site, "address" | "counter" | "comments">;

/** @returns what a host is to say of a site's files: one that is served by HTTPS stays with it */
export function rulesFor(site: HostedSite): readonly HeaderRule[] {
  const rules = HEADER_RULES.map((rule) =>
    rule.name === POLICY ? { ...rule, value: hostPolicy(site) } : rule,
  );
  return site.address.startsWith("https://") ? [...rules, HTTPS_ONLY] : rules;
}

/**
 * @param paths of an exception
 * @param prefix is put in front of them
 * @returns the source of a regular expression that JavaScript, PCRE and RE2 understand alike
 */
export function patternOf(paths: readonly string[], prefix = "/"): string {
  const folder = prefix.replace(/\/$/, "");
  const one = (path: string): string =>
    (folder + path).replace(/[.+?^${}()|[\]\\]/g, "\\$&").replaceAll("*", ".*");
  return `^(?:${paths.map(one).join("|")})$`;
}

const MEDIA_PATTERN = new RegExp(patternOf(MEDIA));

/** @param path of a file in the site; @returns whether browsers show it by a document of their own */
export function isMedia(path: string): boolean {
  return MEDIA_PATTERN.test(path);
}

const HASHED_PATTERN = new RegExp(patternOf(HASHED));

/**
 * @param path of a file in the site, without the path prefix: /assets/site-ED7BOTYB.css
 * @returns whether its name holds a hash of what is in it, so that it never changes
 */
export function isHashed(path: string): boolean {
  return HASHED_PATTERN.test(path);
}

const COMPILED = HEADER_RULES.map(({ name, value, exceptions }) => ({
  name,
  value,
  exceptions: exceptions.map(
    ({ paths, value: own }) => [new RegExp(patternOf(paths)), own] as const,
  ),
}));

/**
 * @param path of a file in the site, without the path prefix
 * @param policy as of hostPolicy, where the site's settings name a service of others
 * @returns the headers that a server sends with it
 */
export function headersOf(path: string, policy?: string): Readonly<Record<string, string>> {
  const headers = COMPILED.map(({ name, value, exceptions }) => {
    const exception = exceptions.find(([pattern]) => pattern.test(path));
    const usual = name === POLICY ? (policy ?? value) : value;
    return [name, exception === undefined ? usual : exception[1]] as const;
  });
  return Object.fromEntries(
    headers.filter((header): header is [string, string] => header[1] !== undefined),
  );
}
