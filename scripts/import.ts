import { BUILD_FLAGS, buildOptions, readArguments, UsageError } from "../src/build/index.ts";
import { displayPath, type ImportReport, importRawText } from "../src/content/index.ts";
import { withPlural } from "../src/language/index.ts";
import { runCommand } from "./command.ts";

const HELP = `npm run import -- ФАЙЛ [параметры]

Переносит текст в архив: абзацы становятся статьёй, строки вида «- …» — заголовками.
Повторный импорт того же файла ничего не меняет.

  --title ТЕКСТ    заголовок статьи (иначе предлагается по первому предложению)
  --date ДАТА      дата статьи: 2026-11-23, 23.11.2026 или 2026-11-23 14:30
  --topic ТЕМА     тема статьи; можно указать несколько раз
  --overwrite      разрешить замену текста статьи, если файл с её именем уже есть
  --content ПАПКА  куда писать статью (content)
  --data ПАПКА     где лежит headlines.yaml (_data)`;

const { content, data, help } = BUILD_FLAGS;
const flags = {
  content,
  data,
  help,
  title: { type: "string" },
  date: { type: "string" },
  topic: { type: "string", multiple: true },
  overwrite: { type: "boolean" },
} as const;

const ACTIONS = {
  create: "создана",
  update: "обновлена",
  replace: "текст заменён",
  keep: "уже есть, не изменена",
};

function print({ article, headlines, paragraphs, lateParagraphs }: ImportReport): void {
  const length = withPlural(paragraphs, ["абзац", "абзаца", "абзацев"]);
  if (article === undefined) console.log("Статья: в файле только заголовки.");
  else console.log(`Статья: ${displayPath(article.file)}: ${ACTIONS[article.action]} (${length}).`);
  for (const change of article?.changes ?? []) console.log(`  ${change}`);
  if (lateParagraphs > 0)
    console.log(`  Абзацев после заголовков: ${lateParagraphs}, они в статье.`);
  const { added, known, file } = headlines;
  console.log(`Заголовки: ${displayPath(file)}: новых ${added.length}, уже были ${known.length}.`);
}

await runCommand(() => {
  const { values, positionals } = readArguments({ options: flags, allowPositionals: true });
  if (values.help) return console.log(HELP);
  const [file, ...rest] = positionals;
  if (file === undefined || rest.length > 0) throw new UsageError("Укажите один файл.");
  const fields = { title: values.title, date: values.date, topics: values.topic ?? [] };
  const folders = buildOptions(values, process.env);
  print(importRawText(file, fields, folders, values.overwrite ?? false));
});
