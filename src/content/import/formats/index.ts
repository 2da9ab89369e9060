import { extname } from "node:path";
import { ContentError } from "../../model/problem.ts";
import type { Reader, SourceText } from "../imported-item.ts";
import { readAtom } from "./atom.ts";
import { readHtmlPage } from "./html-page.ts";
import { readJsonLines } from "./json-lines.ts";
import { isRecord } from "./loose-record.ts";
import { readMarkdownFile } from "./markdown-file.ts";
import { readRss } from "./rss.ts";
import { readWxr } from "./wxr.ts";

/**
 * Tells the format of a file: by its ending where that says it, else by how it begins.
 *
 * @throws ContentError where it is none that can be read
 */
export function readerOf(source: SourceText): Reader {
  const ending = extname(source.file).toLowerCase();
  if ([".md", ".markdown"].includes(ending)) return readMarkdownFile;
  if ([".jsonl", ".ndjson", ".json"].includes(ending)) return jsonReader(source);
  const isPage = [".html", ".htm", ".xhtml"].includes(ending);
  // Jekyll and Hugo have posts in HTML, with fields above.
  if (isPage && hasFields(source.text)) return readMarkdownFile;
  if (isPage || /^\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+)?html\b/i.test(source.text))
    return readHtmlPage;
  return xmlReader(source);
}

/** Files of these endings that lie beside articles may be data, site maps or templates. */
const DATA_ENDINGS = new Set([".json", ".xml"]);

/** A file that is cut off may have no root at all, which is a problem to report. */
const ARTICLE_ROOTS = new Set(["feed", "rss", "rdf:RDF", "html", ""]);

/** @returns whether a file of a folder is of a format that articles may have, and holds none */
export function isData(source: SourceText): boolean {
  const ending = extname(source.file).toLowerCase();
  if (!DATA_ENDINGS.has(ending)) return false;
  if (ending === ".json") return !isArticleJson(source.text);
  return hasFields(source.text) || !ARTICLE_ROOTS.has(rootOf(source.text).name);
}

function hasFields(text: string): boolean {
  return /^\s*(?:---|\+\+\+)[ \t]*\n/.test(text);
}

/** A list of articles in one value is refused with advice; it is no data. */
function isArticleJson(text: string): boolean {
  if (/^\s*\[/.test(text)) return /"(?:title|headline)"\s*:/.test(text);
  const [line = ""] = text.trimStart().split("\n", 1);
  try {
    return isRecord(JSON.parse(line));
  } catch {
    return false;
  }
}

/** One value over many lines is no JSON Lines. */
function jsonReader({ file, text }: SourceText): Reader {
  const isOneValue = /^\s*(?:\[|\{\s*\n)/.test(text);
  if (!isOneValue) return readJsonLines;
  const message = "Это один общий JSON, а читается JSON Lines: по одному объекту на строке.";
  const mend = "переведите его: jq -c '.[]' файл.json > файл.jsonl.";
  throw new ContentError([{ file, line: 1, column: 1, message, mend }]);
}

function xmlReader(source: SourceText): Reader {
  const { tag, name } = rootOf(source.text);
  if (name === "feed") return readAtom;
  if (name === "rss" || name === "rdf:RDF") return isWxr(source, tag) ? readWxr : readRss;
  const found = name === "" ? "это не XML" : `первый тег — <${name.slice(0, 40)}>`;
  const message = `Формат не опознан: ${found}.`;
  const mend =
    "перенести можно RSS, Atom, выгрузку WordPress, JSON Lines (.jsonl), страницы (.html), статьи (.md) и текст (.txt).";
  throw new ContentError([{ file: source.file, line: 1, column: 1, message, mend }]);
}

function rootOf(text: string): { readonly tag: string; readonly name: string } {
  const head = text.slice(0, 20_000).replace(/<!--[\s\S]*?-->/g, "");
  const [tag = "", name = ""] = /<(?![?!])([\w:.-]+)[^>]*>/.exec(head) ?? [];
  return { tag, name };
}

function isWxr({ text }: SourceText, root: string): boolean {
  return (
    root.includes("wordpress.org/export/") || text.slice(0, 20_000).includes("<wp:wxr_version>")
  );
}
