import { expect, test } from "vitest";
import type { Article } from "../../../src/content/index.ts";
import { relatedArticles } from "../../../src/index/related.ts";

/** @param day of November 2026; none for an article without a date */
function article(slug: string, title: string, html: string, day?: number): Article {
  const iso = `2026-11-${String(day).padStart(2, "0")}`;
  const date = day === undefined ? undefined : { iso, day: iso, epoch: Date.parse(iso) };
  const lists = { topics: [], authors: [], images: [], headings: [], corrections: [], aliases: [] };
  const rest = { ...lists, translations: [], lead: "", readingMinutes: 1 };
  return { kind: "article", slug, path: `/articles/${slug}/`, title, html, date, ...rest };
}

/** Three subjects, each in other case forms, and what they have in common with everything. */
const NEWS: readonly Article[] = [
  article("minsk-1", "Минск запустил трамвай", "<p>Новая линия трамвая открыта в столице.</p>", 1),
  article("minsk-2", "Трамваи для Минска", "<p>Городу передали десять вагонов.</p>", 2),
  article("minsk-3", "В Минске ждут трамваев", "<p>Вагоны придут весной, обещал завод.</p>", 3),
  article("minsk-4", "Трамвайщики гордятся Минском", "<p>Трамваем доволен каждый.</p>", 4),
  article("led-1", "Ледокол вышел в Арктику", "<p>Экипаж ледокола проведёт караван.</p>", 5),
  article("led-2", "Караван за ледоколом", "<p>Суда идут по Арктике без потерь.</p>", 6),
  article("led-3", "Ледоколы зимуют", "<p>Арктика замёрзла; караваны ждут.</p>", 7),
  article("led-4", "Ледоколу сменили винт", "<p>Судно вернётся в Арктику.</p>", 8),
  article("teatr-1", "Премьера «Гамлета»", "<p>Режиссёр поставил Шекспира заново.</p>", 9),
  article("teatr-2", "Гамлет без грима", "<p>Шекспир на малой сцене, режиссёр рад.</p>", 10),
  article("teatr-3", "Споры о Гамлете", "<p>Режиссёра бранят за вольность с Шекспиром.</p>", 11),
  article("teatr-4", "Гамлету аплодировали", "<p>Шекспиру бы понравилось.</p>", 12),
];

const slugs = (list: readonly Article[] | undefined) => list?.map(({ slug }) => slug);

async function relatedTo(slug: string, articles: readonly Article[], most?: number) {
  return slugs((await relatedArticles(articles, most)).get(slug));
}

test.each(NEWS.map(({ slug }) => slug))(
  "what is related to %s is of the same subject",
  async (slug) => {
    const related = await relatedTo(slug, NEWS);
    const [subject = ""] = slug.split("-");
    expect(related?.length).toBeGreaterThan(0);
    expect(related?.filter((other) => !other.startsWith(subject))).toEqual([]);
    expect(related).not.toContain(slug);
  },
);

/** Beside these, two shared words are rare. */
const OTHERS = NEWS.filter(({ slug }) => !slug.startsWith("minsk"));

test.each([
  ["a dictionary's noun", "Минск Полоцк", "Минску, Полоцку"],
  ["and another case", "Минском, Полоцком", "Минску, Полоцку"],
  ["names that no dictionary holds", "Вжухину и Брындюк", "Вжухина, Брындюком; Вжухиным"],
  ["foreign words", "OpenAI против Nvidia", "openai с NVIDIA"],
  ["stress marks and soft hyphens", "Ми́нск Полоцк", "Ми&shy;нском и По\u00adлоцком"],
  ["the longest part of a compound", "Санкт-Петербург, Ростов-на-Дону", "Петербургу, Ростову"],
])("forms count as one word: %s", async (_, title, html) => {
  const pair = [article("a", title, "<p>Одна</p>"), article("b", "Другая", `<p>${html}</p>`)];
  expect(await relatedTo("a", [...OTHERS, ...pair])).toEqual(["b"]);
});

test.each([
  ["nothing", "Верблюд пьёт", "Пустыня жаркая"],
  ["one rare word, though it stands often", "Минск", "Минску о Минске"],
  ["one compound", "Пиза и Нью-Йорк", "О Нью-Йорке"],
  ["years, dates and numbers", "В 2026 году", "5 ноября в пятницу 1812 тысяч"],
  ["stop words", "Который был", "Сколько и почему"],
  ["initials", "А. Б. Верблюд", "В. Г."],
])("an article that shares %s is related to none", async (_, title, text) => {
  const all =
    "В 2026 году, 5 ноября, в пятницу, 1812 тысяч; который был, сколько и почему; А. Б. В. Г.";
  const markup = '<p class="lead wide">&laquo;&nbsp;</p>';
  const other = article("b", all, `${markup}<p>Минск. Нью-Йорк.</p>`);
  const articles = [...OTHERS, article("a", title, `${markup}<p>${text}</p>`), other];
  expect(await relatedTo("a", articles)).toEqual([]);
  expect(await relatedTo("b", articles)).toEqual([]);
});

