import { type Site, withPrefix } from "../content/index.ts";
import { HEADER_RULES } from "./header-rules.ts";

/**
 * The file `_headers`, which Netlify and Cloudflare Pages read at the top of a site. A block adds to
 * what other blocks say of the same file and takes nothing back, so that
 * - what is kept as any file is kept has no block: both hosts then say «max-age=0, must-revalidate»,
 *   which means the same as «no-cache»;
 * - the policy goes with every file.
 */
export function hostHeaders(site: Pick<Site, "pathPrefix">): string {
  const everywhere = HEADER_RULES.filter(({ name }) => name !== "Cache-Control");
  const kept = HEADER_RULES.filter(({ name }) => name === "Cache-Control");
  const blocks = [
    [withPrefix(site, "/*"), ...everywhere.map(({ name, value }) => `  ${name}: ${value}`)],
    ...kept.flatMap(({ name, exceptions }) =>
      exceptions.flatMap(({ paths, value }) =>
        paths.map((path) => [withPrefix(site, path), `  ${name}: ${value}`]),
      ),
    ),
  ];
  return `${blocks.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}
