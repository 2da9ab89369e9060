import { AliasError, normaliseAlias } from "../model/aliases.ts";
import { articlePath, readableAddress } from "../model/paths.ts";
import { attempt } from "../model/problem.ts";
import { timingOf } from "../model/schedule.ts";
import type { Site } from "../model/types.ts";
import { parseYaml } from "../model/yaml/yaml.ts";
import type { Finding, Place, Severity } from "./finding.ts";
import type { ScannedArticle } from "./scanned-article.ts";

const ARTICLE = /^\/articles\/([^/?#]+)\/?(?:index\.html)?(?:[?#].*)?$/;

/** Says whether links lead to pages of the site, by the names and fields of files. */
export class LinkTargets {
  readonly #site: Site;
  readonly #bySlug: ReadonlyMap<string, ScannedArticle>;
  /** Pages that are no news, by their addresses. */
  readonly #standing: ReadonlyMap<string, ScannedArticle>;
  readonly #byFile: ReadonlyMap<string, ScannedArticle>;
  readonly #scanned: readonly ScannedArticle[];
  readonly #now: number;
  /** Read when a link is seen that leads to no article of today. */
  #aliases: ReadonlySet<string> | undefined;

  /** @param now milliseconds since 1970: by then articles are on the site, or not */
  constructor(site: Site, scanned: readonly ScannedArticle[], now: number) {
    this.#site = site;
    this.#now = now;
    this.#scanned = scanned;
    const articles = scanned.filter(({ isStanding }) => !isStanding);
    this.#bySlug = new Map(articles.map((scan) => [scan.slug, scan]));
    const standing = scanned.filter(({ isStanding }) => isStanding);
    this.#standing = new Map(standing.map((scan) => [scan.path, scan]));
    this.#byFile = new Map(scanned.map((scan) => [fileName(scan.file), scan]));
  }

  /**
   * @param target the link as written
   * @param isShown whether it stands on the site now; what waits with it may be named elsewhere
   * @returns what is wrong with it; nothing for what leads out of the archive
   */
  check(target: string, place: Place, isShown: boolean): Finding[] {
    const about = { ...place, severity: severityOf(this.#site, isShown), rule: "link" } as const;
    const path = this.#pathOf(readableAddress(target));
    const slug = ARTICLE.exec(path)?.[1];
    if (slug !== undefined) return this.#checkArticle(slug, path, about, isShown);
    const page = this.#standing.get(path.replace(/(?:\/(?:index\.html)?)?(?:[?#].*)?$/, "/"));
    if (page !== undefined) return isShown && page.isDraft ? [draftFinding(page, about)] : [];
    const name = /^(?![a-z][a-z0-9+.-]*:|\/|#)([^?#]+\.(?:md|markdown))(?:[?#].*)?$/i.exec(
      path,
    )?.[1];
    return name === undefined ? [] : [this.#fileFinding(name, about)];
  }

  /** @param path with a slash at its end; @returns whether a page that is no news is there, or an earlier address */
  isOldOrStanding(path: string): boolean {
    return this.#standing.has(path) || this.#isAlias(path);
  }

  /** An address of the site's own is a path of it too. */
  #pathOf(given: string): string {
    const target = given.normalize("NFC");
    const own = `${this.#site.address}${this.#site.pathPrefix}`;
    return target.startsWith(own) ? `/${target.slice(own.length)}` : target;
  }

  #checkArticle(slug: string, path: string, about: About, isShown: boolean): Finding[] {
    const found = this.#bySlug.get(slug);
    if (found === undefined && this.#isAlias(path)) return [];
    if (found === undefined) {
      const message = `Ссылка никуда не ведёт: статьи «${slug}» в архиве нет.`;
      const mend = "исправьте адрес: он берётся из имени файла статьи или из её поля slug.";
      return [{ ...about, message, mend }];
    }
    const message = isShown ? this.#absence(found, slug) : undefined;
    const mend = "опубликуйте ту статью раньше или уберите ссылку.";
    return message === undefined ? [] : [{ ...about, message, mend }];
  }

  /** @returns why an article of the archive is not on the site */
  #absence(scan: ScannedArticle, slug: string): string | undefined {
    if (scan.isDraft) return `Ссылка ведёт на черновик «${slug}»: на сайте его нет.`;
    const timing = timingOf(scan, this.#now, this.#site.timeZone);
    if (timing === "waiting")
      return `Ссылка ведёт на статью «${slug}», время которой не пришло: на сайте её нет.`;
    return timing === "expired"
      ? `Ссылка ведёт на статью «${slug}», срок которой вышел: на сайте её нет.`
      : undefined;
  }

  #isAlias(path: string): boolean {
    this.#aliases ??= new Set(this.#scanned.flatMap(aliasesOf));
    const bare = path.replace(/[?#].*$/, "");
    return this.#aliases.has(bare.endsWith("/") ? bare : `${bare}/`);
  }

  #fileFinding(name: string, about: About): Finding {
    const message = `Ссылка на файл «${name}»: на сайте файлов .md нет.`;
    const path = this.#byFile.get(fileName(name))?.path ?? articlePath("imia-stati");
    const mend = `напишите адрес страницы: ${path}.`;
    return { ...about, message, mend };
  }
}

/** A finding without its message. */
type About = Place & Pick<Finding, "severity" | "rule">;

function draftFinding({ path }: ScannedArticle, about: About): Finding {
  const message = `Ссылка ведёт на черновик страницы «${path}»: на сайте его нет.`;
  return { ...about, message, mend: "опубликуйте ту страницу раньше или уберите ссылку." };
}

/** A build checks published links only, and the settings may allow broken ones. */
function severityOf(site: Site, isShown: boolean): Severity {
  return isShown && !site.allowBrokenLinks ? "error" : "warning";
}

/**
 * @param target a link to a place of its own page, as written
 * @param ids the places that the page has
 * @param isShown whether it stands on the site now
 * @returns what is wrong with it
 */
export function anchorFindings(
  target: string,
  ids: readonly string[],
  place: Place,
  site: Site,
  isShown: boolean,
): Finding[] {
  const name = readableAddress(target).slice(1);
  if (name === "" || ids.includes(name)) return [];
  const message = `Ссылка никуда не ведёт: места «#${name}» в статье нет.`;
  const mend = "возьмите адрес места со страницы: он появляется у заголовка справа.";
  return [{ ...place, severity: severityOf(site, isShown), rule: "link", message, mend }];
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1).normalize("NFC");
}

function aliasesOf({ file, frontMatter }: ScannedArticle): string[] {
  if (!/^aliases:/m.test(frontMatter)) return [];
  const fields = attempt([], () => parseYaml(file, frontMatter).value);
  const given = typeof fields === "object" && fields !== null && "aliases" in fields;
  return (given ? [fields.aliases].flat() : []).flatMap((alias) => normalised(String(alias)));
}

/** Faults of aliases are reported where the article is read. */
function normalised(alias: string): string[] {
  try {
    return [normaliseAlias(alias)];
  } catch (error) {
    if (error instanceof AliasError) return [];
    throw error;
  }
}