test("the summary counts", async () => {
  const a = { ...article("a", "Раз", ""), summary: "Минск и Полоцк" };
  expect(await relatedTo("a", [...OTHERS, a, article("b", "О Минске, о Полоцке", "")])).toEqual([
    "b",
  ]);
});

test("the order of the input does not matter, nor do dates that are equal", async () => {
  const sameDay = NEWS.map(({ slug, title, html }) => article(slug, title, html, 1));
  for (const articles of [NEWS, sameDay]) {
    const expected = [...(await relatedArticles(articles))].map(([slug, list]) => [
      slug,
      slugs(list),
    ]);
    const mixed = articles.toSorted((a, b) => (a.html < b.html ? -1 : 1));
    for (const other of [articles.toReversed(), mixed]) {
      const found = [...(await relatedArticles(other))].map(([slug, list]) => [slug, slugs(list)]);
      expect(found).toEqual(expected);
    }
  }
});

test("of equals the newest come first, then by slug; what has no date comes last", async () => {
  const equals = [
    article("d", "Минск, Полоцк", ""),
    article("c", "Минск, Полоцк", "", 2),
    article("b", "Минск, Полоцк", "", 2),
    article("a", "Минск, Полоцк", "", 1),
    article("e", "Минск, Полоцк", "", 3),
  ];
  expect(await relatedTo("e", [...OTHERS, ...equals], 9)).toEqual(["b", "c", "a", "d"]);
  expect(await relatedTo("d", [...equals, ...OTHERS], 2)).toEqual(["e", "b"]);
});

test("a short article on the subject is nearer than a long one that also mentions it", async () => {
  const filler = "верблюд пустыня караул мельница подсолнух телескоп бухгалтер скрипка".split(" ");
  const long = `<p>Минск, Полоцк. ${filler.map((word) => `${word}. `.repeat(3)).join("")}</p>`;
  const pair = [
    article("short", "О городах", "<p>Минск, Полоцк</p>", 1),
    article("long", "", long, 2),
  ];
  const all = [...OTHERS, ...pair, article("a", "Полоцк и Минск", "", 3)];
  expect((await relatedTo("a", all))?.[0]).toBe("short");
});

/** So many words of the text count, with those that say nothing. */
const FIRST_WORDS = 150;

test.each([
  ["the last of the first 150 words counts", FIRST_WORDS - 2, ["b"]],
  ["what comes after it does not", FIRST_WORDS - 1, []],
])("of the text only the beginning is read: %s", async (_, before, expected) => {
  // Tags, entities and soft hyphens are no words, and a word may follow on in another paragraph.
  const filler = "<p>и&nbsp;&laquo;ко&shy;гда&raquo; <b>или</b></p>".repeat(Math.floor(before / 3));
  const rest = "и ".repeat(before % 3);
  const a = article("a", "Раз", `${filler}<p>${rest}Минск, <i>Полоцк</i></p>`);
  const b = article("b", "О Минске, о Полоцке", "");
  expect(await relatedTo("a", [...OTHERS, a, b])).toEqual(expected);
});

test("the summary does not use up the first words of the text", async () => {
  const a = { ...article("a", "Раз", "<p>Минск, Полоцк</p>"), summary: "и ".repeat(FIRST_WORDS) };
  const b = article("b", "О Минске, о Полоцке", "");
  expect(await relatedTo("a", [...OTHERS, a, b])).toEqual(["b"]);
});

test("thousands of words are told apart", async () => {
  const letters = (number: number) => number.toString(2).replaceAll("0", "о").replaceAll("1", "р");
  const rare = Array.from({ length: 6000 }, (_, number) => `${letters(number)}ъ`);
  const others = Array.from({ length: 60 }, (_, number) => {
    return article(
      `other-${number}`,
      "Раз",
      rare.slice(100 * number, 100 * (number + 1)).join(" "),
    );
  });
  const pair = [article("a", "Минск, Полоцк", ""), article("b", "О Минске и Полоцке", "")];
  const related = await relatedArticles([...others, ...OTHERS, ...pair]);
  expect(slugs(related.get("a"))).toEqual(["b"]);
  expect(others.flatMap(({ slug }) => slugs(related.get(slug)) ?? [])).toEqual([]);
});

test("no articles have none, and one has no other", async () => {
  expect(await relatedArticles([])).toEqual(new Map());
  expect(await relatedTo("led-1", NEWS.slice(4, 5))).toEqual([]);
});
