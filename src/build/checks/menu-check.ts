import { menuProblem, type PlacedLink, throwIfAny } from "../../content/index.ts";
import { decoded } from "../pages/link-targets.ts";
import { leadsSomewhere, type SiteFiles } from "./link-check.ts";

/**
 * Looks whether the entries of menus lead to pages of the site: whatever the settings say of other links,
 * one of these would lead nowhere from every page.
 *
 * @throws ContentError with each that leads nowhere
 */
export function checkMenus(links: readonly PlacedLink[], files: SiteFiles): void {
  throwIfAny(links.filter(({ path }) => !leadsSomewhere(targetOf(path), files)).map(menuProblem));
}

/** As files of the site are named: without the first slash, decoded. */
function targetOf(path: string): string {
  const [address = "", ...anchor] = path.slice(1).split("#");
  return [decoded(address.replace(/\?.*$/, "")), ...anchor.map(decoded)].join("#");
}
