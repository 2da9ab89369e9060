import type { YAMLError } from "yaml";
import type { Problem } from "../problem.ts";
import { doubtfulComments, type YamlToken, yamlTokens } from "./yaml-tokens.ts";

/** A fault, at an offset in the text. */
export interface Fault extends Pick<Problem, "message" | "mend"> {
  readonly offset: number;
}

/** Most files hold none of the signs. */
const PERHAPS = /[&*!]|^\.\.\.|#/m;

/**
 * Finds signs at the beginning of a value that YAML takes for itself, though the library does not mind:
 * a name that nothing refers to (`&Ко`), a reference to no name (`*звезда`), a tag (`!`), and an end of
 * the document with more behind it.
 *
 * @param faults what the library has found
 */
export function markFaults(text: string, faults: readonly YAMLError[]): Fault[] {
  if (!PERHAPS.test(text)) return [];
  const tokens = yamlTokens(text);
  return [
    ...(faults.length === 0 ? [] : commentFaults(tokens, text, faults)),
    ...nameFaults(tokens),
    ...tokens.filter(({ type }) => type === "tag").map((token) => signFault(token, "метка")),
    ...(faults.some(({ code }) => code === "MULTIPLE_DOCS") ? [] : endFaults(tokens)),
  ];
}

function nameFaults(tokens: readonly YamlToken[]): Fault[] {
  const named = (type: string): YamlToken[] => tokens.filter((token) => token.type === type);
  const nameOf = ({ source }: YamlToken): string => source.slice(1);
  const [anchors, aliases] = [named("anchor"), named("alias")];
  const [names, uses] = [new Set(anchors.map(nameOf)), new Set(aliases.map(nameOf))];
  return [
    ...anchors.filter((one) => !uses.has(nameOf(one))).map((one) => signFault(one, "имя")),
    ...aliases.filter((one) => !names.has(nameOf(one))).map((one) => signFault(one, "ссылка")),
  ];
}

function signFault({ source, start }: YamlToken, what: string): Fault {
  const message = `Ошибка YAML: «${source}» в начале значения — для него ${what}, а не текст.`;
  return { offset: start, message, mend: "возьмите всё значение в кавычки." };
}

/** The library stops there, and reports text behind the end only where it is no comment. */
function endFaults(tokens: readonly YamlToken[]): Fault[] {
  const end = tokens.findIndex(({ type }) => type === "doc-end");
  const more = tokens.slice(end + 1).some(({ type }) => type === "comment");
  const offset = tokens[end]?.start;
  if (offset === undefined || !more) return [];
  const message = "Ошибка YAML: строка «...» кончает файл, и то, что за ней, не читается.";
  return [{ offset, message, mend: "удалите эту строку." }];
}

/** A comment that swallows a bracket is reported by the line below. */
function commentFaults(
  tokens: readonly YamlToken[],
  text: string,
  faults: readonly YAMLError[],
): Fault[] {
  return doubtfulComments(tokens).flatMap(({ comment }): Fault[] => {
    const end = text.indexOf("\n", comment.start + comment.source.length + 1);
    const isNear = ({ pos }: YAMLError): boolean =>
      pos[0] >= text.lastIndexOf("\n", comment.start) && (end === -1 || pos[0] <= end);
    if (!faults.some(isNear)) return [];
    const message = `Ошибка YAML: «${comment.source}» — для него комментарий, а не текст.`;
    return [
      { offset: comment.start, message, mend: "возьмите в кавычки значение, в котором стоит «#»." },
    ];
  });
}
