import { escapeHtml } from "../../language/index.ts";

/**
 * The page that stands for every other one while something is wrong. It is the editor's own, and has
 * no styles: those of the site may be what is wrong.
 *
 * @param problems as the command line tells them
 */
export function errorPage(problems: string): string {
  return `<!doctype html>
<html lang="ru">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>Сайт не собрался</title>
<h1>Сайт не собрался</h1>
<p>Исправьте и сохраните файл: страница обновится сама.</p>
<p>${problems.trim().split("\n").map(toLine).join("<br>\n")}</p>
</html>`;
}

/** Where a line begins says what it belongs to. */
function toLine(line: string): string {
  const [indent = ""] = /^ */.exec(line) ?? [];
  return "&nbsp;".repeat(indent.length) + escapeHtml(line.slice(indent.length));
}
