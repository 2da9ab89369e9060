import { type PlacedLink, type Problem, throwIfAny } from "../../content/index.ts";
import { leadsSomewhere, type SiteFiles } from "./link-check.ts";

/**
 * Looks whether the entries of menus lead to pages of the site: whatever the settings say of other links,
 * one of these would lead nowhere from every page.
 *
 * @throws ContentError with each that leads nowhere
 */
export function checkMenus(links: readonly PlacedLink[], files: SiteFiles): void {
  throwIfAny(links.filter(({ path }) => !leadsSomewhere(targetOf(path), files)).map(problemOf));
}

/** As files of the site are named: without the first slash, decoded. */
function targetOf(path: string): string {
  const [address = "", ...anchor] = path.slice(1).split("#");
  return [decoded(address.replace(/\?.*$/, "")), ...anchor.map(decoded)].join("#");
}

/** What is no encoding stands for itself. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function problemOf({ path, topic, ...place }: PlacedLink): Problem {
  const { file, line, column } = place;
  const [message, mend] =
    topic === undefined
      ? [
          `В меню страница «${path}», а на сайте её нет.`,
          "исправьте адрес, уберите запись или напишите страницу в content/pages.",
        ]
      : [
          `В меню тема «${topic}», а на сайте нет ни одного материала о ней.`,
          "исправьте имя темы или уберите запись.",
        ];
  return { file, line, column, message, mend };
}
