import TurndownService from "turndown";
import { escapeMarkdown } from "../escape-markdown.ts";
import { HEADING_ID } from "./anchors.ts";
import { cleanHtml, EXCLAMATION, TASK } from "./clean.ts";
import { attribute, type DomElement, firstIn, parseHtml, wordsInLine } from "./dom.ts";
import { isBesideBreak } from "./paragraphs.ts";
import type { HtmlReferences } from "./references.ts";
import { tableMarkdown } from "./table.ts";

/** HTML with one of these has its own paragraphs: its line ends mean nothing. */
const MARKED_UP = /<(?:p|br|div|ul|ol|table|h[1-6]|blockquote|pre|section|article)\b|<!-- wp:/i;

/** The site itself puts one above the notes of an article. */
const LINE_ABOVE_NOTES = /\n+---(?=(?:\n+(?:\[\^\d+\]: | {4})[^\n]*)+\s*$)/;

/**
 * Turns HTML into the Markdown that articles are written in.
 *
 * @param html a piece of HTML; text without any block of it is cut at its blank lines
 * @param isLoose whether blank lines are paragraphs even beside blocks, as in WordPress
 * @returns the text, empty where there is none
 * @throws HtmlError where it is too long or nests too deep
 */
export function htmlToMarkdown(html: string, isLoose: boolean, references: HtmlReferences): string {
  const isPlain = !MARKED_UP.test(html);
  const { body } = parseHtml(`<body>${html}`);
  cleanHtml(body, isPlain || (isLoose && !html.includes("<!-- wp:")), references);
  return service
    .turndown(body)
    .replace(/[ \t]+$/gm, "")
    .replace(/\n{3,}/g, "\n\n")
    .replace(LINE_ABOVE_NOTES, "")
    .trim();
}

function createService(): TurndownService {
  const turndown = new TurndownService({
    headingStyle: "atx",
    hr: "---",
    codeBlockStyle: "fenced",
    emDelimiter: "*",
    br: "\\",
  });
  turndown.escape = escapeText;
  const table: Replacement = (_, node) => {
    return `\n\n${tableMarkdown(node, (cell) => turndown.turndown(cell))}\n\n`;
  };
  for (const [filter, replacement] of [...RULES, ["table", table] as const])
    turndown.addRule(String(filter), { filter, replacement });
  return turndown;
}

type Replacement = (content: string, node: DomElement) => string;
type Filter = string | readonly string[] | ((node: DomElement) => boolean);

/** How elements are written. The last rule that fits an element counts. */
const RULES: readonly (readonly [Filter, Replacement])[] = [
  ["br", (_, node) => breakMarkdown(node)],
  [["h2", "h3", "h4", "h5", "h6"], heading],
  [["del", "s", "strike"], strike],
  ["q", (content) => `«${content}»`],
  ["a", link],
  ["img", (_, node) => image(node)],
  ["li", item],
  [
    (node) => node.nodeName === "CODE" && node.closest("pre") === null,
    (_, node) => inlineCode(node),
  ],
  ["pre", (_, node) => code(node)],
  ["details", folded],
  ["summary", () => ""],
  [["dl", "legend"], (content) => `\n\n${content}\n\n`],
  ["dt", term],
  [(node) => node.nodeName === "SUP" && isFootnote(node), (_, node) => reference(node)],
  [(node) => /^(?:A|HR)$/.test(node.nodeName) && isFootnote(node), () => ""],
];

const service = createService();

/** Between angle brackets no sign of an address means anything to Markdown. */
const ADDRESS = /(?:https?|ftp):\/\/[^\s<>"«»“”„`|\\[\]{}^]+/g;
const SENTENCE_END = /[.,:;!?…)\]}*_~'’—–-]+$/;

function escapeText(text: string): string {
  let [result, from] = ["", 0];
  for (const match of text.matchAll(ADDRESS)) {
    const address = match[0].replace(SENTENCE_END, "");
    result += `${escapePart(text.slice(from, match.index), from === 0)}<${address}>`;
    from = match.index + address.length;
  }
  result += escapePart(text.slice(from), from === 0);
  return result.replaceAll(EXCLAMATION, "\\!");
}

/** A link holds no other link, so that addresses in its words lose their brackets. */
function withoutLinks(markdown: string): string {
  return markdown.replace(/<((?:https?|ftp):\/\/[^\s<>]+)>/g, (_, address: string) =>
    escapeMarkdown(address),
  );
}

function escapePart(text: string, isStart: boolean): string {
  return isStart ? escapeMarkdown(text) : escapeMarkdown(`x${text}`).slice(1);
}

function breakMarkdown(node: DomElement): string {
  if (isBesideBreak(node, "nextSibling")) return "";
  return isBesideBreak(node, "previousSibling") ? "\n\n" : "\\\n";
}

