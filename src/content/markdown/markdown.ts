import type { Env, MarkdownIt, Token } from "markdown-it";
import type { Wording } from "../../interface/index.ts";
import { textOnly } from "../model/control-characters.ts";
import { isNamedMedia } from "../model/media-names.ts";
import { readingMinutes } from "../model/reading-time.ts";
import type { Heading } from "../model/types.ts";
import { markdownEmbeds } from "./markdown-embeds.ts";
import { markdownGalleries } from "./markdown-galleries.ts";
import { headingsOf, markdownHeadings } from "./markdown-headings.ts";
import { isFigure, markdownFigures, type ShownImage, setImage } from "./markdown-images.ts";
import { longestText } from "./markdown-limits.ts";
import { markdownMedia, type ShownMedia, setMedia } from "./markdown-media.ts";
import { createParser } from "./markdown-parser.ts";
import { addProblem, problemEnvironment, type TextProblem } from "./markdown-problems.ts";
import { markdownTables } from "./markdown-tables.ts";
import { allTexts, endsLine, firstParagraph } from "./markdown-text.ts";
import { markdownTypography } from "./markdown-typography.ts";
import { RUSSIAN } from "./markdown-wording.ts";

/** What an article's text refers to, turned into addresses of the site; lines are of the text. */
export interface References {
  /** @param href the target of a link as written */
  link(href: string): string;
  /**
   * @param src the file of an image as written
   * @param line where it stands, from 1
   * @param isFigure whether it stands alone, as wide as the text
   * @returns nothing where there is none to show
   */
  image(src: string, line: number, isFigure: boolean): ShownImage | undefined;
  /**
   * @param src the file of a sound or a film as written
   * @param line where it stands, from 1
   * @returns nothing where there is none to play
   */
  media(src: string, line: number): ShownMedia | undefined;
  /** @param tag the language of a passage as written; @returns the tag as it has to be */
  language(tag: string, line: number): string;
  /** Is told what else is wrong with the text, from its beginning to its end. */
  problem(problem: TextProblem): void;
}

export interface RenderedMarkdown {
  /** HTML without a wrapping element; what was typed as HTML in it is escaped, but for a few tags. */
  readonly html: string;
  /** The first paragraph as plain text, empty where there is none. */
  readonly lead: string;
  /** In the order of the text. */
  readonly headings: readonly Heading[];
  /** How long the text takes to read, in whole minutes, 1 at least. */
  readonly readingMinutes: number;
}

/** What every address that is typed without brackets holds: https://, ftp://, //, or an @. */
const BARE_ADDRESS = /\/\/|@/;

const withAddresses = createRenderer(true);
/** The search for addresses takes a third of the time of a text, and most texts have none. */
const withoutAddresses = createRenderer(false);

function createRenderer(linkify: boolean): MarkdownIt {
  const markdown = createParser(linkify);
  markdown.use(markdownTypography);
  // What reads a text as it is set.
  markdown.use(markdownHeadings);
  markdown.use(markdownGalleries);
  markdown.use(markdownFigures);
  markdown.use(markdownMedia);
  markdown.use(markdownTables);
  markdown.use(markdownEmbeds);
  markdown.use(resolveReferences);
  return markdown;
}

/**
 * Renders an article's Markdown (CommonMark, tables and strikethrough; footnotes, tasks, callouts,
 * authors of quotes, abbreviations, some tags, cards of videos, players and galleries as docs/editors.md
 * has them) with
 * Russian typography.
 *
 * @param text Markdown; HTML in it is shown as text, but for a few tags
 * @param references where links and images lead; what they throw passes through
 * @param wording in whose words notes and cards are named; Russian by default
 */
export function renderMarkdown(
  text: string,
  references: References,
  wording: Wording = RUSSIAN,
): RenderedMarkdown {
  const markdown = BARE_ADDRESS.test(text) ? withAddresses : withoutAddresses;
  const problems: TextProblem[] = [];
  const environment = { ...problemEnvironment(problems), targets: references, wording };
  const tokens = markdown.parse(longestText(text, problems), environment);
  for (const problem of problems.toSorted(byPlace)) references.problem(problem);
  return {
    // Entities and encoded addresses become signs only now.
    html: textOnly(markdown.renderer.render(tokens, markdown.options, environment)),
    lead: textOnly(firstParagraph(tokens)),
    headings: headingsOf(tokens).map((one) => ({ ...one, text: textOnly(one.text) })),
    readingMinutes: readingMinutes(allTexts(tokens)),
  };
}

function byPlace(a: TextProblem, b: TextProblem): number {
  return a.line - b.line || a.column - b.column;
}

function resolveReferences(md: MarkdownIt): void {
  md.core.ruler.push("resolve_references", (state) => {
    const references = state.env.targets as References;
    for (const block of state.tokens) {
      let line = (block.map?.[0] ?? 0) + 1;
      for (const token of block.children ?? []) {
        if (endsLine(token)) line++;
        resolveToken(token, references, line, state.env);
      }
    }
  });
}

function resolveToken(token: Token, references: References, line: number, env: Env): void {
  const attribute = (name: string): string => String(token.attrGet(name) ?? "");
  if (token.type === "link_open") token.attrSet("href", references.link(attribute("href")));
  if (token.type === "foreign_open") {
    token.attrSet("lang", references.language(attribute("lang"), line));
  }
  if (token.type === "media") {
    const shown = references.media(attribute("src"), line);
    if (shown !== undefined) setMedia(token, shown);
  }
  if (token.type !== "image") return;
  if (isNamedMedia(attribute("src"))) {
    addProblem(env, besideWords(attribute("src"), line));
    return;
  }
  const image = references.image(attribute("src"), line, isFigure(token));
  if (image !== undefined) setImage(token, image);
}

function besideWords(src: string, line: number): TextProblem {
  const message = `Запись «${src}» стоит в одном абзаце с чем-то ещё.`;
  const mend = "поставьте её отдельным абзацем: между абзацами — пустая строка.";
  return { line, column: 1, message, mend };
}
