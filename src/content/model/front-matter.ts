import { ContentError } from "./problem.ts";
import type { SourceFile } from "./source-file.ts";

/** A Markdown file cut into its YAML and its text. */
export interface FrontMatter {
  readonly yaml: string;
  /** The line of the file on which the YAML starts. */
  readonly yamlLine: number;
  readonly body: string;
  /** The line of the file on which the text starts. */
  readonly bodyLine: number;
}

/** A fence is a line of three hyphens alone. */
const FENCE = /^---[ \t]*$/;

/**
 * Cuts a file at its fences.
 *
 * @throws ContentError where the front matter is missing, not closed or too long
 */
export function splitFrontMatter(source: SourceFile): FrontMatter {
  const lines = source.text.split("\n");
  if (!FENCE.test(lines[0] ?? "")) throw fault(source, 1, "В начале файла нет полей статьи.");
  const close = lines.findIndex((line, index) => index > 0 && FENCE.test(line));
  if (close === -1) throw fault(source, 1, "Поля статьи не закрыты строкой «---».");
  const yaml = lines.slice(1, close).join("\n");
  refuseLong(source, yaml);
  return {
    yaml,
    yamlLine: 2,
    body: lines.slice(close + 1).join("\n"),
    bodyLine: close + 2,
  };
}

/** In characters; the YAML library takes too long for more. */
const LONGEST_FIELDS = 100_000;

function refuseLong({ path }: SourceFile, yaml: string): void {
  if (yaml.length <= LONGEST_FIELDS) return;
  const message = `Поля статьи длиннее ${LONGEST_FIELDS / 1000} тысяч знаков.`;
  const mend = "закройте поля строкой «---», а текст поставьте после неё.";
  throw new ContentError([{ file: path, line: 1, column: 1, message, mend }]);
}

function fault(source: SourceFile, line: number, message: string): ContentError {
  const mend = "начните файл строками: ---, title: Заголовок статьи, ---.";
  return new ContentError([{ file: source.path, line, column: 1, message, mend }]);
}
