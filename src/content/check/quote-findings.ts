import { unescapeHtml } from "../../language/index.ts";
import { type Unclear, unclearQuotation } from "../typography/typography.ts";
import type { Lines } from "./edits.ts";
import type { Finding, Place } from "./finding.ts";
import type { ProseField } from "./prose-fields.ts";

const BY_HAND = "наберите кавычки абзаца знаками « и »";

/** Messages about a quotation mark, with their mends. */
const WORDS: Readonly<Record<Unclear["why"], readonly [message: string, mend: string]>> = {
  unopened: [
    "эта кавычка закрывает, а открывающей перед ней нет",
    "поставьте открывающую или уберите лишнюю",
  ],
  unclosed: [
    "эта кавычка открыта и в этом абзаце не закрыта",
    `поставьте закрывающую или уберите лишнюю; если цитата идёт дальше, ${BY_HAND}`,
  ],
  empty: ["между кавычками ничего нет", "впишите слова или уберите кавычки"],
  deep: ["здесь кавычек внутри кавычек больше трёх", "уберите лишние"],
  direction: [
    "непонятно, открывает эта кавычка или закрывает",
    `уберите пробелы между кавычками и словами или ${BY_HAND}`,
  ],
  measure: [
    "непонятно, кавычка это или дюймы (секунды)",
    `${BY_HAND}, а дюймы — знаком ″ или словом`,
  ],
  doubled: ["кавычки стоят дважды подряд", "оставьте по одной"],
};

/** So many signs are shown on each side of a mark. */
const AROUND = 15;

/** @param text in which the mark stands at `index`; @param place where that is in the file */
export function quotationFinding({ index, why }: Unclear, text: string, place: Place): Finding {
  const [message, mend] = WORDS[why];
  const shown = text
    .slice(Math.max(0, index - AROUND), index + AROUND)
    .replace(/\s+/g, " ")
    .trim();
  return {
    ...place,
    severity: "warning",
    rule: "quotes",
    message: `Кавычки остались как набраны: ${message} — …${shown}…`,
    mend: `${mend}.`,
  };
}

/** @returns what keeps the quotation marks of a field from being set */
export function fieldQuotes({ value, place, start }: ProseField, file: string, lines: Lines) {
  // With the references that it is published without, places are others.
  const read = unescapeHtml(value);
  const unclear = unclearQuotation(read);
  if (unclear === undefined) return [];
  const isPlain = start !== undefined && read === value;
  const own = isPlain ? lines.positionOf(start + unclear.index) : place;
  return [quotationFinding(unclear, read, { file, ...own })];
}
