import { slugify } from "../../content/in-browser.ts";

/**
 * Decisions that the CMS leaves to us: it has no option for any of them. src/build/tasks/cms-changes.ts puts
 * the calls in.
 */
interface Decisions {
  /** The name of the collection of articles. */
  readonly articles: string;
  /** The folder of the articles, and the one in it that is a collection of its own. */
  readonly content: string;
  readonly pages: string;
  /** The site's, in which a year begins. */
  readonly timeZone: string;
}

let decided: Decisions = { articles: "", content: "", pages: "", timeZone: "UTC" };

/** To be called before the CMS starts. */
export function decide(decisions: Decisions): void {
  decided = decisions;
}

/** The same name as `vestnik new` makes of a title; the CMS would write «shchyo» for «щё». */
export function nameOf(text: string): string {
  return slugify(text);
}

/**
 * Which files a collection has: those in folders of any depth, as an archive has grown. The CMS takes
 * one depth only, or shows each folder as a list of its own.
 *
 * @param folder of the collection
 */
export function filesIn(folder: string): RegExp {
  const { content, pages } = decided;
  const inside = pages.slice(content.length + 1);
  const others = folder === content ? `(?!${escaped(inside)}/)` : "";
  // Files and folders with a dot at the front are left alone, as by the build.
  return new RegExp(`^${escaped(folder)}/${others}(?<subPath>(?!\\.)(?:(?!/\\.).)+)\\.md$`);
}

/**
 * Where a new file goes, in the folder of its collection: an article into the folder of the year, as
 * by `vestnik new`. The CMS takes no folder in a name, and lists each folder apart where a path has it.
 *
 * @param collection its name in the configuration
 */
export function placed(name: string, collection: string): string {
  if (collection !== decided.articles) return name;
  const year = new Intl.DateTimeFormat("en", { year: "numeric", timeZone: decided.timeZone });
  return `${year.format(Date.now())}/${name}`;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
