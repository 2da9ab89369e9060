import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { ContentError } from "../../content/index.ts";
import { installedVersion } from "./installed-packages.ts";

/**
 * The format of newspapers that this release reads, which their package.json names: it is raised where
 * an older release would take a newspaper for something else than it is.
 */
export const NEWSPAPER_FORMAT = 1;

const packageSchema = z.object({
  vestnik: z.object({ format: z.int() }).optional(),
});

/**
 * @param project the folder of a newspaper
 * @throws ContentError where its format is of a later release
 */
export function checkFormat(project: string): void {
  const file = join(project, "package.json");
  if (!existsSync(file)) return;
  const text = readFileSync(file, "utf8");
  const format = packageSchema.safeParse(readJson(file, text)).data?.vestnik?.format;
  if (format === undefined || format <= NEWSPAPER_FORMAT) return;
  const message = `Газета в формате ${format}, а установленный Вестник ${installedVersion()} знает формат до ${NEWSPAPER_FORMAT}.`;
  const mend = "установите Вестник новее: npm install vestnik@latest.";
  throw new ContentError([{ file, ...placeOfFormat(text), message, mend }]);
}

function readJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const message = `Это не JSON: ${error instanceof Error ? error.message : String(error)}.`;
    throw new ContentError([{ file, message, mend: "исправьте файл, npm его тоже не прочтёт." }]);
  }
}

function placeOfFormat(text: string): { line: number; column: number } {
  const before = text.split('"format"')[0]?.split("\n") ?? [];
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
