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

/** For hosts, as one table for sites in all languages: pages narrow it down. */
export const CONTENT_SECURITY_POLICY = Object.entries(DIRECTIVES)
  .map(([name, value]) => `${name} ${value}`)
  .join("; ");

/**
 * For a meta element, so that the policy holds on hosts that send no headers of ours too.
 *
 * @param language of the site
 */
export function pagePolicy(language: string): string {
  return isRussian(language)
    ? CONTENT_SECURITY_POLICY.replace(COMPILES, "")
    : CONTENT_SECURITY_POLICY;
}

/**
 * For drawings, in a header alone, for there is no place for it in them. A page that shows one as a
 * picture does not ask for it; opened by its own address it has no origin and runs and loads nothing,
 * but its styles and the photographs within it are shown.
 */
export const DRAWING_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox";
