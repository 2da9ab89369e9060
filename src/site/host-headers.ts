import { type Site, withPrefix } from "../content/index.ts";
import { DRAWINGS, type HeaderRule, POLICY_BESIDE_EDITOR, rulesFor } from "./header-rules.ts";

/**
 * The file `_headers`, which Netlify and Cloudflare Pages read at the top of a site. A block adds to
 * what other blocks say of the same file and takes nothing back, so that
 * - what is kept as any file is kept has no block: both hosts then say «max-age=0, must-revalidate»,
 *   which means the same as «no-cache»;
 * - the policy goes with every file; where there is an editor, only what no page can say itself;
 * - drawings have a second one, and browsers obey both.
 */
export function hostHeaders(site: Pick<Site, "address" | "pathPrefix" | "admin">): string {
  const rules = rulesFor(site);
  const everywhere = rules.filter(({ name }) => name !== "Cache-Control");
  const added = rules.flatMap(({ name, exceptions }) =>
    exceptions
      .filter(({ paths }) => name === "Cache-Control" || paths === DRAWINGS)
      .flatMap(({ paths, value }) => paths.map((path) => ({ name, path, value }))),
  );
  const blocks = [
    [
      withPrefix(site, "/*"),
      ...everywhere.map((rule) => `  ${rule.name}: ${valueFor(rule, site)}`),
    ],
    ...added.map(({ name, path, value }) => [withPrefix(site, path), `  ${name}: ${value}`]),
  ];
  return `${blocks.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

function valueFor({ name, value }: HeaderRule, { admin }: Pick<Site, "admin">): string {
  const isLoosened = admin !== undefined && name === "Content-Security-Policy";
  return isLoosened ? POLICY_BESIDE_EDITOR : value;
}
