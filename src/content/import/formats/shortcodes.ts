import type { NoteName } from "../note-kinds.ts";
import { markdownToHtml } from "./markdown-reader.ts";

/** A code of a template, and how it is written instead. */
export interface Code {
  readonly form: RegExp;
  /** @param parts the groups of the form, empty where they found nothing, and the whole at the end */
  readonly write: (...parts: string[]) => string;
  /** The note on it, if something is lost. */
  readonly what?: NoteName;
}

const OPEN = String.raw`\{\{[<%]-?\s*`;
const CLOSE = String.raw`\s{0,9}\/?-?[>%]\}\}`;

function hugo(names: string): RegExp {
  return new RegExp(`${OPEN}(?:${names})((?:\\s[^{}]{0,2000}?)?)${CLOSE}`, "g");
}

/** A code with an inside; none is nested in itself. */
function pair(names: string): RegExp {
  const inner = String.raw`((?:(?!\{\{[<%]-?\s*(?:${names})[\s>%])[\s\S])*?)`;
  return new RegExp(
    `${OPEN}(?:${names})((?:\\s[^{}]{0,2000}?)?)${CLOSE}${inner}${OPEN}/\\s*(?:${names})${CLOSE}`,
    "g",
  );
}

/** The site makes a list of contents by itself. */
const CONTENTS = "содержание убрано: сайт делает его сам";

/** What the report says of codes that have many forms. */
const CALLOUT = "выноска темы стала обычным текстом";
const COMMENT = "примечание для редакции ({% comment %}) не перенесено";

