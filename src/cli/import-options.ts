import { dirname, join, relative, resolve } from "node:path";
import { UsageError } from "../build/index.ts";
import {
  type LostLinks,
  MAX_SOURCE_BYTES,
  type SourceOptions,
  type Taxonomy,
} from "../content/importing.ts";
import { type ArchiveFolders, displayPath } from "../content/index.ts";
import { BUILD_FLAGS, type readArguments } from "./arguments.ts";

/** What `import --help` prints. */
export const HELP = `npm run import -- ФАЙЛ-ИЛИ-ПАПКА… [параметры]

Переносит в архив ленты RSS и Atom, выгрузку WordPress (.xml), JSON Lines (.jsonl), статьи Jekyll, Hugo,
Hexo, Pelican, Nikola, Eleventy и простые (.md), страницы HTML и обычный текст (.txt). Повторный импорт
ничего не добавляет, прерванный продолжается с того же места.

Всё, кроме обычного текста:
  --dry-run         только показать, что будет сделано; записать один отчёт
  --images ПАПКА    где лежат картинки; можно указать несколько раз (иначе — в самом источнике)
  --fetch-images    загрузить картинки, которые есть только в сети: по одной с каждого сервера;
                    что уже загружено, второй раз не спрашивается
  --topic ТЕМА      добавить тему ко всему; можно указать несколько раз
  --topics ЧТО      что становится темами: all — рубрики и метки (так обычно), categories, tags
  --sections categories  первая рубрика становится разделом (sections.yaml), а не темой
  --include ОБРАЗЕЦ взять из папки только это (posts, '*.md', blog/2019); можно несколько раз
  --exclude ОБРАЗЕЦ не брать из папки это; можно несколько раз
  --translation en=/en/ где сайт газеты на другом языке: к статьям с переводом (most.en.md) ставится адрес
  --update          переписать то, что в источнике изменилось (иначе только сообщить)
  --drafts          переносить и черновики — черновиками
  --pages           переносить и страницы о сайте — черновиками
  --links КАК       что делать со ссылками внутри прежнего сайта, которые ведут на то, чего в импорте нет:
                    external — на прежний сайт, а где его адрес неизвестен, слова без ссылки (так и есть);
                    drop — слова без ссылки; keep — оставить как есть (сборка может их не принять)
  --old-site АДРЕС  адрес прежнего сайта, если источник его не называет: https://staryi.example
  --permalink ВИД   вид прежних адресов, если он не как у Jekyll и Hugo:
                    /:categories/:year/:month/:day/:title.html
  --map ФАЙЛ        куда записать таблицу прежних и новых адресов (old-addresses.csv рядом с данными)
  --foreign         источник чужой: назвать его в статьях, его адреса не считать своими прежними
  --source-name ИМЯ как назвать источник: если у двух выгрузок без адресов номера одни и те же
  --encoding ИМЯ    кодировка, если она опознана неверно: windows-1251, koi8-r
  --max-size МБ     наибольший размер файла (${MAX_SOURCE_BYTES / 1_000_000})
  --report ФАЙЛ     куда записать весь отчёт (import-report.txt рядом с данными)

Обычный текст (абзацы становятся статьёй, строки вида «- …» — заголовками):
  --title ТЕКСТ     заголовок статьи (иначе предлагается по первому предложению)
  --date ДАТА       дата статьи: 2026-11-23, 23.11.2026 или 2026-11-23 14:30
  --topic ТЕМА      тема статьи; можно указать несколько раз
  --overwrite       разрешить замену текста статьи, если файл с её именем уже есть

  --content ПАПКА   куда писать статьи (content)
  --data ПАПКА      где лежит headlines.yaml (_data)`;

const { content, data, help } = BUILD_FLAGS;
/** All options of import. */
export const FLAGS = {
  content,
  data,
  help,
  title: { type: "string" },
  date: { type: "string" },
  topic: { type: "string", multiple: true },
  overwrite: { type: "boolean" },
  "dry-run": { type: "boolean" },
  images: { type: "string", multiple: true },
  topics: { type: "string" },
  sections: { type: "string" },
  include: { type: "string", multiple: true },
  exclude: { type: "string", multiple: true },
  translation: { type: "string", multiple: true },
  "fetch-images": { type: "boolean" },
  update: { type: "boolean" },
  drafts: { type: "boolean" },
  pages: { type: "boolean" },
  foreign: { type: "boolean" },
  links: { type: "string" },
  "old-site": { type: "string" },
  permalink: { type: "string" },
  map: { type: "string" },
  "source-name": { type: "string" },
  encoding: { type: "string" },
  "max-size": { type: "string" },
  report: { type: "string" },
} as const;

