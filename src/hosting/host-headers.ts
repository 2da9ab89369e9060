import { type Site, withPrefix } from "../content/index.ts";
import {
  DRAWINGS,
  type HeaderRule,
  type HostedSite,
  POLICY,
  POLICY_BESIDE_PAGES,
  rulesFor,
} from "./header-rules.ts";

interface PublishedFiles {
  readonly hasMedia?: boolean | undefined;
}

/**
 * The file `_headers`, which Netlify and Cloudflare Pages read at the top of a site. A block adds to
 * what other blocks say of the same file and takes nothing back, so that
 * - what is kept as any file is kept has no block: both hosts then say «max-age=0, must-revalidate»,
 *   which means the same as «no-cache»;
 * - the policy goes with every file; where there is an editor, or a film, a sound or a PDF of the
 *   newspaper, only what no page can say itself;
 * - drawings have a second one, and browsers obey both.
 *
 * @param published whether films, sounds or PDFs of the newspaper are among the files
 */
export function hostHeaders(
  site: HostedSite & Pick<Site, "pathPrefix" | "admin">,
  { hasMedia = false }: PublishedFiles = {},
): string {
  const isLoosened = site.admin !== undefined || hasMedia;
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
      ...everywhere.map((rule) => `  ${rule.name}: ${valueFor(rule, isLoosened)}`),
    ],
    ...added.map(({ name, path, value }) => [withPrefix(site, path), `  ${name}: ${value}`]),
  ];
  return `${blocks.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

function valueFor({ name, value }: HeaderRule, isLoosened: boolean): string {
  return isLoosened && name === POLICY ? POLICY_BESIDE_PAGES : value;
}
