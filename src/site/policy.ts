/** The only place that says what pages may load; hosts and pages take it from here. */
const DIRECTIVES = {
  "default-src": "'none'",
  // Pagefind compiles WebAssembly; nothing else is evaluated and nothing inline runs.
  "script-src": "'self' 'wasm-unsafe-eval'",
  "style-src": "'self'",
  "img-src": "'self' data:",
  "font-src": "'self'",
  "connect-src": "'self'",
  "manifest-src": "'self'",
  "worker-src": "'self'",
  "form-action": "'self'",
  "base-uri": "'none'",
} as const;

/** For a meta element, so that the policy holds on hosts that send no headers of ours. */
export const CONTENT_SECURITY_POLICY = Object.entries(DIRECTIVES)
  .map(([name, value]) => `${name} ${value}`)
  .join("; ");

/** A type is what it is said to be, whatever the file. */
const OF_ALL = { "X-Content-Type-Options": "nosniff" } as const;

/** Framing can only be forbidden by a header. */
const OF_DOCUMENTS = {
  ...OF_ALL,
  "Content-Security-Policy": `${CONTENT_SECURITY_POLICY}; frame-ancestors 'none'`,
  "Referrer-Policy": "strict-origin-when-cross-origin",
} as const;

/** Bundles, fonts and icons; a drawing may be opened as a document. */
const ASSET = /^\/assets\/.*\.(?!svg$)[^/.]+$/;

/**
 * What a server sends with an answer. A policy says nothing of styles, scripts and fonts, and with
 * each of them it would weigh as much as a small one.
 *
 * @param path of the file in the site, without the path prefix
 */
export function securityHeaders(path: string): Readonly<Record<string, string>> {
  return ASSET.test(path) ? OF_ALL : OF_DOCUMENTS;
}
