import { join } from "node:path";
import {
  displayPath,
  epochOf,
  explainClash,
  LOCAL_ADDRESS,
  type OpenArchive,
  type Problem,
  UNDATED,
} from "../../content/index.ts";
import { withPlural } from "../../language/index.ts";
import type { Cleaned } from "../tasks/pictures.ts";
import type { SliceFacts } from "../tasks/slice-files.ts";
import { cleanedNotices, ignoredNotices, strayNotices } from "./file-notices.ts";

const UNDATED_ARCHIVE =
  "Ни у одного материала нет даты: Atom-ленты и карты новостей не будет, в остальных лентах материалы стоят без дат.";

/**
 * @param slices what they tell of themselves
 * @param cleaned the drawings that are published without something
 * @param content the folder of the articles
 * @returns notices in Russian; nothing is wrong
 */
export function noticesOf(
  archive: OpenArchive,
  slices: readonly SliceFacts[],
  cleaned: Cleaned,
  content: string,
): string[] {
  const { site, headlines, waiting, expired, topicClashes, untranslated } = archive;
  const images = slices.flatMap(({ images: own }) => Object.keys(own));
  const shown = images.map((name) => join(content, name));
  const notices = [
    ...firstOf(strayNotices(archive, shown), "И ещё файлов, которых на сайте не будет"),
    ...ignoredNotices(archive),
    ...cleanedNotices(cleaned, content),
  ];
  notices.push(...scheduleNotices(waiting, expired, site), ...topicNotices(topicClashes));
  if (untranslated !== undefined) {
    notices.push(`${untranslated.message} Как исправить: ${untranslated.mend}`);
  }
  if (site.address === LOCAL_ADDRESS) {
    notices.push("Адрес сайта не задан: впишите address в site.yaml или дайте --url.");
  }
  const years = slices.flatMap((facts) => Object.keys(facts.years));
  if (years.every((year) => year === UNDATED) && headlines.every(({ date }) => !date)) {
    notices.push(UNDATED_ARCHIVE);
  }
  return notices;
}

/** Articles that wait or have expired, so that no editor looks for them in vain. */
function scheduleNotices(
  waiting: OpenArchive["waiting"],
  expired: OpenArchive["expired"],
  { timeZone }: OpenArchive["site"],
): string[] {
  const [next] = waiting.toSorted((a, b) => epochOf(a.date, timeZone) - epochOf(b.date, timeZone));
  const count = (many: number): string => withPlural(many, ["статья", "статьи", "статей"]);
  return [
    ...(next === undefined
      ? []
      : [
          `Ждут своего времени: ${count(waiting.length)}, первая — ${next.date} (${displayPath(next.file)}). Они появятся при первой сборке после этого.`,
        ]),
    ...(expired.length === 0 ? [] : [`Срок вышел (expires): ${count(expired.length)}.`]),
  ];
}

/** More would drown what else is to be said. */
const MOST_ALIKE = 10;

function topicNotices(clashes: OpenArchive["topicClashes"]): string[] {
  const told = clashes.map((clash) => {
    const { message, mend } = explainClash(clash);
    return `${displayPath(clash.file)}: ${message} Как исправить: ${mend}`;
  });
  return firstOf(told, "И ещё тем с чужим адресом");
}

/** @param problems the links within the site that lead nowhere */
export function noticesOfLinks(problems: readonly Problem[]): string[] {
  const told = problems.map(({ file, line, message }) => {
    return `${displayPath(file)}${line === undefined ? "" : `:${line}`}: ${message}`;
  });
  return firstOf(told, "И ещё ссылок в никуда");
}

/** An article with a title that the search cannot find. */
interface Titled {
  readonly file: string;
  readonly title: string;
}

/**
 * @param whole those that are found by words of their titles, but not by the whole titles
 * @param joined those whose titles have no word that stands alone
 */
export function noticesOfTitles(whole: readonly Titled[], joined: readonly Titled[]): string[] {
  const told = [
    ...whole.map(({ file, title }) => {
      return `${displayPath(file)}: кто вставит в поиск всё название «${title}», не найдёт статью: минус исключает слово, кавычки требуют фразу, дефис склеивает слова.`;
    }),
    ...joined.map(({ file, title }) => {
      return `${displayPath(file)}: по названию «${title}» поиск не находит статью: в нём нет слова, отделённого пробелами.`;
    }),
  ];
  return firstOf(told, "И ещё статей, которых поиск не находит по названию");
}

/** @param more what the others are called; @returns a few lines, and how many more there are */
export function firstOf(told: readonly string[], more: string): string[] {
  const rest = told.length - MOST_ALIKE;
  return rest > 0 ? [...told.slice(0, MOST_ALIKE), `${more}: ${rest}.`] : [...told];
}
