import { type Opening, openingOfComments, openingOfCounter, type Site } from "../content/index.ts";
import { isRussian } from "../language/index.ts";

/** Pagefind's own search, which sites in other languages have, compiles WebAssembly; ours needs none. */
const COMPILES = " 'wasm-unsafe-eval'";

/** The only place that says what pages may load; hosts and pages take it from here. */
const DIRECTIVES = {
  "default-src": "'none'",
  // Nothing else is evaluated and nothing inline runs.
  "script-src": `'self'${COMPILES}`,
  "style-src": "'self'",
  "img-src": "'self' data:",
  "font-src": "'self'",
  "media-src": "'self'",
  "connect-src": "'self'",
  "manifest-src": "'self'",
  "worker-src": "'self'",
  "form-action": "'self'",
  "base-uri": "'none'",
  // No text becomes HTML; it becomes a script's address where that is the site's own
  // (src/search/ui/own-scripts.ts).
  "require-trusted-types-for": "'script'",
  "trusted-types": "default",
} as const;

/** Services that the settings may open; never scripts of others (src/content/model/services.ts). */
type Opened = Pick<Site, "counter" | "comments">;

/**
 * For hosts, as one table for sites in all languages and for all pages: pages narrow it down.
 *
 * @param site whose settings may name a service of others
 */
export function contentPolicy({ counter, comments }: Opened): string {
  const openings = [
    ...(counter === undefined ? [] : [openingOfCounter(counter)]),
    ...(comments === undefined ? [] : [openingOfComments(comments)]),
  ];
  return policyWith(openings);
}

function policyWith(openings: readonly Opening[]): string {
  const directives = new Map<string, string>(Object.entries(DIRECTIVES));
  for (const [name, source] of openings) {
    directives.set(name, [directives.get(name), source].filter(Boolean).join(" "));
  }
  return [...directives].map(([name, value]) => `${name} ${value}`).join("; ");
}

/**
 * For a meta element, so that the policy holds on hosts that send no headers of ours too.
 *
 * @param hasComments whether the page is one of those that have them
 */
export function pagePolicy(site: Opened & Pick<Site, "language">, hasComments = false): string {
  const { counter, comments, language } = site;
  const policy = contentPolicy({ counter, comments: hasComments ? comments : undefined });
  return isRussian(language) ? policy.replace(COMPILES, "") : policy;
}

/**
 * For drawings, in a header alone, for there is no place for it in them. A page that shows one as a
 * picture does not ask for it; opened by its own address it has no origin and runs and loads nothing,
 * but its styles and the photographs within it are shown.
 */
export const DRAWING_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox";
