import { relative, resolve, sep } from "node:path";
import { foreignDate } from "../foreign-date.ts";
import { withoutLanguage } from "../formats/markdown-place.ts";
import { hasScheme } from "../html/references.ts";
import type { ImportedItem } from "../imported-item.ts";
import type { Generator } from "./generator.ts";
import type { ImportContext } from "./import-context.ts";
import { NO_HOST } from "./item-places.ts";
import {
  fillPermalink,
  hugoSlug,
  isForm,
  JEKYLL_POSTS,
  jekyllSlug,
  type PermalinkFacts,
} from "./permalink.ts";
import type { ItemSource } from "./source-listing.ts";

/** @returns the item with where it was published, and all its old addresses as wholes */
export function withAddress(
  item: ImportedItem,
  { ref, surroundings: { generator } }: ItemSource,
  context: ImportContext,
): { readonly item: ImportedItem; readonly oldAddresses: readonly string[] } {
  const { oldSite = generator.address ?? NO_HOST } = context.options;
  const link = oldAddress(item, ref.file, generator, context);
  const { prefix } = generator;
  const aliases = item.aliases.map((one) => (isOfGenerator(item) ? below(prefix, one) : one));
  const all = item.publication.isOwn ? [link, ...aliases, ...(item.addresses ?? [])] : [];
  const oldAddresses = all.flatMap((one) => (one === undefined ? [] : whole(one, oldSite)));
  return { item: { ...item, link, aliases }, oldAddresses };
}

/** Its address follows from its place and its fields. */
function isOfGenerator({ sourceId }: ImportedItem): boolean {
  return sourceId.startsWith("md:");
}

/** Generators write redirects into the folder of the site, which lies below the prefix. */
function below(prefix: string, alias: string): string {
  return alias.startsWith("/") && !alias.startsWith(`${prefix}/`) ? `${prefix}${alias}` : alias;
}

/** @returns an address as a whole, a path where the host is not known */
function whole(address: string, root: string): string[] {
  if (!URL.canParse(address, root)) return [];
  const { href } = new URL(address, root);
  return [href.startsWith(NO_HOST) ? href.slice(NO_HOST.length) : href];
}

/**
 * @param file where the item lies
 * @returns where it was published, an address or a path from the root of its host, if that is known
 */
export function oldAddress(
  item: ImportedItem,
  file: string,
  generator: Generator,
  context: ImportContext,
): string | undefined {
  const { link } = item;
  if (!isOfGenerator(item) || (link !== undefined && hasScheme(link))) return link;
  const place = placeOf(item, file, generator, context);
  const { permalink } = context.options;
  const path = link === undefined ? pathOf(place, generator, permalink) : ownPath(link, place);
  return path === undefined
    ? undefined
    : `${generator.prefix}${inLanguage(path, place, generator)}`;
}

/** Hugo puts all languages but the main one into folders of their own. */
function inLanguage(path: string, { language }: MarkdownPlace, { kind, bareLanguage }: Generator) {
  const isApart = kind === "hugo" && language !== undefined && language !== bareLanguage;
  return isApart && !path.startsWith(`/${language}/`) ? `/${language}${path}` : path;
}

function ownPath(link: string, place: MarkdownPlace): string | undefined {
  const path = link.startsWith("/") ? link : `/${link}`;
  return isForm(path) ? fillPermalink(path, place) : path;
}

interface MarkdownPlace extends PermalinkFacts {
  /** Whether it is dated by its name, or lies among posts. */
  readonly isPost: boolean;
  readonly isIndex: boolean;
  /** Of most.ru.md */
  readonly language: string | undefined;
  /** Whether it lies in a folder of a collection that is no posts'. */
  readonly isHidden: boolean;
}

const DATED = /^\d{4}-\d{1,2}-\d{1,2}-/;

