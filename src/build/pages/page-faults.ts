import { resolve } from "node:path";
import { ContentError, displayPath, type Problem } from "../../content/index.ts";
import { sourceOfPage } from "../../site/index.ts";
import { ReplacementError } from "../../site/rendered.ts";
import { causesOf } from "../disk/causes.ts";
import { fileOfComponent } from "../project/own-components.ts";
import { pagesFolderOf } from "../project/own-pages.ts";

/** As Eleventy names the template that failed, and those that would lie in one place. */
const TEMPLATE = /(?:^|[\s"(])(\.{1,2}\/[^\s"()]+\.\w+)/gm;
const CONFLICT = /Output conflict: multiple input files are writing to `([^`]+)`/;

/**
 * @param error as Eleventy threw it
 * @param project the folder of a project
 * @returns what can be mended where one of the project's own pages is at fault; any other error as it is
 */
export function explainRendering(error: unknown, project: string): unknown {
  const causes = causesOf(error);
  const known = causes.find((cause) => cause instanceof ContentError);
  if (known !== undefined) return known;
  const failed = causes.find((cause) => cause instanceof ReplacementError);
  if (failed !== undefined) return faultOfComponent(failed, project);
  const texts = causes.map((cause) => (cause instanceof Error ? cause.message : String(cause)));
  const named = [...texts.join("\n").matchAll(TEMPLATE)].map(([, name = ""]) => name);
  const own = named.map((file) => resolve(file)).filter((file) => isOwn(file, project));
  const [file] = own;
  if (file === undefined) return error;
  return new ContentError([conflictOf(file, texts, named) ?? faultOf(file, texts)]);
}

function faultOfComponent({ component, message }: ReplacementError, project: string): ContentError {
  const file = fileOfComponent(project, component);
  const mend = "исправьте её или удалите файл: тогда на её месте будет обычная.";
  return new ContentError([{ file, message: `Своя часть страницы не строится: ${message}`, mend }]);
}

function isOwn(file: string, project: string): boolean {
  const folder = pagesFolderOf(project);
  return folder !== undefined && file.startsWith(`${folder}/`) && sourceOfPage(file) === undefined;
}

function conflictOf(
  file: string,
  texts: readonly string[],
  named: readonly string[],
): Problem | undefined {
  const [, output] = texts.map((text) => CONFLICT.exec(text)).find((found) => found !== null) ?? [];
  if (output === undefined) return undefined;
  const others = named.map((one) => resolve(one)).filter((one) => one !== file);
  const names = [...new Set(others)].map((one) => sourceOfPage(one) ?? displayPath(one)).join(", ");
  const message = `По адресу этой страницы лежит и другая: ${names}.`;
  const mend =
    "задайте другой permalink; чтобы заменить страницу движка, положите свою в src/pages/vestnik под её именем.";
  return { file, message, mend };
}

/** The innermost cause says what is wrong, the outer ones where. */
function faultOf(file: string, texts: readonly string[]): Problem {
  const reason = texts.at(-1)?.split("\n")[0]?.trim() ?? "";
  const [, line, column] = /\[Line (\d+), Column (\d+)\]/i.exec(texts.join("\n")) ?? [];
  const place = line === undefined ? {} : { line: Number(line), column: Number(column ?? 1) };
  const message = `Страница не строится: ${reason}`;
  return { file, ...place, message, mend: "исправьте её шаблон или данные." };
}
