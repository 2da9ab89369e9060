import { statSync } from "node:fs";
import { extname } from "node:path";
import { setFlagsFromString } from "node:v8";
import { type BuildOptions, buildOptions, UsageError } from "../build/index.ts";
import {
  type ImportReport,
  importRawText,
  importSources,
  SOURCE_ENDINGS,
  type SourceProgress,
} from "../content/importing.ts";
import { type ArchiveFolders, displayPath } from "../content/index.ts";
import { withPlural } from "../language/index.ts";
import { readArguments } from "./arguments.ts";
import { frontLines } from "./import-front.ts";
import { fetchMissing } from "./import-images.ts";
import {
  FLAGS,
  HELP,
  reportFile,
  SOURCES_ONLY,
  sourceOptions,
  TEXT_ONLY,
  type Values,
} from "./import-options.ts";
import { sourceReport } from "./import-report.ts";
import { writeReport } from "./import-report-file.ts";
import { siteLines } from "./import-site.ts";
import { MovingLine } from "./moving-line.ts";

/** What has no ending of a known format, as an agency's text may have none, is a plain text. */
function isSource(path: string): boolean {
  const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
  return isFolder || SOURCE_ENDINGS.has(extname(path).toLowerCase());
}

function refuseFlags(values: Values, names: readonly (keyof Values)[]): void {
  const [given] = names.filter((name) => values[name] !== undefined);
  if (given === undefined) return;
  throw new UsageError(`Параметр --${given} для такого источника ничего не значит.`);
}

function importText(file: string, values: Values, folders: ArchiveFolders): void {
  const fields = { title: values.title, date: values.date, topics: values.topic ?? [] };
  printText(importRawText(file, fields, folders, values.overwrite ?? false));
}

/**
 * Items leave much behind them: of 20,000 V8 let 530 MB of it gather, beside 145 MB in use. Grown by half
 * at most between two collections it is 390 MB in all, for 4 % more of the processor.
 */
function keepHeapSmall(): void {
  setFlagsFromString("--heap-growing-percent=50");
}

async function importAll(
  paths: readonly string[],
  values: Values,
  folders: BuildOptions,
): Promise<void> {
  keepHeapSmall();
  const file = reportFile(values, folders);
  const line = new MovingLine();
  const progress: SourceProgress = (step, done, count) =>
    line.show(progressLine(step, done, count));
  const options = sourceOptions(values, folders, { passedOver: tellFolders, progress });
  const { isDryRun } = options;
  try {
    const web =
      values["fetch-images"] === true
        ? await fetchMissing(paths, options, { folder: `${folders.cache}-images`, line })
        : undefined;
    // What fetches has told of the folders already.
    const passedOver = web === undefined ? options.passedOver : undefined;
    const report = importSources(paths, { ...options, fetched: web?.find, passedOver });
    line.end();
    const front = await frontLines(report.newest ?? [], folders.data);
    const site = siteLines(report.site, folders.data);
    writeReport(report, { isDryRun, file, about: [...site, ...front, ...(web?.failures ?? [])] });
    console.log(sourceReport(report, { isDryRun, file, about: [...site, ...front] }));
    if (report.problems.length > 0) process.exitCode = 1;
  } finally {
    line.end();
  }
}

const STEPS = ["archive", "addresses", "source"] as const;
const STEP_NAMES = { archive: "смотрю архив", addresses: "смотрю адреса", source: "переношу" };

function progressLine(...[step, done, count]: Parameters<SourceProgress>): string {
  const items = withPlural(count, ["материал", "материала", "материалов"]);
  const percent = Math.floor(done * 100);
  return `Шаг ${STEPS.indexOf(step) + 1} из 3, ${STEP_NAMES[step]}: ${items}, ${percent} %`;
}

/** Before anything is written, so that it can still be stopped. */
function tellFolders(folders: readonly string[]): void {
  if (folders.length === 0) return;
  console.error("Папки, которые не переносятся (перенести: --include ИМЯ):");
  for (const folder of folders) console.error(`  ${displayPath(folder)}`);
}

const ACTIONS = {
  create: "создана",
  update: "обновлена",
  replace: "текст заменён",
  keep: "уже есть, не изменена",
};

function printText({ article, headlines, paragraphs, lateParagraphs }: ImportReport): void {
  const length = withPlural(paragraphs, ["абзац", "абзаца", "абзацев"]);
  if (article === undefined) console.log("Статья: в файле только заголовки.");
  else console.log(`Статья: ${displayPath(article.file)}: ${ACTIONS[article.action]} (${length}).`);
  for (const change of article?.changes ?? []) console.log(`  ${change}`);
  if (lateParagraphs > 0)
    console.log(`  Абзацев после заголовков: ${lateParagraphs}, они в статье.`);
  const { added, known, file } = headlines;
  console.log(`Заголовки: ${displayPath(file)}: новых ${added.length}, уже были ${known.length}.`);
}

export async function run(args: string[]): Promise<void> {
  const { values, positionals } = readArguments({ args, options: FLAGS, allowPositionals: true });
  if (values.help) {
    console.log(HELP);
    return;
  }
  const [first] = positionals;
  if (first === undefined) throw new UsageError("Укажите файл или папку.");
  const isText = positionals.some((path) => !isSource(path));
  if (isText && positionals.length > 1)
    throw new UsageError("Обычный текст переносится по одному файлу.");
  refuseFlags(values, isText ? SOURCES_ONLY : TEXT_ONLY);
  const folders = buildOptions(values, process.env);
  if (isText) importText(first, values, folders);
  else await importAll(positionals, values, folders);
}
