import { expect, test } from "vitest";
import { sampleOf } from "../../../src/build/checks/title-sample.ts";
import type { MadeVolume } from "../../../src/build/volumes.ts";
import { readSite } from "../../../src/content/settings.ts";
import { temporaryFolder } from "../temporary.ts";

const site = readSite(temporaryFolder({ "site.yaml": "address: https://a.example/news/" }), {});
const of = (key: string) => ({ site, content: "/content", key });

function volume(name: string, articles: number, hasNewIndex: boolean): MadeVolume {
  const slugs = Array.from({ length: articles }, (_, number) => `${name}-${number}`);
  const uses = slugs.flatMap((slug) => {
    const use = { slug, file: `${slug}.md`, line: 1, column: 1 };
    const alias = { ...use, path: `/old/${slug}/`, isAlias: true };
    return [alias, { ...use, path: `/articles/${slug}/`, isAlias: false }];
  });
  const list = slugs.map((slug) => ({ path: `/articles/${slug}/`, title: `О ${slug}` }));
  const folder = temporaryFolder({ "lists/2026.json": JSON.stringify(list) });
  const manifest = { slugs: uses, years: { 2026: {} } };
  return { name, folder, hasNewIndex, manifest } as unknown as MadeVolume;
}

const volumesOf = (articles: readonly { path: string }[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { path } of articles) {
    const name = /articles\/(\w+)-/.exec(path)?.[1] ?? path;
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
};

test("all of a small archive are chosen, with their titles, addresses and files", () => {
  const [first, ...others] = sampleOf([volume("a", 1, true), volume("b", 9, false)], of("k"));
  expect(first).toEqual({ path: "/news/articles/a-0/", title: "О a-0", file: "/content/a-0.md" });
  expect(others).toHaveLength(9);
});

test("of a large one 50, as many of each volume", () => {
  const two = [volume("a", 200, true), volume("b", 200, true)];
  expect(volumesOf(sampleOf(two, of("k")))).toEqual({ a: 25, b: 25 });
});

test("where some volumes are as they were 8, of those that were made first", () => {
  const old = volume("old", 200, false);
  expect(volumesOf(sampleOf([old, volume("a", 200, true)], of("k")))).toEqual({ a: 8 });
  expect(volumesOf(sampleOf([old, volume("fresh", 6, true)], of("k")))).toEqual({
    fresh: 6,
    old: 2,
  });
});

test("each volume that was made has one at least", () => {
  const many = Array.from({ length: 60 }, (_, number) => volume(`v${number}`, 3, true));
  expect(Object.keys(volumesOf(sampleOf(many, of("k"))))).toHaveLength(60);
});

test("the same site makes the same choice, and another one another", () => {
  const volumes = [volume("a", 200, false)];
  expect(sampleOf(volumes, of("k"))).toEqual(sampleOf(volumes, of("k")));
  expect(sampleOf(volumes, of("k"))).not.toEqual(sampleOf(volumes, of("l")));
});
