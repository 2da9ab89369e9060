import { ITEM_SCHEME } from "../html/references.ts";
import type { Note } from "../imported-item.ts";
import { outsideCode } from "./outside-code.ts";
import { type Code, SHORTCODES } from "./shortcodes.ts";

/** Codes that are shown as text: in comment signs of Hugo, and raw ones of Jekyll. */
const ESCAPED = /\{\{([<%])\/\*((?:(?!\{\{)[\s\S])*?)\*\/([>%])\}\}/g;
const RAW = /\{%-?\s*(?:end)?raw\s*-?%\}\n?/g;

/** Blocks of code: the language, then the code. */
const CODE_BLOCKS: readonly RegExp[] = [
  /\{%-?\s*highlight\s+([\w+#-]+)[^%{]*%\}\n?((?:(?!\{%-?\s*highlight)[\s\S])*?)\n?\{%-?\s*endhighlight\s*-?%\}/g,
  /\{\{[<%]\s*highlight\s+"?([\w+#-]+)"?[^>%{]*[>%]\}\}\n?((?:(?!\{\{[<%]\s*highlight)[\s\S])*?)\n?\{\{[<%]\s*\/\s*highlight\s*[>%]\}\}/g,
  /\{%-?\s*(?:code|codeblock)(?:\s[^{}%]*?(?:lang:([\w+#-]+))?[^{}%]*)?%\}\n?((?:(?!\{%-?\s*code)[\s\S])*?)\n?\{%-?\s*endcode(?:block)?\s*-?%\}/g,
];

/**
 * A code that works only as an address of a link. The lengths in the lookbehind are limited, for it is
 * tried at every sign of a text.
 */
function linkCode(code: string): RegExp {
  const before = String.raw`\]\(\s{0,9}<?|\bhref\s{0,9}=\s{0,9}["']?|^\[[^\]\n]{1,200}\]:\s{0,9}`;
  return new RegExp(`(?<=${before})${code}`, "gm");
}

/** The address of an item of the same source. */
function itemAddress(name = ""): string {
  return `${ITEM_SCHEME}${encodeURI(name.trim()).replace(/[()]/g, encodeURIComponent)}`;
}

/** Codes of Jekyll (Liquid) and Hugo (shortcodes) that Markdown or HTML can express. */
const CODES: readonly Code[] = [
  { form: /\{\{-?\s*site\.(?:baseurl|url)\s*-?\}\}/g, write: () => "" },
  {
    form: /\{\{-?\s*["']([^"'{}]+)["']\s*\|\s*(?:relative|absolute)_url\s*-?\}\}/g,
    write: (path = "") => path,
  },
  {
    form: linkCode(
      String.raw`\{\{[<%]\s*(?:rel)?ref\s+(?:path=)?["'\x60]([^"'\x60{}]+)["'\x60][^{}]*[>%]\}\}`,
    ),
    write: itemAddress,
  },
  {
    form: linkCode(String.raw`\{%-?\s*(?:post_url|link)\s+["']?([^{}%]+?)["']?\s*-?%\}`),
    write: itemAddress,
  },
  // Hexo writes the link itself: with the words that are given, else with the title of the post.
  {
    form: /\{%-?\s*post_link\s+(\S+)\s*(?:"([^"]*)"|'([^']*)')?[^{}%]*%\}/g,
    write: (name = "", double = "", single = "") =>
      `[${double || single || name.replace(/[-_]+/g, " ")}](${itemAddress(name)})`,
  },
  {
    form: /\{\{[<%]\s*(?:rel)?ref\s+"([^"]+)"\s*[>%]\}\}/g,
    write: (path = "") => path,
  },
  ...SHORTCODES,
  // kramdown: the name of the heading above, and classes.
  {
    form: /^(#{1,6} [^\n]*)\n\{:\s*(#[\w-]+)[^{}\n]*\}[ \t]*$/gm,
    write: (heading, id) => `${heading} {${id}}`,
  },
  { form: /^\{:[^{}\n]*\}[ \t]*$|(?<=[)*_`\]])\{:[^{}\n]*\}/gm, write: () => "" },
];

/** Marks that are removed at the end. */
const SHOWN = /^(?:\{\{[<%]\/\*|\{%-?\s*(?:end)?raw)/;

/** Each up to the next opening: otherwise a text of openings alone takes quadratic time. */
const LEFT = /\{%(?:(?!\{%).)*?%\}|\{\{(?:(?!\{\{).)*?\}\}/g;

/**
 * Writes the codes of templates as Markdown and HTML; code that is shown stays as it is.
 *
 * @returns the text, and notes on the codes that are left in it
 */
export function withoutCodes(text: string): { readonly markdown: string; readonly notes: Note[] } {
  const notes: Note[] = [];
  const codes = outsideCode(withCodeBlocks(text), (part) => written(part, notes));
  const markdown = codes.replace(ESCAPED, "{{$1$2$3}}").replace(RAW, "");
  return { markdown, notes };
}

/** @returns a text whose code in templates' own marks is code of Markdown, before all else */
export function withCodeBlocks(text: string): string {
  const write = (language = "", code = ""): string => `\n\`\`\`${language}\n${code}\n\`\`\`\n`;
  return CODE_BLOCKS.reduce((all, form) => replaced(all, form, write), text);
}

function written(text: string, notes: Note[]): string {
  let markdown = text;
  for (const { form, write, what } of CODES) {
    markdown = replaced(markdown, form, (...parts) => {
      const [detail = ""] = parts.slice(-1);
      if (what !== undefined) notes.push({ what, detail: detail.trim().slice(0, 100) });
      return write(...parts);
    });
  }
  for (const [code] of markdown.matchAll(LEFT)) {
    if (SHOWN.test(code)) continue;
    notes.push({ what: "код шаблона остался в тексте", detail: code.slice(0, 100) });
  }
  return markdown;
}

/** @param write gets the groups, and the whole at the end */
function replaced(text: string, form: RegExp, write: Code["write"]): string {
  return text.replace(form, (all: string, ...rest: unknown[]) => {
    const offset = rest.findIndex((part) => typeof part === "number");
    const groups = rest.slice(0, offset).map((part) => (typeof part === "string" ? part : ""));
    return write(...groups, all);
  });
}
