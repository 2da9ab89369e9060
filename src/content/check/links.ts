import { AliasError, normaliseAlias } from "../aliases.ts";
import { articlePath } from "../paths.ts";
import { attempt } from "../problem.ts";
import type { Site } from "../types.ts";
import { parseYaml } from "../yaml.ts";
import type { Finding, Place } from "./finding.ts";
import type { Glance } from "./glances.ts";

const ARTICLE = /^\/articles\/([^/?#]+)\/?(?:index\.html)?(?:[?#].*)?$/;

/** Says whether links lead to pages of the site, by the names and fields of files. */
export class LinkTargets {
  readonly #site: Site;
  readonly #bySlug: ReadonlyMap<string, Glance>;
  readonly #byFile: ReadonlyMap<string, Glance>;
  readonly #glances: readonly Glance[];
  /** Read when a link is seen that leads to no article of today. */
  #aliases: ReadonlySet<string> | undefined;

  constructor(site: Site, glances: readonly Glance[]) {
    this.#site = site;
    this.#glances = glances;
    this.#bySlug = new Map(glances.map((glance) => [glance.slug, glance]));
    this.#byFile = new Map(glances.map((glance) => [fileName(glance.file), glance]));
  }

  /**
   * @param target the link as written
   * @param isFromDraft whether it stands in a draft, which may name other drafts
   * @returns what is wrong with it; nothing for what leads out of the archive
   */
  check(target: string, place: Place, isFromDraft = false): Finding[] {
    const path = this.#pathOf(decoded(target));
    const slug = ARTICLE.exec(path)?.[1];
    if (slug !== undefined) return this.#checkArticle(slug, path, place, isFromDraft);
    const name = /^(?![a-z][a-z0-9+.-]*:|\/|#)([^?#]+\.(?:md|markdown))(?:[?#].*)?$/i.exec(
      path,
    )?.[1];
    return name === undefined ? [] : [this.#fileFinding(name, place)];
  }

  /** An address of the site's own is a path of it too. */
  #pathOf(given: string): string {
    const target = given.normalize("NFC");
    const own = `${this.#site.address}${this.#site.pathPrefix}`;
    return target.startsWith(own) ? `/${target.slice(own.length)}` : target;
  }

  #checkArticle(slug: string, path: string, place: Place, isFromDraft: boolean): Finding[] {
    const found = this.#bySlug.get(slug);
    if (found === undefined && this.#isAlias(path)) return [];
    if (found === undefined) {
      const message = `Ссылка никуда не ведёт: статьи «${slug}» в архиве нет.`;
      const mend = "исправьте адрес: он берётся из имени файла статьи или из её поля slug.";
      return [{ ...place, severity: "error", rule: "link", message, mend }];
    }
    if (!found.isDraft || isFromDraft) return [];
    const message = `Ссылка ведёт на черновик «${slug}»: на сайте его нет.`;
    const mend = "опубликуйте ту статью раньше или уберите ссылку.";
    return [{ ...place, severity: "warning", rule: "link", message, mend }];
  }

  #isAlias(path: string): boolean {
    this.#aliases ??= new Set(this.#glances.flatMap(aliasesOf));
    const bare = path.replace(/[?#].*$/, "");
    return this.#aliases.has(bare.endsWith("/") ? bare : `${bare}/`);
  }

  #fileFinding(name: string, place: Place): Finding {
    const message = `Ссылка на файл «${name}»: на сайте файлов .md нет.`;
    const slug = this.#byFile.get(fileName(name))?.slug;
    const mend = `напишите адрес страницы: ${articlePath(slug ?? "imia-stati")}.`;
    return { ...place, severity: "error", rule: "link", message, mend };
  }
}

/**
 * @param target a link to a place of its own page, as written
 * @param ids the places that the page has
 * @returns what is wrong with it
 */
export function anchorFindings(target: string, ids: readonly string[], place: Place): Finding[] {
  const name = decoded(target).slice(1);
  if (name === "" || ids.includes(name)) return [];
  const message = `Ссылка никуда не ведёт: места «#${name}» в статье нет.`;
  const mend = "возьмите адрес места со страницы: он появляется у заголовка справа.";
  return [{ ...place, severity: "error", rule: "link", message, mend }];
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1).normalize("NFC");
}

function decoded(target: string): string {
  try {
    return decodeURI(target);
  } catch {
    return target;
  }
}

function aliasesOf({ file, frontMatter }: Glance): string[] {
  if (!/^aliases:/m.test(frontMatter)) return [];
  const fields = attempt([], () => parseYaml(file, frontMatter).value);
  const given = typeof fields === "object" && fields !== null && "aliases" in fields;
  return (given ? [fields.aliases].flat() : []).flatMap((alias) => normalised(String(alias)));
}

/** What is wrong with them is told of where the article is read. */
function normalised(alias: string): string[] {
  try {
    return [normaliseAlias(alias)];
  } catch (error) {
    if (error instanceof AliasError) return [];
    throw error;
  }
}
