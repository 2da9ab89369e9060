import { text, type Wording } from "../../interface/index.ts";
import { splitFrontMatter } from "../model/front-matter.ts";
import { labelPath } from "../model/labels.ts";
import type { MenuEntry } from "../model/menu-settings.ts";
import { topicPath } from "../model/paths.ts";
import type { Position } from "../model/position.ts";
import { attempt, type Problem } from "../model/problem.ts";
import type { ShapeSettings } from "../model/settings.ts";
import { readSource } from "../model/source-file.ts";
import { standingPath, standingSchema, standingSlug } from "../model/standing-pages.ts";
import { topicNamed } from "../model/topic-names.ts";
import type { TopicFinder } from "../model/topic-words.ts";
import type { LabelName, MenuLink } from "../model/types.ts";
import { validate } from "../model/validate.ts";
import { parseYaml } from "../model/yaml/yaml.ts";
import type { NamedPages } from "./shape.ts";

/** Default names of the site's own pages. */
function ownNames(wording: Wording): [path: string, name: string][] {
  return [
    ["/", text(wording, "page.front")],
    ["/headlines/", text(wording, "page.headlines")],
    ["/archive/", text(wording, "page.articles")],
    ["/topics/", text(wording, "page.topics")],
    ["/authors/", text(wording, "page.authors")],
    ["/search/", text(wording, "page.search")],
    ["/about/", text(wording, "page.about")],
    ["/rss.xml", "RSS"],
    ["/feed.json", "JSON Feed"],
  ];
}

/** A link of a menu within the site, with its place: whether its page is there, the whole site says. */
export interface PlacedLink extends Position {
  readonly file: string;
  /** Without the path prefix. */
  readonly path: string;
  /** The topic that was named. */
  readonly topic?: string | undefined;
}

export interface Menus {
  /** Of the masthead and of the footer; nothing where the settings do not say. */
  readonly menu?: readonly MenuLink[] | undefined;
  readonly footer?: readonly MenuLink[] | undefined;
  readonly links: readonly PlacedLink[];
}

/**
 * Gives the entries of menus their names and addresses.
 *
 * @param shape what the settings say, with its places
 * @param named gives pages their titles; its sections are the menu where the settings have none
 * @param content the folder of the articles
 * @param problems receives entries that have no name
 */
export function settleMenus(
  { menu, footer, locate, file }: ShapeSettings,
  { pages, topics, sections, wording }: NamedPages,
  content: string,
  problems: Problem[],
): Menus {
  const menus = { menu, footer };
  const ofSections = sections.map(linkOfSection);
  const names = ofSections.map(({ address, label }) => [address, label] as const);
  const own = ownNames(wording);
  const titles = new Map([...(menu || footer ? titlesOf(pages, content) : []), ...names, ...own]);
  const links: PlacedLink[] = [];
  const settle = (name: "menu" | "footer"): MenuLink[] | undefined =>
    menus[name]?.flatMap((entry, index): MenuLink[] => {
      const link = linkOf(entry, titles, topics);
      const place = { file, ...locate([name, index]) };
      const isOwn = link.address.startsWith("/");
      if (isOwn) links.push({ ...place, path: link.address, topic: entry.topic });
      if (link.label !== undefined) return [{ label: link.label, address: link.address }];
      problems.push({ ...place, ...noName(name, index, link.address) });
      return [];
    });
  return { menu: settle("menu") ?? menuOf(ofSections, wording), footer: settle("footer"), links };
}

function linkOfSection({ name, slug }: LabelName): MenuLink {
  return { label: name, address: labelPath({ kind: "section", slug }) };
}

/** Where the newspaper has sections they are its menu; the footer leads to the lists of all. */
function menuOf(sections: readonly MenuLink[], wording: Wording): readonly MenuLink[] | undefined {
  if (sections.length === 0) return undefined;
  return [...sections, { label: text(wording, "page.headlines"), address: "/headlines/" }];
}

function linkOf(
  { label, address, topic }: MenuEntry,
  titles: ReadonlyMap<string, string>,
  topics: TopicFinder,
): { readonly label?: string | undefined; readonly address: string } {
  if (topic !== undefined) {
    const [meant = topicNamed(topic)] = topics.named([topicNamed(topic)]);
    return { label: label ?? meant.name, address: topicPath(meant.slug) };
  }
  const path = address ?? "/";
  return { label: label ?? titles.get(path), address: path };
}

function noName(menu: string, index: number, address: string): Pick<Problem, "message" | "mend"> {
  const message = `«${menu}», запись ${index + 1}: как назвать «${address}», неизвестно: такой страницы нет ни в content/pages, ни среди страниц сайта.`;
  const mend = `исправьте адрес или впишите название: { label: Название, address: ${address} }.`;
  return { message, mend };
}

/** Faults of the pages are reported where they are read. */
function titlesOf(files: readonly string[], content: string): Map<string, string> {
  const schema = standingSchema();
  const titles = files.flatMap((file): [string, string][] => {
    const title = attempt([], () => {
      const { yaml, yamlLine } = splitFrontMatter(readSource(file));
      return validate(schema, parseYaml(file, yaml, yamlLine)).title;
    });
    return title === undefined ? [] : [[standingPath(standingSlug(file, content)), title]];
  });
  return new Map(titles);
}

/** @returns the message about an entry that leads nowhere */
export function menuProblem({ path, topic, ...place }: PlacedLink): Problem {
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
