import { describe, expect, test } from "vitest";
import { settleTopics, type TopicUse } from "../../../src/content/model/settle-topics.ts";
import { SLUG_FORM } from "../../../src/content/model/slugs.ts";
import { topicKey, topicNamed, topicSlug } from "../../../src/content/model/topic-names.ts";
import { fc } from "../language/property.ts";

const use = (name: string, day?: string, file = "a.md"): TopicUse => {
  return { topic: topicNamed(name), day, file };
};

/** From names to addresses, as pages have them. */
function addresses(uses: readonly TopicUse[]): Record<string, string> {
  const meant = new Map(settleTopics(uses).meant);
  const all = uses.map(({ topic }) => [topic.name, (meant.get(topic.name) ?? topic).slug]);
  return Object.fromEntries(all);
}

test.each([
  ["Сельское хозяйство", "selskoe-khoziaistvo"],
  ["Рок-н-ролл", "rok-n-roll"],
  ["C", "c"],
  ["C#", "c-sharp"],
  ["C++", "c-plus-plus"],
  ["18+", "18-plus"],
  [".NET", "dot-net"],
  ["R&D", "r-d"],
  ["北京", expect.stringMatching(/^tema-[0-9a-f]{6}$/)],
  ["🎉", expect.stringMatching(/^tema-[0-9a-f]{6}$/)],
  ["…", ""],
])("the address of %s alone is %s", (name, slug) => {
  expect(topicSlug(name)).toEqual(slug);
});

test.each([
  ["уголь", "Уголь", "УГОЛЬ", "«Уголь»"],
  ["Зелёный", "зеленый", "ЗЕЛЁНЫЙ", "Зеле\u0308ный"],
  ["Рок-н-ролл", "рок н ролл", "Рок—н—ролл"],
  ["за́мок", "замок"],
  ["Café", "cafe"],
  ["Край", "Краи\u0306"],
])("ways to write one topic: %s, %s", (...names) => {
  expect(new Set(names.map(topicKey)).size).toBe(1);
});

test.each([
  ["Уголь", "Угол"],
  ["C", "C#", "C++", "С"],
  [".NET", "NET"],
  ["Спорт", "Sport"],
  ["Край", "Краи"],
  ["18", "18+"],
  ["北京", "上海"],
  ["北京 2022", "上海 2022"],
])("different topics: %s, %s", (...names) => {
  expect(new Set(names.map(topicKey)).size).toBe(names.length);
  const slugs = Object.values(addresses(names.map((name) => use(name))));
  expect(new Set(slugs).size).toBe(names.length);
  for (const slug of slugs) expect(slug).toMatch(SLUG_FORM);
});

describe("of two topics with one plain address", () => {
  test("the one that was named first keeps it", () => {
    const old = [use("Уголь", "2025-01-01"), use("Угол", "2026-01-01", "b.md")];
    expect(addresses(old)).toEqual({
      Уголь: "ugol",
      Угол: expect.stringMatching(/^ugol-[0-9a-f]{6}$/),
    });
    expect(settleTopics(old).clashes).toEqual([
      {
        topic: { name: "Угол", slug: addresses(old).Угол },
        other: { name: "Уголь", slug: "ugol" },
        file: "b.md",
      },
    ]);
  });

  test("what the editor has described comes before it, and parts them", () => {
    const uses = [use("Уголь", "2025-01-01"), use("Угол", "2026-01-01")];
    const described = { name: "Угол", key: topicKey("Угол") };
    expect(settleTopics(uses, [{ ...described, slug: "ugol-zdaniia" }])).toEqual({
      meant: [],
      clashes: [],
    });
    expect(settleTopics(uses, [{ ...described, slug: "ugol" }]).clashes).toHaveLength(1);
  });
});

test("a topic that is written in several ways has the name under which it was seen first", () => {
  const uses = [use("УГОЛЬ", "2026-01-01"), use("Уголь", "2025-01-01"), use("уголь")];
  const topic = { name: "Уголь", slug: "ugol" };
  expect(settleTopics(uses)).toEqual({
    meant: [
      ["УГОЛЬ", topic],
      ["уголь", topic],
    ],
    clashes: [],
  });
});

const names = fc.constantFrom(
  "Уголь",
  "уголь",
  "Угол",
  "УГОЛ",
  "Ugol",
  "C",
  "C#",
  "C++",
  "С",
  "🎉",
);
const days = fc.option(fc.constantFrom("2024-05-05", "2025-05-05", "2026-05-05"), {
  nil: undefined,
});
const someUses = fc.array(
  fc.tuple(names, days, fc.constantFrom("a.md", "b.md", "c.md")).map((one) => use(...one)),
  { maxLength: 12 },
);

test("every topic has an address of its own, in whatever order files are seen", () => {
  fc.assert(
    fc.property(someUses, fc.infiniteStream(fc.nat()), (uses, numbers) => {
      const mixed = uses
        .map((one) => [numbers.next().value, one] as const)
        .sort(([a], [b]) => a - b)
        .map(([, one]) => one);
      expect(settleTopics(mixed)).toEqual(settleTopics(uses));
      const byKey = new Map(uses.map(({ topic }) => [topicKey(topic.name), topic.name]));
      const found = addresses(uses);
      expect(new Set(Object.values(found)).size).toBe(byKey.size);
    }),
  );
});

test("what is published later changes no address and no name", () => {
  fc.assert(
    fc.property(someUses, names, (uses, name) => {
      const dated = uses.filter(({ day }) => day !== undefined);
      const before = addresses(dated);
      expect(addresses([...dated, use(name, "2027-01-01")])).toMatchObject(before);
    }),
  );
});
