import {
  displayPath,
  type Problem,
  type SlugUse,
  type StaticFile,
  throwIfAny,
} from "../../content/index.ts";
import type { WrittenPage } from "./page-check.ts";
import { type Claim, type SharedPath, sharedPaths } from "./shared-paths.ts";

/** The owner of a file, in words of editors. */
export interface Owner {
  /** In Russian: «страница статьи content/a.md». */
  readonly what: string;
  /** Where an editor can change that. */
  readonly place?: Pick<Problem, "file" | "line" | "column"> | undefined;
}

/** @throws ContentError with both owners of each place that has two */
export function refuseShared(claims: readonly Claim<Owner>[]): void {
  throwIfAny(sharedPaths(claims).map(problemOf));
}

/**
 * @param pages of a whole site, as they were written
 * @param statics what is published as it is
 * @throws ContentError with each of these that would take the place of a page
 */
export function refuseStatics(
  pages: readonly Pick<WrittenPage, "path" | "template">[],
  statics: readonly StaticFile[],
): void {
  const ofPages = pages.map(({ path, template }): Claim<Owner> => {
    return [{ what: `страница ${template}` }, [path]];
  });
  const files = statics.map(({ path, file }): Claim<Owner> => [ownerOfStatic(path, file), [path]]);
  refuseShared([...ofPages, ...files]);
}

/** A file that is not an article's has its owner in the program: there is nothing to mend there. */
export function problemOf({ first, second, isFolder }: SharedPath<Owner>): Problem {
  const [[path, { what, place }], [other, owner]] = [first, second];
  const message = isFolder
    ? `Адрес «/${path}» был бы и файлом (${what}), и папкой (${owner.what}: «/${other}»).`
    : `По адресу «/${path}» оказались бы сразу ${what} и ${owner.what}.`;
  const mend =
    "переименуйте файл или смените адрес (slug, aliases, permalink), чтобы осталось одно.";
  return { ...(owner.place ?? place ?? { file: path }), message, mend };
}

/** @param path of a file that is published as it is; @param file on disk */
export function ownerOfStatic(path: string, file: string): Owner {
  return { what: `файл static/${path}`, place: { file } };
}

/** @returns who publishes the page at an address that an article has or had */
export function ownerOfUse({ file, line, column, isAlias, standing, path }: SlugUse): Owner {
  const name = `${standing ? "" : "статьи "}${displayPath(file)}`;
  const what = isAlias
    ? `старый адрес «${path}» ${standing ? `страницы ${name}` : name}`
    : `страница ${name}`;
  return { what, place: { file, line, column } };
}
