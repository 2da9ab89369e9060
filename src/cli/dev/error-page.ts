import { readFileSync } from "node:fs";
import { join } from "node:path";
import { MODULES } from "../../build/index.ts";
import { escapeHtml } from "../../language/index.ts";

/**
 * Of the package: those of the newspaper may be what is wrong. Written into the page, for nothing else may be
 * there to be asked for; only the editor's own machine shows it.
 */
const STYLES = ["tokens.css", "base.css", "dev-error.css"];

/**
 * The page that stands for every other one while something is wrong; it looks as the site does.
 *
 * @param problems as the command line tells them
 */
export function errorPage(problems: string): string {
  const styles = STYLES.map((name) => readFileSync(join(MODULES, "site/styles", name), "utf8"));
  return `<!doctype html>
<html lang="ru">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Сайт не собрался</title>
<style>${styles.join("\n")}</style>
<main>
<h1>Сайт не собрался</h1>
<p class="hint">Исправьте и сохраните файл: страница обновится сама.</p>
${blocksOf(problems).map(toBlock).join("\n")}
</main>
</html>`;
}

/** A line that is set in belongs to the one before it. */
function blocksOf(problems: string): string[][] {
  const blocks: string[][] = [];
  for (const line of problems.split("\n").filter((one) => one.trim() !== "")) {
    if (/^\s/.test(line) && blocks.length > 0) blocks.at(-1)?.push(line.trim());
    else blocks.push([line.trim()]);
  }
  return blocks;
}

/** Where it is, what it is, how to mend it. */
function toBlock([first = "", ...rest]: readonly string[]): string {
  const [, place, what] = /^(\S+:\d+:\d+): (.*)$/.exec(first) ?? [];
  if (place === undefined)
    return `<p class="hint">${[first, ...rest].map(escapeHtml).join("<br>")}</p>`;
  const mend = rest.map((line) => `<p class="mend">${escapeHtml(line)}</p>`).join("");
  return `<section class="problem"><p class="place">${escapeHtml(place)}</p><p>${escapeHtml(what ?? "")}</p>${mend}</section>`;
}
