import type { YAMLError } from "yaml";
import type { Problem } from "../problem.ts";

const QUOTE = "возьмите значение в кавычки.";

const TAB = ["отступ сделан табуляцией.", "замените табуляцию пробелами."] as const;

type Meaning = readonly [message: string, mend: string];

/** Explanations of the library's error codes for editors. */
const MEANINGS: Readonly<Record<string, Meaning>> = {
  BAD_ALIAS: ["за знаком «&» или «*» нет имени.", QUOTE],
  BAD_DIRECTIVE: ["строка начинается с «%», и YAML принимает её за указание себе.", QUOTE],
  BAD_INDENT: ["неверный отступ.", "выровняйте строку по соседним."],
  BAD_SCALAR_START: ["значение не может начинаться с такого знака.", QUOTE],
  DUPLICATE_KEY: ["поле записано дважды.", "оставьте одно из двух."],
  TAB_AS_INDENT: TAB,
  BLOCK_AS_IMPLICIT_KEY: ["в значении стоит двоеточие, и оно принято за ещё одно поле.", QUOTE],
  MULTILINE_IMPLICIT_KEY: [
    "строка не похожа на «поле: значение», или отступ у неё не тот, что у соседних.",
    "поставьте двоеточие и пробел после имени поля, выровняйте строки или закройте кавычки.",
  ],
  MISSING_CHAR: [
    "не хватает знака: кавычки, скобки или двоеточия.",
    "закройте кавычки и скобки в этой строке или выше.",
  ],
  MULTIPLE_DOCS: [
    "строка «---» или «...» кончает файл, и то, что за ней, не читается.",
    "удалите эту строку.",
  ],
  NON_STRING_KEY: ["имя поля — не слово.", "возьмите его в кавычки или уберите скобки."],
  UNEXPECTED_TOKEN: ["здесь этому не место.", "возьмите всё значение в кавычки."],
};

const OTHERWISE = [
  "запись нарушает правила YAML.",
  "проверьте двоеточия, кавычки и отступы в этой строке и строкой выше.",
] as const;

/**
 * @param text the YAML in which it is
 * @returns the message about an error of the library
 */
export function meaningOf(
  { code, pos }: YAMLError,
  text: string,
): Pick<Problem, "message" | "mend"> {
  const [message, mend] = slipIn(text, pos[0]) ?? MEANINGS[code] ?? OTHERWISE;
  const line = mend === QUOTE ? quotedLine(text, pos[0]) : undefined;
  const shown = line === undefined ? mend : `${mend.slice(0, -1)}: ${line}`;
  return { message: `Ошибка YAML: ${message} (${code})`, mend: shown };
}

/** What a line says itself, before what YAML says of its marks. */
const SLIPS: readonly (readonly [pattern: RegExp, meaning: Meaning])[] = [
  [/^[ ]*\t/, TAB],
  [/^\s*-[^\s-]/, ["после дефиса нет пробела.", "поставьте его: - …"]],
  [/^\s*(?:- +)?[a-z]\w*:[^\s/]/i, ["после двоеточия нет пробела.", "поставьте его."]],
];

function slipIn(text: string, offset: number): Meaning | undefined {
  const line = lineAt(text, offset);
  return SLIPS.find(([pattern]) => pattern.test(line))?.[1];
}

function lineAt(text: string, offset: number): string {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  return text.slice(start, start + LONGEST_SHOWN).split("\n", 1)[0] ?? "";
}

/** A longer line is not shown, in characters. */
const LONGEST_SHOWN = 200;

/** @returns the line at a place as it should be written; nothing where it is no «field: value» */
function quotedLine(text: string, offset: number): string | undefined {
  const line = lineAt(text, offset);
  const [, field, value = ""] = /^\s*(?:- +)?([^\s:'"#]+: +)(\S.*?)\s*$/.exec(line) ?? [];
  if (field === undefined || /^["'|>[{]/.test(value)) return undefined;
  // In apostrophes only the apostrophe itself needs escaping.
  const isPlain = !/["\\]/.test(value);
  return field + (isPlain ? `"${value}"` : `'${value.replaceAll("'", "''")}'`);
}
