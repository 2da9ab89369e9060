import { existsSync } from "node:fs";
import { relative, resolve } from "node:path";
import { buildOptions, foldersOf, hasOwnPages, UsageError } from "../build/index.ts";
import {
  type CheckFormat,
  type CheckReport,
  checkArchive,
  formatReport,
  KINDS,
  type Kind,
} from "../content/checking.ts";
import { type ArchiveFolders, hasTopics, NO_TOPICS, readTopicTable } from "../content/index.ts";
import { BUILD_FLAGS, readArguments } from "./arguments.ts";
import { MovingLine } from "./moving-line.ts";

const HELP = `npm run check -- [файлы] [параметры]

Проверяет архив, или только названные файлы и папки: поля, типографику, ссылки, описания картинок,
повторы заголовков, темы, даты. С ошибками, которые остановили бы сборку, кончается кодом 1.

  --fix                  исправить, что можно без изменения смысла: кавычки, тире, пробелы в конце строк
  --fix --dry-run        только показать, какие строки --fix изменит и как
  --strict               и замечания считать ошибками
  --only ВИД             только это (можно несколько раз): ошибки — error, замечания — warning, сведения —
                         note, или:
                         ${KINDS.slice(0, -3).join(", ")}
  --format ВИД           text, github (пометки GitHub Actions) или json
  --json                 то же, что --format json
  --content ПАПКА        статьи                      VESTNIK_CONTENT      content
  --data ПАПКА           site.yaml, headlines.yaml   VESTNIK_DATA         _data
  --now ВРЕМЯ            какой момент считать нынешним  VESTNIK_NOW       по часам`;

const { content, data, url, now, help } = BUILD_FLAGS;
const FLAGS = {
  ...{ content, data, url, "path-prefix": BUILD_FLAGS["path-prefix"], now, help },
  fix: { type: "boolean" },
  "dry-run": { type: "boolean" },
  strict: { type: "boolean" },
  only: { type: "string", multiple: true },
  format: { type: "string" },
  json: { type: "boolean" },
} as const;

const FORMATS: readonly CheckFormat[] = ["text", "github", "json"];

function formatOf(given: string | undefined): CheckFormat {
  if (given === undefined) return process.env.GITHUB_ACTIONS === "true" ? "github" : "text";
  const format = FORMATS.find((one) => one === given);
  if (format !== undefined) return format;
  throw new UsageError(`Вида «${given}» нет. Есть: ${FORMATS.join(", ")}.`);
}

function kindsOf(given: readonly string[] | undefined): Kind[] | undefined {
  return given
    ?.flatMap((some) => some.split(","))
    .map((name) => {
      const kind = KINDS.find((one) => one === name.trim());
      if (kind !== undefined) return kind;
      throw new UsageError(`Вида «${name}» нет. Есть: ${KINDS.join(", ")}.`);
    });
}

function filesNamed(paths: readonly string[], folders: ArchiveFolders): string[] | undefined {
  if (paths.length === 0) return undefined;
  return paths.map((path) => {
    const file = resolve(path);
    if (!existsSync(file)) throw new UsageError(`Файла «${path}» нет.`);
    const isOurs = [folders.content, folders.data].some(
      (folder) => !relative(folder, file).startsWith(".."),
    );
    if (isOurs) return file;
    throw new UsageError(`«${path}» лежит не в папке статей и не в папке данных.`);
  });
}

/** The dictionary takes a part of a second, which who has no topics need not wait for. */
async function topicTableOf(dataFolder: string) {
  if (!hasTopics(dataFolder)) return NO_TOPICS;
  const { formsOfWord } = await import("../index/index.ts");
  return readTopicTable(dataFolder, formsOfWord);
}

function isFailed({ findings }: CheckReport, isStrict: boolean): boolean {
  return findings.some(
    ({ severity }) => severity === "error" || (isStrict && severity === "warning"),
  );
}

export async function run(args: string[]): Promise<void> {
  const { values, positionals } = readArguments({ args, options: FLAGS, allowPositionals: true });
  if (values.help) return console.log(HELP);
  const format = formatOf(values.json ? "json" : values.format);
  if (values["dry-run"] && !values.fix) {
    throw new UsageError("--dry-run показывает, что изменит --fix. Напишите: --fix --dry-run.");
  }
  const options = buildOptions(values, process.env);
  const only = kindsOf(values.only);
  const line = new MovingLine();
  const report = checkArchive({
    folders: foldersOf(options),
    overrides: options.overrides,
    files: filesNamed(positionals, options),
    topicTable: await topicTableOf(options.data),
    now: options.now ?? Date.now(),
    hasOwnPages: hasOwnPages(options.project),
    fix: values.fix,
    dryRun: values["dry-run"],
    only,
    progress: (done, total) => line.show(`Проверено статей: ${done} из ${total}`),
  });
  line.end();
  console.log(formatReport(report, format, only));
  if (isFailed(report, values.strict ?? false)) process.exitCode = 1;
}