/** The options that were given. */
export type Values = ReturnType<typeof readArguments<{ options: typeof FLAGS }>>["values"];

/** What says nothing of other sources, and of a plain text. */
export const TEXT_ONLY = ["title", "date", "overwrite"] as const;
const OF_BOTH: readonly string[] = ["content", "data", "help", "topic", ...TEXT_ONLY];
export const SOURCES_ONLY = (Object.keys(FLAGS) as (keyof typeof FLAGS)[]).filter(
  (name) => !OF_BOTH.includes(name),
);

/**
 * @param listener is told of folders that are passed over, and how far the import has come
 * @throws UsageError where the value of an option means nothing
 */
export function sourceOptions(
  values: Values,
  folders: ArchiveFolders,
  listener: Pick<SourceOptions, "passedOver" | "progress">,
): SourceOptions {
  return {
    folders,
    images: values.images ?? [],
    topics: values.topic ?? [],
    taxonomy: choice(values.topics, TAXONOMIES, "--topics — all, categories или tags"),
    sections: choice(values.sections, SECTIONS, "--sections — categories"),
    include: values.include,
    exclude: values.exclude,
    translations: sitesOf(values.translation ?? []),
    isForeign: values.foreign ?? false,
    drafts: values.drafts ?? false,
    sourceName: values["source-name"],
    lostLinks: choice(values.links, LOST_LINKS, `--links — одно из слов ${LOST_LINKS.join(", ")}`),
    oldSite: siteOf(values["old-site"]),
    permalink: values.permalink,
    addressMap: values.map,
    pages: values.pages ?? false,
    update: values.update ?? false,
    isDryRun: values["dry-run"] ?? false,
    maxSize: bytesOf(values["max-size"]),
    encoding: values.encoding,
    ...listener,
  };
}

const LOST_LINKS: readonly LostLinks[] = ["keep", "drop", "external"];
const TAXONOMIES: readonly Taxonomy[] = ["all", "categories", "tags"];
const SECTIONS = ["categories"] as const;

/** @param asked what the option is to be, in Russian */
function choice<Name extends string>(
  given: string | undefined,
  names: readonly Name[],
  asked: string,
): Name | undefined {
  const found = names.find((one) => one === given);
  if (found !== undefined || given === undefined) return found;
  throw new UsageError(`${asked}, а не «${given}».`);
}

function siteOf(given: string | undefined): string | undefined {
  if (given === undefined || (/^https?:\/\//i.test(given) && URL.canParse(given))) return given;
  throw new UsageError(`--old-site — адрес целиком, https://staryi.example, а не «${given}».`);
}

function sitesOf(pairs: readonly string[]): Map<string, string> {
  return new Map(
    pairs.map((pair) => {
      const [, language, address] =
        /^([a-z]{2,3}(?:-[a-z]{2,4})?)=(\/.*|https?:\/\/.+)$/i.exec(pair) ?? [];
      if (language !== undefined && address !== undefined) return [language.toLowerCase(), address];
      throw new UsageError(`--translation — язык и адрес сайта: en=/en/, а не «${pair}».`);
    }),
  );
}

/** @returns the file of the full report: none of an archive, which would take it for an article */
export function reportFile({ report }: Values, { content, data }: ArchiveFolders): string {
  const file = resolve(report ?? join(dirname(data), "import-report.txt"));
  for (const folder of [content, data]) {
    if (!relative(folder, file).startsWith("..")) {
      throw new UsageError(`--report — не в папке ${displayPath(folder)}: отчёт не часть газеты.`);
    }
  }
  return file;
}

function bytesOf(megabytes: string | undefined): number {
  if (megabytes === undefined) return MAX_SOURCE_BYTES;
  const count = Number(megabytes);
  if (Number.isInteger(count) && count > 0 && count <= 500) return count * 1_000_000;
  throw new UsageError(`--max-size — целое число мегабайтов от 1 до 500, а не «${megabytes}».`);
}
