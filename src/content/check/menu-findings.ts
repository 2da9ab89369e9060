import { menuProblem, type PlacedLink } from "../archive/menus.ts";
import { isOwnRoot } from "../model/aliases.ts";
import { labelPath } from "../model/labels.ts";
import { decodedPart } from "../model/paths.ts";
import type { StaticFile } from "../model/static-files.ts";
import type { LabelName } from "../model/types.ts";
import { type Finding, toErrors } from "./finding.ts";
import type { LinkTargets } from "./links.ts";

/** Where a menu may lead. */
export interface MenuTargets {
  readonly links: LinkTargets;
  readonly sections: readonly LabelName[];
  readonly statics: readonly StaticFile[];
  /** The pages of all that something is listed by; nothing where not every article was read. */
  readonly labels?: ReadonlySet<string> | undefined;
  /** Whether templates of the project add pages, of which only a build knows where they stand. */
  readonly hasOwnPages: boolean;
}

const OF_LABEL = /^\/(?:topics|authors|series)\/[^/]+\/$/;

/** Pages of lists and the site's own files: their names are in no file of an editor. */
const OF_SITE =
  /^\/(?:|articles\/.*|authors\/?|series\/.*|[\w-]+\.(?:xml|json|txt|webmanifest|html|png))$/;

/**
 * Finds entries of menus that lead nowhere, which a build refuses whatever the settings say of other links.
 * Doubtful ones are left to the build.
 *
 * @returns an error for each, at its place
 */
export function menuFindings(entries: readonly PlacedLink[], targets: MenuTargets): Finding[] {
  return toErrors(entries.filter(({ path }) => !mayBeThere(path, targets)).map(menuProblem));
}

function mayBeThere(address: string, targets: MenuTargets): boolean {
  const path = withSlash(address.replace(/[?#].*$/, ""));
  if (OF_LABEL.test(path)) return targets.labels?.has(path) ?? true;
  const { links, sections, statics, hasOwnPages } = targets;
  const root = path.split("/")[1] ?? "";
  if (hasOwnPages || OF_SITE.test(path) || isOwnRoot(root)) return true;
  return (
    links.isOldOrStanding(path) ||
    sections.some(({ slug }) => path.startsWith(labelPath({ kind: "section", slug }))) ||
    statics.some(
      (file) => withSlash(`/${file.path}`) === path || `/${file.path}` === `${path}index.html`,
    )
  );
}

/** Pages may be named without it, files have none. */
function withSlash(path: string): string {
  const page = decodedPart(path)
    .normalize("NFC")
    .replace(/\/index\.html$/, "/");
  return page.endsWith("/") || /\.\w+$/.test(page) ? page : `${page}/`;
}
