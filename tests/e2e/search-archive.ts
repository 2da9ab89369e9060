import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { temporaryFolder } from "./commands.ts";

/** A small archive with more of everything than a search page shows at first. */

const TOPICS = [
  "Город",
  "Река",
  "Транспорт",
  "Наука",
  "Спорт",
  "Театр",
  "Музыка",
  "Погода",
  "Школа",
  "Кухня",
];

/** How many articles hold the word «мост»; one more is an article without it, one a headline with it. */
export const BRIDGES = 23;

const MONTHS = 12;

interface News {
  readonly title: string;
  readonly date: string;
  readonly topics: readonly string[];
  readonly text: string;
}

/** The newest first; each month of the years before 2026 has one. */
function bridge(number: number): News {
  const month = String(MONTHS - (number % MONTHS)).padStart(2, "0");
  const date = `${2025 - Math.floor(number / MONTHS)}-${month}-15`;
  const topics = [TOPICS[number % TOPICS.length] ?? "", ...(number % 2 === 0 ? ["Мосты"] : [])];
  const text = `По-над рекой стоит мост. Его открыл Заречинск, и жители Заречинска рады. Запись ${number}.`;
  return { title: `Мост ${number + 1} открыт`, date, topics, text };
}

/** Its middle is too far from the title and from the end to be in one excerpt with them. */
const LONG_TEXT = `Дети катались на санках, взрослые слушали оркестр, художники рисовали снег, повара
варили кашу, студенты пели песни, продавцы раздавали пряники, музыканты играли вальс. К полудню
пришли гости: их было 1 200, и в 12:30 они выпили последний стакан чая. Потом дети снова катались на
санках, взрослые слушали оркестр, художники рисовали снег, повара варили кашу, студенты пели песни,
продавцы раздавали пряники, музыканты играли вальс, и так было до самой ночи.`;

const OTHERS: readonly News[] = [
  {
    title: "Набережная ждёт гостей",
    date: "2026-01-10",
    topics: ["Город"],
    // No dictionary knows the word, and it is one slip from a common one.
    text: `Вечером на набережной зажгли фонари. Заречинсг написали с ошибкой. Тоннель закрыт. ${LONG_TEXT}`,
  },
];

/**
 * @param change is made to every file of it, for another archive of the same kind
 * @returns options of build, and a function that removes the archive
 */
export function writeSearchArchive(change = (text: string): string => text): {
  flags: string[];
  remove: () => void;
} {
  const { folder, remove } = temporaryFolder();
  const content = join(folder, "content");
  const data = join(folder, "data");
  for (const path of [content, data]) mkdirSync(path);
  const bridges = Array.from({ length: BRIDGES }, (_, number) => bridge(number));
  for (const [number, news] of [...bridges, ...OTHERS].entries()) {
    writeFileSync(join(content, `zapis-${number}.md`), change(fileOf(news)));
  }
  writeFileSync(join(data, "site.yaml"), SITE);
  writeFileSync(
    join(data, "headlines.yaml"),
    "- text: Короткая весть про мост\n  date: 2026-02-01\n",
  );
  writeFileSync(join(data, "synonyms.yaml"), "- [набережная, эспланада]\n");
  return { flags: ["--content", content, "--data", data, "--path-prefix", "/news/"], remove };
}

const SITE = `name: Вестник
description: Новости
address: https://news.example
language: ru
timeZone: Europe/Moscow
`;

function fileOf({ title, date, topics, text }: News): string {
  return `---\ntitle: ${title}\ndate: ${date}\ntopics: [${topics.join(", ")}]\n---\n\n${text}\n`;
}
