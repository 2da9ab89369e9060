import { cpSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { randomNumbers } from "../../../scripts/random.ts";
import { writeLeafOf } from "../../../src/index/leaf/write-leaf.ts";
import { type IndexedPage, PLAIN_WEIGHT } from "../../../src/index/pagefind/read-index.ts";
import { averageOf, writeSegment } from "../../../src/index/segment/write-segment.ts";
import { writeManifest } from "../../../src/index/write-manifest.ts";
import {
  ABBREVIATIONS_SECTION,
  decodeDates,
  decodeFacet,
  decodeOrder,
  decodePages,
  decodeShard,
  fileFor,
  placesOf,
} from "../../../src/search/format/index.ts";
import { temporaryFolder } from "../temporary.ts";
import { Pack } from "./pack.ts";

const WORDS =
  "мост река город школа сад трамвай площадь музей дорога парк театр завод людей человек куньшань".split(
    " ",
  );

/** @param titled how many words of the text are a title */
function page(number: number, content: string, titled = 0): IndexedPage {
  const weights = placesOf(content).map((_, at) => (at < titled ? 7 : 1) * PLAIN_WEIGHT);
  const published = `2026-01-${String(1 + (number % 28)).padStart(2, "0")}`;
  return {
    page: {
      url: `/articles/${number}/`,
      content,
      word_count: weights.length,
      filters: { topic: [number % 2 === 0 ? "Чётные" : "Нечётные"], all: ["да"] },
      meta: number % 5 === 0 ? {} : { published },
      anchors: [],
    },
    weights: Uint8Array.from(weights),
    sort: { date: published },
  };
}

/** Articles of random words and of some that no other one has. */
function archive(count: number, seed = 1): IndexedPage[] {
  const random = randomNumbers(seed);
  const word = (): string => WORDS[Math.floor(random() * WORDS.length)] ?? "";
  return Array.from({ length: count }, (_, number) => {
    const words = Array.from({ length: 30 + Math.floor(random() * 90) }, word);
    return page(number, `${words.join(" ")} знак${number}`, 5);
  });
}

/** Packs pages that are divided into leaves. */
async function packed(leaves: readonly (readonly IndexedPage[])[]): Promise<Pack> {
  const folder = temporaryFolder();
  const site = join(folder, "site");
  const parts = leaves.map((pages, number) => {
    const leaf = join(folder, `leaf-${number}`);
    writeLeafOf(pages, leaf);
    return leaf;
  });
  const segment = join(folder, "segment");
  const average = averageOf(parts);
  await writeSegment({ name: "all", leaves: parts, average, synonyms: [] }, segment);
  mkdirSync(site);
  for (const part of [...parts, segment]) cpSync(join(part, "site"), site, { recursive: true });
  await writeManifest([segment], site);
  return new Pack(site);
}

const ARCHIVE = archive(200);
let pack: Pack;

beforeAll(async () => {
  pack = await packed([ARCHIVE]);
});

test("the bytes are the same however the archive is divided, and in whatever order it comes", async () => {
  const leaves = Array.from({ length: 40 }, (_, leaf) =>
    ARCHIVE.filter((_one, number) => number % 40 === leaf).reverse(),
  );
  expect((await packed([...leaves, []])).files()).toEqual(pack.files());
});

test("abbreviations stand beside themselves and their names, wherever their pages were indexed", async () => {
  const words = "Лига морских рыболовов";
  const pages = [
    page(1, `${words} (ЛМР) выбрала главу`),
    page(2, "Глава Лиги морских рыболовов (ЛМР) ушёл"),
    page(3, "Народный банк (НБ) открыт"),
  ];
  const together = await packed([pages]);
  const apart = await packed(pages.map((one) => [one]).reverse());
  expect(apart.files()).toEqual(together.files());
  for (const key of ["лмр", "рыбол"]) {
    const name = fileFor(together.segment.words, key);
    const { sections } = decodeShard(together.text("words", name));
    expect(sections.get(ABBREVIATIONS_SECTION)).toEqual([`ЛМР\t${words}`]);
  }
});

test("a lemma is found in just the pages that hold a form of it, at the places where it stands", () => {
  for (const word of ["река", "школа"]) {
    const [found, ...others] = pack.entries(word);
    expect(others).toEqual([]);
    const expected = ARCHIVE.flatMap(({ page: { url, content } }) => {
      const places = placesOf(content).flatMap((own, at) => (own === word ? [at] : []));
      return places.length === 0 ? [] : [{ url, positions: places }];
    });
    const byUrl = found?.pages.map(({ url, positions }) => ({ url, positions }));
    expect(byUrl?.sort((a, b) => (a.url < b.url ? -1 : 1))).toEqual(
      expected.sort((a, b) => (a.url < b.url ? -1 : 1)),
    );
  }
});

test("forms that begin otherwise have one list, and a page that holds both stands in it once", () => {
  const [people] = pack.entries("людеи");
  const [person] = pack.entries("человек");
  expect(people?.pages).toEqual(person?.pages);
  const holding = ARCHIVE.filter(({ page: { content } }) => /людей|человек/.test(content));
  expect(person?.pages.length).toBe(holding.length);
  expect(person?.entry.locator.count).toBe(holding.length);
});

test("what a guess made of an unknown word shares a list with its stem", () => {
  const found = pack.entries("куньшань");
  expect(found.length).toBeGreaterThan(1);
  expect(found.some(({ entry }) => entry.isStem)).toBe(true);
  expect(new Set(found.map(({ entry }) => JSON.stringify(entry.locator))).size).toBe(1);
});

test("a title says more of a page than its text, and a short page more than a long one", async () => {
  const filler = (length: number): string => Array(length).fill("слово").join(" ");
  const own = await packed([
    [
      page(1, `телескоп ${filler(99)}`, 1),
      page(2, `телескоп ${filler(99)}`),
      page(3, `телескоп ${filler(999)}`),
    ],
  ]);
  const [found] = own.entries("телескоп");
  const sorted = found?.pages.toSorted((a, b) => b.impact - a.impact).map(({ url }) => url);
  expect(sorted).toEqual(["/articles/1/", "/articles/2/", "/articles/3/"]);
});

test("filters, days and orders say of each page what it says itself", () => {
  const { segment } = pack;
  const urls = (slots: Iterable<number>) => [...slots].map((slot) => pack.url(slot));
  const [all, topic] = segment.facets;
  expect([all?.name, topic?.name]).toEqual(["all", "topic"]);
  const { values, pages } = decodeFacet(pack.bytes("facet", topic?.file ?? ""));
  expect(values).toEqual(["Нечётные", "Чётные"]);
  const even = ARCHIVE.filter((_, number) => number % 2 === 0).map((one) => one.page.url);
  expect(urls(pages[1] ?? []).sort()).toEqual(even.sort());
  const dates = decodeDates(pack.bytes("dates", segment.dates ?? ""));
  expect(dates.slots.length).toBe(160);
  const [slot = 0, day = 0] = [dates.slots[0], dates.days[0]];
  const [dated] = ARCHIVE.filter(({ page: { url } }) => url === pack.url(slot));
  expect(new Date(day * 86_400_000).toISOString().slice(0, 10)).toBe(dated?.page.meta.published);
  const order = decodeOrder(pack.bytes("order", segment.orders[0]?.file ?? ""));
  const sorts = new Map(ARCHIVE.map(({ page: { url }, sort }) => [url, sort.date ?? ""]));
  const sorted = urls(order).map((url) => sorts.get(url));
  expect(sorted).toEqual(sorted.toSorted());
  expect(decodePages(pack.bytes("pages", segment.all)).length).toBe(segment.pages);
});

test("files of a large archive are cut, and an edit of one article leaves most as they were", async () => {
  const random = randomNumbers(3);
  const many = Array.from({ length: 150 }, (_, number) => {
    const own = Array.from({ length: 40 }, () => `имя${Math.floor(random() * 1500).toString(36)}`);
    return page(number, own.join(" "));
  });
  const before = (await packed([many])).files();
  const edited = many.with(7, page(7, `${many[7]?.page.content} имя1`));
  const after = (await packed([edited])).files();
  const changed = Object.keys(before).filter((name) => after[name] !== before[name]);
  expect(Object.keys(before).length).toBeGreaterThan(15);
  expect(changed.length).toBeLessThan(Object.keys(before).length / 2);
});

test("what results show of pages that are there twice is refused", async () => {
  const [first] = ARCHIVE;
  if (first === undefined) throw new Error("no page");
  await expect(packed([[first], [first]])).rejects.toThrow(/there twice/);
});