function heading(content: string, node: DomElement): string {
  const text = content.replace(/\\?\s*\n\s*/g, " ").trim();
  // Signs at the end would be taken for the end of the heading.
  const safe = text.replace(/(?<!\\)#+$/, "\\$&");
  const id = attribute(node, HEADING_ID);
  const address = id === undefined ? "" : ` {#${id}}`;
  return text === ""
    ? ""
    : `\n\n${"#".repeat(Number(node.nodeName.slice(1)))} ${safe}${address}\n\n`;
}

function strike(content: string): string {
  return content.trim() === "" ? content : `~~${content}~~`;
}

function link(content: string, node: DomElement): string {
  const words = withoutLinks(content)
    .replace(/\\?\s*\n\s*/g, " ")
    .trim();
  const href = attribute(node, "href");
  if (href === undefined || words === "") return words;
  if (node.textContent.trim() === href && /^https?:\/\/[^\s<>]+$/.test(href)) return `<${href}>`;
  return `[${words}](${destination(href)}${title(attribute(node, "title"))})`;
}

function destination(address: string): string {
  const safe = address.replace(/[\s<>\\]/g, (sign) => encodeURIComponent(sign));
  return safe.replace(/[()]/g, "\\$&");
}

function title(text: string | undefined): string {
  if (text === undefined) return "";
  return ` "${text.replace(/\s+/g, " ").replace(/["\\]|&(?=#?\w+;)/g, "\\$&")}"`;
}

function image(node: DomElement): string {
  const alt = (attribute(node, "alt") ?? "").replace(/\s+/g, " ");
  const source = destination(encodeURI(attribute(node, "src") ?? ""));
  return `![${escapeMarkdown(alt)}](${source}${title(attribute(node, "title"))})`;
}

function item(content: string, node: DomElement): string {
  if (isFootnote(node)) return footnote(content, node);
  const siblings = Array.from(node.parentNode?.children ?? []).filter(
    (one) => one.nodeName === "LI",
  );
  const start = Number(attribute(node.parentNode, "start") ?? 1);
  const first = Number.isInteger(start) && start >= 0 && start < 1e8 ? start : 1;
  const mark = node.parentNode?.nodeName === "OL" ? `${first + siblings.indexOf(node)}. ` : "- ";
  const text = content.replace(/^\s+|\s+$/g, "").replace(/\n/g, `\n${" ".repeat(mark.length)}`);
  return `${mark}${taskMark(node)}${text}\n`;
}

/** «[x] » of a task that is done. */
function taskMark(node: DomElement): string {
  const state = attribute(node, TASK);
  return state === undefined ? "" : state === "done" ? "[x] " : "[ ] ";
}

/** A cell of a table ends at every «|», be it in code. */
function inlineCode(node: DomElement): string {
  const raw = node.textContent.replace(/\s+/g, " ").trim();
  const text = node.closest("td, th") === null ? raw : raw.replaceAll("|", "\\|");
  if (text === "") return "";
  const runs = text.match(/`+/g) ?? [];
  const fence = "`".repeat(Math.max(0, ...runs.map((run) => run.length)) + 1);
  const space = /^`|`$/.test(text) ? " " : "";
  return `${fence}${space}${text}${space}${fence}`;
}

/** A folded block; it has more colons than the callouts inside of it. */
function folded(content: string, node: DomElement): string {
  const title = wordsInLine(firstIn(node, "summary")) ?? "";
  const runs = content.match(/^[\s>]*:{3,}/gm) ?? [];
  const fence = ":".repeat(Math.max(3, ...runs.map((run) => run.trim().length + 1)));
  return `\n\n${fence} подробнее ${title}`.trimEnd().concat(`\n${content.trim()}\n${fence}\n\n`);
}

/** Markdown has no definition lists: a term is bold. */
function term(content: string): string {
  const words = content.replace(/\\?\s*\n\s*/g, " ").trim();
  return words === "" ? "" : `\n\n${/[*_`[\]]/.test(words) ? words : `**${words}**`}\n\n`;
}

/** A fence is longer than any run of its signs inside. */
function code(node: DomElement): string {
  const text = node.textContent.replace(/\n$/, "");
  const runs = text.match(/`{3,}/g) ?? [];
  const fence = "`".repeat(Math.max(3, ...runs.map((run) => run.length + 1)));
  const inner = firstIn(node, "code")?.className ?? "";
  const [, language = ""] = /\blang(?:uage)?-([\w+#-]+)/.exec(`${inner} ${node.className}`) ?? [];
  return `\n\n${fence}${language}\n${text}\n${fence}\n\n`;
}

/** Whether it is a part of a footnote, by the classes of markdown-it-footnote. */
function isFootnote(node: DomElement): boolean {
  return /\bfootnote(?:-ref|-item|-backref|s-sep)\b/.test(node.className);
}

function reference(node: DomElement): string {
  const [, number = "1"] = /#fn(\d+)/.exec(attribute(firstIn(node, "a"), "href") ?? "") ?? [];
  return `[^${number}]`;
}

function footnote(content: string, node: DomElement): string {
  const number = (attribute(node, "id") ?? "").replace(/\D/g, "");
  return `\n\n[^${number}]: ${content.trim().replace(/\n(?=[^\n])/g, "\n    ")}\n\n`;
}
