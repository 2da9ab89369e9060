import type { MarkdownIt, StateCore, Token } from "markdown-it";
import container from "markdown-it-container";
import { text, type Wording } from "../../interface/index.ts";
import { escapeHtml } from "../../language/index.ts";
import { DateError, formatDate, type PublicationDate, parseDate } from "../model/dates.ts";
import { typography } from "../typography/typography.ts";
import { addProblem, columnOf, lineOf, sourceLine } from "./markdown-problems.ts";
import { wordingOf } from "./markdown-wording.ts";

interface Kind {
  readonly title: "prose.important" | "prose.corrected" | "prose.more";
  /** As editors write it. */
  readonly name: string;
  /** Of its class; one that is folded has none. */
  readonly modifier?: string;
  /** The argument behind its name. */
  readonly takes: "nothing" | "day" | "title";
}

/** The data of a callout's token. */
interface Callout {
  readonly kind: Kind;
  readonly date?: PublicationDate | undefined;
  /** Another title than that of its kind. */
  readonly title?: string | undefined;
}

/** By the names that editors write. */
const KINDS: Readonly<Record<string, Kind>> = {
  важно: { title: "prose.important", name: "важно", modifier: "important", takes: "nothing" },
  исправлено: {
    title: "prose.corrected",
    name: "исправлено",
    modifier: "correction",
    takes: "day",
  },
  подробнее: { title: "prose.more", name: "подробнее", takes: "title" },
};

const MEND =
  "напишите «::: важно», «::: исправлено 24.11.2026» или «::: подробнее Заголовок», а после текста — «:::».";

const CLOSING = /^[\s>]*:{3,}\s*$/;

/**
 * A markdown-it plugin for `::: важно` and `::: исправлено 24.11.2026`, up to `:::`; `::: подробнее` folds
 * its content.
 */
export function markdownCallouts(md: MarkdownIt): void {
  // Unknown names are taken too, so that they are reported and not shown to readers.
  md.use(container, "callout", { validate: () => true });
  md.core.ruler.after("block", "callouts", (state) => {
    const open: Token[] = [];
    for (const token of state.tokens) {
      if (token.type === "container_callout_open") {
        setCallout(token, readCallout(token, state));
        open.push(token);
      }
      if (token.type === "container_callout_close") token.tag = open.pop()?.tag ?? token.tag;
    }
  });
  md.renderer.rules.container_callout_open = (tokens, index, _, env) =>
    openingHtml(tokens[index], wordingOf(env));
  md.renderer.rules.container_callout_close = (tokens, index) => `</${tokens[index]?.tag}>\n`;
}

function setCallout(token: Token, callout: Callout | undefined): void {
  token.tag = callout?.kind.takes === "title" ? "details" : "aside";
  token.meta = callout === undefined ? null : { ...callout };
}

function readCallout(token: Token, state: StateCore): Callout | undefined {
  const [name = "", ...others] = token.info.trim().split(/\s+/);
  const kind = kindNamed(name);
  const line = lineOf(token);
  const tell = (message: string, mend = MEND): undefined => {
    const column = columnOf(state.src, line, token.markup);
    addProblem(state.env, { line, column, message, mend });
  };
  if (name === "") return tell("«:::» без имени ничего не открывает и не закрывает.");
  if (kind === undefined) {
    return tell(`«::: ${name}»: такой врезки нет. Есть: ${Object.keys(KINDS).join(", ")}.`);
  }
  if (!CLOSING.test(sourceLine(state.src, (token.map?.[1] ?? 0) + 1))) {
    tell(`Врезка «::: ${name}» не закрыта.`, "поставьте после её текста строку «:::».");
  }
  const behind = others.join(" ");
  if (kind.takes === "title") return { kind, title: behind === "" ? undefined : behind };
  return { kind, date: readDate(kind, behind, tell) };
}

function kindNamed(name: string): Kind | undefined {
  const key = name.toLowerCase();
  return Object.hasOwn(KINDS, key) ? KINDS[key] : undefined;
}

function readDate(
  kind: Kind,
  raw: string,
  tell: (message: string, mend?: string) => undefined,
): PublicationDate | undefined {
  if (raw === "") return undefined;
  const title = kind.name;
  if (kind.takes === "nothing") return tell(`После «::: ${title}» стоит лишнее: «${raw}».`);
  try {
    // A day is the same day in every zone.
    const date = parseDate(raw, "utc");
    return date.iso === date.day ? date : tell(`«::: ${title}»: нужен день без времени: «${raw}».`);
  } catch (error) {
    if (!(error instanceof DateError)) throw error;
    return tell(`«::: ${title}»: ${error.message}`);
  }
}

function openingHtml(token: Token | undefined, wording: Wording): string {
  const callout = token?.meta as unknown as Callout | null | undefined;
  if (callout === null || callout === undefined) return "<aside>\n";
  const { kind, date, title: own } = callout;
  const title = text(wording, kind.title);
  if (kind.takes === "title") {
    return `<details>\n<summary>${escapeHtml(typography(own ?? title))}</summary>\n`;
  }
  return `<aside class="note note-${kind.modifier}" role="note">
<p class="note-title">${escapeHtml(title)}${dayHtml(date, wording)}</p>\n`;
}

function dayHtml(date: PublicationDate | undefined, { language }: Wording): string {
  if (date === undefined) return "";
  return ` <time datetime="${date.iso}">${formatDate(date, language)}</time>`;
}
