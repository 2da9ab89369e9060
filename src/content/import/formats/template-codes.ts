import { ITEM_SCHEME } from "../html/references.ts";
import type { Note } from "../imported-item.ts";

interface Code {
  readonly form: RegExp;
  /** @param parts what the groups of the form found */
  readonly write: (...parts: string[]) => string;
}

/** Only where an address is asked for: in a text the generator shows it as it is. */
function linkCode(code: string): RegExp {
  return new RegExp(String.raw`(?<=\]\(\s*<?|\bhref\s*=\s*["']?|^\[[^\]\n]+\]:\s*)${code}`, "gm");
}

/** Says which item of the same source is meant. */
function itemAddress(name = ""): string {
  return `${ITEM_SCHEME}${encodeURI(name.trim()).replace(/[()]/g, encodeURIComponent)}`;
}

/** What templates of Jekyll (Liquid) and Hugo (shortcodes) say that Markdown or HTML can say. */
const CODES: readonly Code[] = [
  { form: /\{%-?\s*(?:end)?raw\s*-?%\}/g, write: () => "" },
  {
    form: /\{%-?\s*highlight\s+([\w+#-]+)[^%{]*%\}\n?([\s\S]*?)\n?\{%-?\s*endhighlight\s*-?%\}/g,
    write: (language = "", code = "") => `\n\`\`\`${language}\n${code}\n\`\`\`\n`,
  },
  {
    form: /\{\{[<%]\s*highlight\s+"?([\w+#-]+)"?[^>%{]*[>%]\}\}\n?([\s\S]*?)\n?\{\{[<%]\s*\/highlight\s*[>%]\}\}/g,
    write: (language = "", code = "") => `\n\`\`\`${language}\n${code}\n\`\`\`\n`,
  },
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
  {
    form: /\{\{[<%]\s*(?:rel)?ref\s+"([^"]+)"\s*[>%]\}\}/g,
    write: (path = "") => path,
  },
  {
    form: /\{\{[<%]\s*figure\s([^{}]*?)\/?\s*[>%]\}\}/g,
    write: (attributes = "") => figure(attributes),
  },
  {
    form: /\{\{[<%]\s*youtube\s+(?:id=)?"?([\w-]+)"?[^{}]*[>%]\}\}/g,
    write: (id = "") => `\n\n<https://www.youtube.com/watch?v=${id}>\n\n`,
  },
  {
    form: /\{\{[<%]\s*vimeo\s+(?:id=)?"?(\d+)"?[^{}]*[>%]\}\}/g,
    write: (id = "") => `\n\n<https://vimeo.com/${id}>\n\n`,
  },
];

/** Behind a block of kramdown: {: .class #id} */
const ATTRIBUTES = /^\{:[^{}\n]*\}[ \t]*$|(?<=[)*_`\]])\{:[^{}\n]*\}/gm;

/** Each only up to the next one that opens: a text of openings alone would take for ever. */
const LEFT = /\{%(?:(?!\{%).)*?%\}|\{\{(?:(?!\{\{).)*?\}\}/g;

/**
 * Writes the codes of templates as Markdown and HTML.
 *
 * @returns the text, and the codes in it that only their own generator understands
 */
export function withoutCodes(text: string): { readonly markdown: string; readonly notes: Note[] } {
  let markdown = text;
  for (const { form, write } of CODES) {
    markdown = markdown.replace(form, (_, ...rest: unknown[]) => {
      return write(...rest.filter((part) => typeof part === "string").slice(0, -1));
    });
  }
  markdown = markdown.replace(ATTRIBUTES, "");
  const notes = [...markdown.matchAll(LEFT)].map(([code]): Note => {
    return { what: "код шаблона остался в тексте", detail: code.slice(0, 100) };
  });
  return { markdown, notes };
}

function figure(attributes: string): string {
  const value = (name: string): string => {
    const found = new RegExp(`\\b${name}=(?:"([^"]*)"|'([^']*)'|(\\S+))`).exec(attributes);
    return (found?.[1] ?? found?.[2] ?? found?.[3] ?? "").replaceAll('"', "&quot;");
  };
  const caption = value("caption") || value("title");
  const words = caption === "" ? "" : `<figcaption>${caption}</figcaption>`;
  return `\n\n<figure><img src="${value("src")}" alt="${value("alt")}">${words}</figure>\n\n`;
}
