import type { MarkdownIt, StateCore, Token } from "markdown-it";
import container from "markdown-it-container";
import { text, type Wording } from "../interface/index.ts";
import { escapeHtml } from "../language/index.ts";
import { DateError, formatDate, type PublicationDate, parseDate } from "./dates.ts";
import { addProblem, columnOf, lineOf, sourceLine } from "./markdown-problems.ts";
import { wordingOf } from "./markdown-wording.ts";

interface Kind {
  readonly title: "prose.important" | "prose.corrected";
  /** As editors write it. */
  readonly name: string;
  /** Of its class. */
  readonly modifier: string;
  readonly isDated: boolean;
}

/** What the token of a callout carries. */
interface Callout {
  readonly kind: Kind;
  readonly date: PublicationDate | undefined;
}

/** By the names that editors write. */
const KINDS: Readonly<Record<string, Kind>> = {
  важно: { title: "prose.important", name: "важно", modifier: "important", isDated: false },
  исправлено: {
    title: "prose.corrected",
    name: "исправлено",
    modifier: "correction",
    isDated: true,
  },
};

const MEND = "напишите «::: важно» или «::: исправлено 24.11.2026», а после текста — «:::».";

const CLOSING = /^[\s>]*:{3,}\s*$/;

/** A markdown-it plugin: `::: важно` and `::: исправлено 24.11.2026`, up to `:::`. */
export function markdownCallouts(md: MarkdownIt): void {
  // Every name is taken, so that a wrong one is told and not shown to readers.
  md.use(container, "callout", { validate: () => true });
  md.core.ruler.after("block", "callouts", (state) => {
    for (const token of state.tokens) {
      if (token.type === "container_callout_open") setCallout(token, readCallout(token, state));
    }
  });
  md.renderer.rules.container_callout_open = (tokens, index, _, env) =>
    openingHtml(tokens[index], wordingOf(env));
  md.renderer.rules.container_callout_close = () => "</aside>\n";
}

function setCallout(token: Token, callout: Callout | undefined): void {
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
  const date = readDate(kind, others.join(" "), tell);
  return { kind, date };
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
  if (!kind.isDated) return tell(`После «::: ${title}» стоит лишнее: «${raw}».`);
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
  const { kind, date } = callout;
  const day =
    date === undefined
      ? ""
      : ` <time datetime="${date.iso}">${formatDate(date, wording.language)}</time>`;
  const title = `<p class="note-title">${escapeHtml(text(wording, kind.title))}${day}</p>`;
  return `<aside class="note note-${kind.modifier}" role="note">\n${title}\n`;
}