function placeOf(
  item: ImportedItem,
  file: string,
  generator: Generator,
  { site }: ImportContext,
): MarkdownPlace {
  const path = relative(generator.root, resolve(file)).replace(/\.\w+$/, "");
  const names = path.split(sep).filter((name) => name !== "..");
  const typed = names.pop() ?? "";
  const last = withoutLanguage(typed);
  const posts = names.findIndex((name) => name === "_posts" || name === "_drafts");
  const inPosts =
    posts === -1 ? (/[/\\]_(?:posts|drafts)[/\\]/.exec(file) === null ? -1 : 0) : posts;
  const isIndex = last === "index" && names.length > 0;
  const folders = foldersOf(names, inPosts, generator);
  const name = isIndex ? (folders.pop() ?? "") : last;
  // A dated file in no folder is a post of Jekyll that was copied out of its folder.
  const isBare = generator.kind === undefined && folders.length === 0 && DATED.test(name);
  const isPost = inPosts !== -1 || isBare;
  return {
    date: item.date === undefined ? undefined : foreignDate(item.date, site.timeZone),
    categories: [...new Set([...(posts > 0 ? names.slice(0, posts) : []), ...item.categories])],
    slug: slugOf(item, name, isPost),
    title: item.title ?? "",
    folders,
    name,
    language: last === typed ? undefined : typed.slice(last.length + 1).toLowerCase(),
    isIndex,
    isPost,
    isHidden: inPosts === -1 && names.some((one) => one.startsWith("_")),
  };
}

/** Without the folders that the generator leaves out of addresses. */
function foldersOf(names: readonly string[], posts: number, { kind }: Generator): string[] {
  if (posts !== -1) return names.slice(posts + 1);
  const first = kind === "hexo" ? "source" : "content";
  return names[0] === first && kind !== "jekyll" ? names.slice(1) : [...names];
}

/** Readers cut the date off a name, which only generators with posts do. */
function slugOf({ slug }: ImportedItem, name: string, isPost: boolean): string {
  const isCut = slug !== undefined && DATED.test(name) && name.endsWith(`-${slug}`);
  const given = slug === undefined || (isCut && !isPost) ? name : slug;
  return isPost ? given.replace(DATED, "") : given;
}

/** @param permalink the form that the editor named; wins over that of the generator */
function pathOf(
  place: MarkdownPlace,
  generator: Generator,
  permalink: string | undefined,
): string | undefined {
  const { kind } = generator;
  if (permalink !== undefined) return fillPermalink(permalink, place);
  if (kind === "hexo")
    return fillPermalink(generator.permalink ?? ":year/:month/:day/:title/", place);
  if (place.isPost) {
    const facts = { ...place, slug: jekyllSlug(place.slug) };
    return fillPermalink(generator.permalink ?? JEKYLL_POSTS, facts);
  }
  if (place.isHidden) return undefined;
  if (kind === "jekyll") return jekyllPage(place, generator);
  const form = generator.permalinks.get(place.folders[0] ?? "");
  if (form !== undefined) {
    const slug = hugoSlug(/:title/.test(form) ? place.title : place.slug);
    return fillPermalink(form, { ...place, slug });
  }
  return byPlace(place, generator);
}

function jekyllPage({ folders, name, isIndex }: MarkdownPlace, { permalink }: Generator): string {
  const folder = [...folders, ...(isIndex ? [name] : [])].map((one) => `${one}/`).join("");
  if (isIndex) return `/${folder}`;
  return permalink === "pretty" || permalink?.endsWith("/")
    ? `/${folder}${name}/`
    : `/${folder}${name}.html`;
}

/** Without a known generator and without folders nothing is known. */
function byPlace(place: MarkdownPlace, { kind, isUgly }: Generator): string | undefined {
  if (kind === undefined && place.folders.length === 0) return undefined;
  const names = [...place.folders, place.slug].map(hugoSlug).filter((name) => name !== "");
  return `/${names.join("/")}${isUgly && !place.isIndex ? ".html" : "/"}`;
}
