import { expect, test } from "vitest";
import { sampleOf } from "../../../src/build/checks/title-sample.ts";
import type { MadeSlice } from "../../../src/build/slices/slice-making.ts";
import { readSite } from "../../../src/content/model/settings.ts";
import { temporaryFolder } from "../temporary.ts";

const site = readSite(temporaryFolder({ "site.yaml": "address: https://a.example/news/" }), {});
const of = (key: string) => ({ site, content: "/content", key });

function slice(name: string, articles: number, hasNewIndex: boolean): MadeSlice {
  const slugs = Array.from({ length: articles }, (_, number) => `${name}-${number}`);
  const uses = slugs.flatMap((slug) => {
    const use = { slug, file: `${slug}.md`, line: 1, column: 1 };
    const alias = { ...use, path: `/old/${slug}/`, isAlias: true };
    return [alias, { ...use, path: `/articles/${slug}/`, isAlias: false }];
  });
  const list = slugs.map((slug) => ({ path: `/articles/${slug}/`, title: `О ${slug}` }));
  const folder = temporaryFolder({ "lists/2026.json": JSON.stringify(list) });
  const facts = { slugs: uses, standing: [], years: { 2026: {} } };
  return { name, folder, leaf: { isNew: hasNewIndex }, facts } as unknown as MadeSlice;
}

const slicesOf = (articles: readonly { path: string }[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { path } of articles) {
    const name = /articles\/(\w+)-/.exec(path)?.[1] ?? path;
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
};

test("all of a small archive are chosen, with their titles, addresses and files", () => {
  const [first, ...others] = sampleOf([slice("a", 1, true), slice("b", 9, false)], of("k"));
  expect(first).toEqual({ path: "/news/articles/a-0/", title: "О a-0", file: "/content/a-0.md" });
  expect(others).toHaveLength(9);
});

test("of a large one 50, as many of each slice", () => {
  const two = [slice("a", 200, true), slice("b", 200, true)];
  expect(slicesOf(sampleOf(two, of("k")))).toEqual({ a: 25, b: 25 });
});

test("where some slices are as they were 8, of those that were made first", () => {
  const old = slice("old", 200, false);
  expect(slicesOf(sampleOf([old, slice("a", 200, true)], of("k")))).toEqual({ a: 8 });
  expect(slicesOf(sampleOf([old, slice("fresh", 6, true)], of("k")))).toEqual({
    fresh: 6,
    old: 2,
  });
});

test("each slice that was made has one at least", () => {
  const many = Array.from({ length: 60 }, (_, number) => slice(`v${number}`, 3, true));
  expect(Object.keys(slicesOf(sampleOf(many, of("k"))))).toHaveLength(60);
});

test("the same site makes the same choice, and another one another", () => {
  const slices = [slice("a", 200, false)];
  expect(sampleOf(slices, of("k"))).toEqual(sampleOf(slices, of("k")));
  expect(sampleOf(slices, of("k"))).not.toEqual(sampleOf(slices, of("l")));
});
