import { XMLValidator } from "fast-xml-parser";
import type { Problem } from "../../content/index.ts";
import { type HtmlFault, htmlFaults } from "./html-faults.ts";

/** A file of a site as it was rendered. */
export interface WrittenPage {
  /** In the site: articles/most/index.html. */
  readonly path: string;
  readonly text: string;
  /** Its template, from the project's folder: src/site/pages/slice/article.tsx. */
  readonly template: string;
}

/** What follows from the first faults of a page says nothing new. */
const MOST_OF_PAGE = 3;
/** A fault of a template is on every page. */
const MOST_PAGES = 20;
/** In characters. */
const QUOTE = 60;

const CHECKS: readonly (readonly [RegExp, (text: string) => readonly HtmlFault[]])[] = [
  [/\.html$/, htmlFaults],
  [/\.xml$/, xmlFaults],
  [/\.(?:json|webmanifest)$/, jsonFaults],
];

/**
 * Looks for what makes pages invalid: HTML by its standard, feeds and maps that are no XML or JSON.
 *
 * @param pages as they were rendered
 * @param sources from paths of pages to the files of the articles that they are made from
 * @returns a problem for each of the first faults of the first pages that have some
 */
export function problemsOfPages(
  pages: readonly WrittenPage[],
  sources: ReadonlyMap<string, string> = new Map(),
): Problem[] {
  const problems: Problem[] = [];
  let count = 0;
  for (const page of pages) {
    const faults = faultsOf(page);
    if (faults.length === 0) continue;
    const shown = faults.slice(0, MOST_OF_PAGE);
    problems.push(...shown.map((fault) => problemOf(fault, page, sources.get(page.path))));
    if (++count === MOST_PAGES) break;
  }
  return problems;
}

function faultsOf({ path, text }: WrittenPage): readonly HtmlFault[] {
  return CHECKS.find(([name]) => name.test(path))?.[1](text) ?? [];
}

/** The place is of the rendered page, not of the article, so the message names it in words. */
function problemOf(fault: HtmlFault, page: WrittenPage, source: string | undefined): Problem {
  const { rule, line, column, offset } = fault;
  const quote = page.text.slice(offset, offset + QUOTE).replace(/\s+/g, " ");
  const what = `${fault.message} (${rule}): «${quote}».`;
  const message = `Страница «${page.path}» вышла с ошибкой в строке ${line}:${column}: ${what}`;
  if (!page.template.startsWith("src/")) {
    return { file: page.template, message, mend: "исправьте это место шаблона." };
  }
  const shown = `Покажите это разработчику: страницу сделал ${page.template}.`;
  if (source === undefined) {
    const mend = `отмените последнюю правку программы, настроек или данных. ${shown}`;
    return { file: page.path, line, column, message: `Страница вышла с ошибкой: ${what}`, mend };
  }
  const mend = `измените это место статьи или отложите её (draft: true). ${shown}`;
  return { file: source, message, mend };
}

function xmlFaults(text: string): HtmlFault[] {
  const found = XMLValidator.validate(text);
  if (found === true) return [];
  const { code, msg, line, col } = found.err;
  return [faultAt(text, `xml ${code}`, `это не XML: ${msg}`, line, col)];
}

function jsonFaults(text: string): HtmlFault[] {
  try {
    JSON.parse(text);
    return [];
  } catch (error) {
    return [faultAt(text, "json", `это не JSON: ${String(error)}`, 1, 1)];
  }
}

function faultAt(
  text: string,
  rule: string,
  message: string,
  line: number,
  column: number,
): HtmlFault {
  const before = text.split("\n").slice(0, line - 1);
  const offset = before.reduce((sum, { length }) => sum + length + 1, 0) + column - 1;
  return { rule, message, line, column, offset };
}