/** Codes of Hugo and of common themes, and the same of Jekyll and Hexo. */
export const SHORTCODES: readonly Code[] = [
  { form: hugo("figure|image|img"), write: (given = "") => figure(given) },
  { form: hugo("youtube|yt"), write: (given = "") => youtube(first(given, "id")) },
  { form: /\{%-?\s*youtube\s+["']?([\w-]+)[^{}%]*%\}/g, write: (id = "") => youtube(id) },
  {
    form: hugo("vimeo"),
    write: (given = "") => address(`https://vimeo.com/${first(given, "id")}`),
  },
  {
    form: hugo("gist"),
    write: (given = "") => address(`https://gist.github.com/${words(given).slice(0, 2).join("/")}`),
  },
  {
    form: /\{%-?\s*gist\s+([\w/-]+)[^{}%]*%\}/g,
    write: (id = "") => address(`https://gist.github.com/${id}`),
  },
  { form: hugo("tweet|twitter|x"), write: (given = "") => tweet(given) },
  {
    form: hugo("instagram"),
    write: (given = "") => address(`https://www.instagram.com/p/${first(given, "id")}/`),
  },
  {
    form: hugo("video|audio"),
    write: (given = "") => `\n\n<iframe src="${quoted(first(given, "src"))}"></iframe>\n\n`,
  },
  { form: hugo("toc|table-of-contents|tableofcontents"), write: () => "", what: CONTENTS },
  {
    form: /^[ \t]*(?:\[TOC\]|\[\[_?TOC_?\]\]|\$\{toc\}|<!--\s*toc\s*-->)[ \t]*$/gim,
    write: () => "",
    what: CONTENTS,
  },
  {
    form: /^[ \t]*(?:[*+-]|\d+\.)[ \t]+[^\n]*\n[ \t]*\{:\s*toc\b[^{}\n]*\}[ \t]*$/gim,
    write: () => "",
    what: CONTENTS,
  },
  {
    form: pair("details|expand|spoiler|collapse"),
    write: (given = "", inner = "") =>
      `\n\n<details><summary>${quoted(first(given, "summary", "title"))}</summary>\n\n${inner.trim()}\n\n</details>\n\n`,
  },
  {
    form: pair("notice|note|info|tip|warning|admonition|callout|hint|alert|box"),
    write: (given = "", inner = "") => `\n\n${heading(given)}${inner.trim()}\n\n`,
    what: CALLOUT,
  },
  {
    // «> [!NOTE] Заголовок» of GitHub, Hugo and Obsidian.
    form: /^((?:[ \t]*>)+)[ \t]*\[!\p{L}+\][+-]?[ \t]*([^\n]*)$/gimu,
    write: (signs = "", title = "") => (title === "" ? signs : `${signs} **${title}**\n${signs}`),
    what: CALLOUT,
  },
  {
    // «:::tip Заголовок» of VuePress and Docusaurus.
    form: /^:{3,}[ \t]*(?:note|tip|info|warning|danger|caution|important|success)\b[ \t]*([^\n]*)\n((?:(?!:::)[^\n]*\n)*):{3,}[ \t]*$/gim,
    write: (title = "", inner = "") =>
      `\n\n${title === "" ? "" : `**${title}**\n\n`}${inner.trim()}\n\n`,
    what: CALLOUT,
  },
  {
    // Pictures of Obsidian, with their size or their words.
    form: /!\[\[([^[\]|\n]{1,200}\.(?:avif|gif|jpe?g|png|svg|webp))(?:\|(?:\d+(?:x\d+)?|([^[\]\n]{0,200})))?\]\]/gi,
    write: (file = "", alt = "") => `![${alt}](<${file}>)`,
  },
  // Another note of Obsidian inside of this one is a link to it here.
  { form: /!(?=\[\[[^[\]\n]{1,200}\]\])/g, write: () => "" },
  {
    form: /(?<![%\p{L}\p{N}])%%(?!%)[^%]{1,5000}%%(?!%)/gu,
    write: () => "",
    what: COMMENT,
  },
  {
    // kramdown and others: Markdown inside of HTML.
    form: /(<(?:div|section|article|aside|header|footer|main|figure|details|blockquote|center|p)\b[^<>]*?)\smarkdown\s*=\s*["']?(?:1|block|span)["']?([^<>]*>)[ \t]*\n?/gi,
    write: (open = "", rest = "") => `${open}${rest}\n\n`,
  },
  {
    form: pair("rawhtml|raw|html|lead|center"),
    write: (_, inner = "") => `\n\n${inner.trim()}\n\n`,
  },
  {
    form: /\{%-?\s*(?:blockquote|quote)([^{}%]*)%\}\n?((?:(?!\{%-?\s*(?:block)?quote)[\s\S])*?)\n?\{%-?\s*end(?:block)?quote\s*-?%\}/g,
    write: (author = "", inner = "") => blockquote(inner, author.trim()),
  },
  {
    form: /\{%-?\s*(?:asset_img|img)\s+(?:[\w-]+\s+)??(\S+\.\w{3,4})\s*([^{}%]*?)\s*%\}/g,
    write: (src = "", alt = "") => `![${alt.replace(/["'[\]]/g, "")}](${src})`,
  },
  {
    form: pair("comment"),
    write: () => "",
    what: COMMENT,
  },
  {
    form: /\{%-?\s*comment\s*-?%\}((?:(?!\{%-?\s*comment)[\s\S])*?)\{%-?\s*endcomment\s*-?%\}/g,
    write: () => "",
    what: COMMENT,
  },
];

function named(given: string, name: string): string | undefined {
  const found = new RegExp(
    `(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|\`([^\`]*)\`|(\\S+))`,
  ).exec(given);
  return found?.slice(1).find((part) => part !== undefined);
}

/** Values without names, in their order. */
function words(given: string): string[] {
  return [...given.matchAll(/"([^"]*)"|'([^']*)'|([^\s"'=]+)(?!\S*=)/g)].map(
    ([, double, single, bare]) => double ?? single ?? bare ?? "",
  );
}

function first(given: string, ...names: readonly string[]): string {
  const found = names.map((name) => named(given, name)).find((value) => value !== undefined);
  return found ?? words(given)[0] ?? "";
}

function quoted(text: string): string {
  return text.replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}

function address(url: string): string {
  return `\n\n<${url}>\n\n`;
}

function youtube(id: string): string {
  return address(`https://www.youtube.com/watch?v=${id}`);
}

function tweet(given: string): string {
  return address(`https://twitter.com/${named(given, "user") ?? "i"}/status/${first(given, "id")}`);
}

function heading(given: string): string {
  const title = named(given, "title") ?? /"([^"]+)"/.exec(given)?.[1];
  return title === undefined ? "" : `**${title}**\n\n`;
}

function blockquote(inner: string, author: string): string {
  const lines = [...inner.trim().split("\n"), ...(author === "" ? [] : ["", `— ${author}`])];
  return `\n\n${lines.map((line) => `> ${line}`.trimEnd()).join("\n")}\n\n`;
}

/** Hugo shows the title above the caption, and then whose it is. */
function figure(given: string): string {
  const parts = ["title", "caption", "attr"].map((name) => named(given, name)).filter(Boolean);
  const markdown = parts.map((part) => part?.replace(/\.$/, "")).join(". ");
  const caption = markdownToHtml(markdown, {}).replace(/<\/?p>|\s+$/g, "");
  const text = caption === "" ? "" : `<figcaption>${caption}</figcaption>`;
  const src = quoted(first(given, "src"));
  return `\n\n<figure><img src="${src}" alt="${quoted(named(given, "alt") ?? "")}">${text}</figure>\n\n`;
}
