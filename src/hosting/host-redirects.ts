import { type Site, withPrefix } from "../content/index.ts";

/** An address that leads to another one; both are paths of the site without its prefix. */
export interface Redirect {
  readonly from: string;
  readonly to: string;
}

/** The most rules without wildcards on Cloudflare Pages; the other redirects are pages. */
const MOST = 2000;

/**
 * The file `_redirects`, which Netlify and Cloudflare Pages read at the top of a site: an old address
 * answers with 301 before its page is looked for. Netlify goes by the page that leads on, for it
 * prefers files.
 *
 * @param redirects the ones that matter most first; no old address holds «*» or «:»
 * @returns a line for each, ASCII
 */
export function hostRedirects(
  site: Pick<Site, "pathPrefix">,
  redirects: readonly Redirect[],
): string {
  const address = (path: string): string => encodeURI(withPrefix(site, path));
  return redirects
    .slice(0, MOST)
    .map(({ from, to }) => `${address(from)} ${address(to)} 301\n`)
    .join("");
}
