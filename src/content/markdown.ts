import createMarkdown, { type MarkdownIt, type Token } from "markdown-it";
import { markdownTypography } from "./markdown-typography.ts";
import { slugify } from "./slugs.ts";

/** What an article's text refers to, turned into addresses of the site. */
export interface References {
  /** @param href the target of a link as written */
  link(href: string): string;
  /** @param src the file of an image as written; @param line its line in the text, from 1 */
  image(src: string, line: number): string;
}

export interface RenderedMarkdown {
  /** HTML without a wrapping element; everything in it that was typed as HTML is escaped. */
  readonly html: string;
  /** The first paragraph as plain text, empty where there is none. */
  readonly lead: string;
}

/** What every address that is typed without brackets holds: https://, ftp://, //, or an @. */
const BARE_ADDRESS = /\/\/|@/;

const withAddresses = createRenderer(true);
/** The search for addresses takes a third of the time of a text, and most texts have none. */
const withoutAddresses = createRenderer(false);

function createRenderer(linkify: boolean): MarkdownIt {
  const markdown = createMarkdown({ html: false, linkify, typographer: false });
  // A bare «site.ru» in a sentence is a name; only what is written as an address becomes a link.
  markdown.linkify.set({ fuzzyLink: false });
  markdown.use(markdownTypography);
  markdown.use(subordinateHeadings);
  markdown.use(headingAnchors);
  markdown.use(resolveReferences);
  return markdown;
}

/**
 * Renders an article's Markdown (CommonMark, tables and strikethrough) with Russian typography.
 *
 * @param text Markdown; raw HTML in it is shown as text
 * @param references where links and images lead; what they throw passes through
 */
export function renderMarkdown(text: string, references: References): RenderedMarkdown {
  const markdown = BARE_ADDRESS.test(text) ? withAddresses : withoutAddresses;
  const environment = { targets: references };
  const tokens = markdown.parse(text, environment);
  return {
    html: markdown.renderer.render(tokens, markdown.options, environment),
    lead: firstParagraph(tokens),
  };
}

function firstParagraph(tokens: readonly Token[]): string {
  const open = tokens.findIndex((token) => token.type === "paragraph_open" && token.level === 0);
  return open === -1 ? "" : plainText(tokens[open + 1]);
}

function plainText(inline: Token | undefined): string {
  const parts = (inline?.children ?? []).map((token) => {
    if (token.type === "softbreak" || token.type === "hardbreak") return " ";
    return token.type === "text" || token.type === "code_inline" ? token.content : "";
  });
  return parts.join("").trim();
}

/** The page's only h1 is the article's title, so a heading of the first rank becomes an h2. */
function subordinateHeadings(md: MarkdownIt): void {
  md.core.ruler.push("subordinate_headings", (state) => {
    for (const token of state.tokens) {
      if (token.tag === "h1") token.tag = "h2";
    }
  });
}

/** Each heading gets an id from its words, so that links and search results can lead to it. */
function headingAnchors(md: MarkdownIt): void {
  md.core.ruler.push("heading_anchors", (state) => {
    const taken = new Map<string, number>();
    for (const [index, token] of state.tokens.entries()) {
      if (token.type !== "heading_open") continue;
      const slug = slugify(plainText(state.tokens[index + 1])) || "razdel";
      const count = (taken.get(slug) ?? 0) + 1;
      taken.set(slug, count);
      token.attrSet("id", count === 1 ? slug : `${slug}-${count}`);
    }
  });
}

function resolveReferences(md: MarkdownIt): void {
  md.core.ruler.push("resolve_references", (state) => {
    const references = state.env.targets as References;
    for (const block of state.tokens) {
      const line = (block.map?.[0] ?? 0) + 1;
      for (const token of block.children ?? []) resolveToken(token, references, line);
    }
  });
}

function resolveToken(token: Token, references: References, line: number): void {
  if (token.type === "link_open") {
    token.attrSet("href", references.link(String(token.attrGet("href") ?? "")));
  }
  if (token.type === "image") {
    token.attrSet("src", references.image(String(token.attrGet("src") ?? ""), line));
    token.attrSet("loading", "lazy");
  }
}
