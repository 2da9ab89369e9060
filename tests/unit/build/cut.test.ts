import { describe, expect, test } from "vitest";
import { cutArchive, type SlicePlan } from "../../../src/build/slices/slice-cuts.ts";
import type { Headline, SourceRef } from "../../../src/content/index.ts";
import { fc } from "../language/property.ts";

const MOST = 16;
/** What the volume of the latest days may hold. */
const MOST_FRESH = MOST / 2;

const days = fc
  .record({
    year: fc.integer({ min: 1998, max: 2027 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
  })
  .map(({ year, month, day }) => `${year}-${pad(month)}-${pad(day)}`);
/** Of few days, so that some hold more than fits into a volume. */
const busyDays = fc.constantFrom("2026-11-24", "2026-11-23", "2026-10-01", "2025-01-01");
const someDays = fc.option(fc.oneof(days, busyDays), { nil: undefined, freq: 8 });

interface Archive {
  readonly articles: readonly SourceRef[];
  readonly headlines: readonly Headline[];
}

const archives = fc
  .record({
    articles: fc.array(someDays, { maxLength: 120, size: "max" }),
    headlines: fc.array(someDays, { maxLength: 60, size: "max" }),
  })
  .map(({ articles, headlines }): Archive => {
    return { articles: articles.map(article), headlines: headlines.map(headline) };
  });

function pad(number: number): string {
  return String(number).padStart(2, "0");
}

function article(day: string | undefined, number: number): SourceRef {
  return {
    file: `/content/${number}.md`,
    hash: `hash ${number}`,
    day,
    topics: [],
    authors: [],
    sections: [],
  };
}

function headline(day: string | undefined, number: number): Headline {
  const date = day === undefined ? undefined : { iso: day, day, epoch: Date.parse(day) };
  const path = `/headlines/#${number}`;
  return { kind: "headline", anchor: String(number), path, text: path, date, topics: [] };
}

function cut({ articles, headlines }: Archive, most = MOST): SlicePlan[] {
  return cutArchive(articles, headlines, most);
}

/** What is in a volume, in a fixed order. */
function itemsOf({ articles, headlines }: SlicePlan): string[] {
  return [...articles.map(({ file }) => file), ...headlines.map(({ path }) => path)].sort();
}

function daysOf({ articles, headlines }: SlicePlan): string[] {
  const all = [...articles.map(({ day }) => day), ...headlines.map(({ date }) => date?.day)];
  return all.filter((day) => day !== undefined);
}

function sizeOf(volume: SlicePlan): number {
  return itemsOf(volume).length;
}

/** The cuts that a commit does not move: the latest days are back in the volume that they left. */
function closed(volumes: readonly SlicePlan[]): SlicePlan[] {
  const [fresh, rest, ...others] = volumes;
  if (fresh?.name !== "fresh" || rest === undefined) return [...volumes];
  const articles = [...fresh.articles, ...rest.articles];
  return [{ name: rest.name, articles, headlines: [...fresh.headlines, ...rest.headlines] }].concat(
    others.map((volume) => ({
      ...volume,
      articles: [...volume.articles],
      headlines: [...volume.headlines],
    })),
  );
}

/** Volumes by their names and what is in them. */
function described(volumes: readonly SlicePlan[]): string[] {
  return volumes.map((volume) => [volume.name, ...itemsOf(volume)].join(" "));
}

/** An archive that is more than one volume, and the same with one more article. */
const commits = fc
  .tuple(archives, someDays)
  .filter(([{ articles, headlines }]) => articles.length + headlines.length > MOST)
  .map(([archive, day]) => {
    const added = article(day, archive.articles.length);
    const articles = [...archive.articles, added];
    return { before: cut(archive), after: cut({ ...archive, articles }), added };
  });

function holds(volume: SlicePlan | undefined, { file }: SourceRef): boolean {
  return volume?.articles.some((one) => one.file === file) ?? false;
}

describe("an archive of many volumes", () => {
  test("every item is in exactly one of them", () => {
    const hold = (archive: Archive): void => {
      const all = itemsOf({ name: "", ...archive });
      expect(cut(archive).flatMap(itemsOf).sort()).toEqual(all);
    };
    fc.assert(fc.property(archives, hold));
  });

  test("none holds more than it may, and none is empty", () => {
    const hold = (archive: Archive): void => {
      const sizes = cut(archive).map(sizeOf);
      expect(Math.max(0, ...sizes)).toBeLessThanOrEqual(MOST);
      if (sizes.length > 1) expect(Math.min(...sizes)).toBeGreaterThan(0);
    };
    fc.assert(fc.property(archives, hold));
  });

  test("no two have one name", () => {
    const hold = (archive: Archive): void => {
      const names = cut(archive).map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
    };
    fc.assert(fc.property(archives, hold));
  });

  test("the newest is first, what has no date last; only those of one day share it", () => {
    const hold = (archive: Archive): void => {
      const spans = cut(archive).map((volume) => daysOf(volume).sort());
      for (const [index, span] of spans.slice(1).entries()) {
        const [oldest = "", newest = ""] = [spans[index]?.at(0), span.at(-1)];
        if (oldest === newest)
          expect(new Set([...(spans[index] ?? []), ...span]).size).toBeLessThanOrEqual(1);
        else expect(newest < oldest).toBe(true);
      }
    };
    fc.assert(
      fc.property(
        archives.filter(({ articles }) => articles.length > MOST),
        hold,
      ),
    );
  });

  test("they do not depend on the order of what comes in", () => {
    const shuffled = archives.chain((archive) => {
      const { articles, headlines } = archive;
      const shuffle = <Item>(items: readonly Item[]) =>
        fc.shuffledSubarray([...items], { minLength: items.length });
      return fc
        .record({ articles: shuffle(articles), headlines: shuffle(headlines) })
        .map((other) => [archive, other] as const);
    });
    fc.assert(
      fc.property(shuffled, ([one, other]) => {
        expect(described(cut(one))).toEqual(described(cut(other)));
      }),
    );
  });
});

describe("one more article", () => {
  test("changes one closed volume at most, which grows or is split; all others stay", () => {
    fc.assert(
      fc.property(commits, ({ before, after, added }) => {
        const [old, now] = [described(closed(before)), described(closed(after))];
        const gone = closed(before).filter((_, index) => !now.includes(old[index] ?? ""));
        const come = closed(after).filter((_, index) => !old.includes(now[index] ?? ""));
        expect(gone.length).toBeLessThanOrEqual(1);
        expect(come.flatMap(itemsOf).sort()).toEqual([...gone.flatMap(itemsOf), added.file].sort());
      }),
    );
  });

  test("outside of the newest closed volume, it does not move the latest days", () => {
    fc.assert(
      fc.property(commits, ({ before, after, added }) => {
        const sameBlock = closed(before)[0]?.name === closed(after)[0]?.name;
        if (!sameBlock || holds(closed(after)[0], added) || after[0]?.name !== "fresh") return;
        expect(described(after).slice(0, 2)).toEqual(described(before).slice(0, 2));
      }),
    );
  });

  test("among the latest days changes nothing else, as long as they and it fit", () => {
    fc.assert(
      fc.property(commits, ({ before, after, added }) => {
        const [fresh] = before;
        const sameBlock = closed(before)[0]?.name === closed(after)[0]?.name;
        if (fresh?.name !== "fresh" || !sameBlock || sizeOf(fresh) >= MOST_FRESH) return;
        if (!holds(after[0], added)) return;
        expect(after[0]?.name).toBe("fresh");
        expect(described(after).slice(1)).toEqual(described(before).slice(1));
      }),
    );
  });
});

test("the latest days are more than their share only where ten days are", () => {
  const hold = (archive: Archive): void => {
    const [fresh] = cut(archive);
    if (fresh?.name !== "fresh" || sizeOf(fresh) <= MOST_FRESH) return;
    const spans = daysOf(fresh).map((day) => [
      day.slice(0, 7),
      Math.ceil(Number(day.slice(8)) / 10),
    ]);
    expect(new Set(spans.map(String)).size).toBe(1);
  };
  fc.assert(fc.property(archives, hold));
});

test("a small archive is one volume, whatever the days", () => {
  const small = fc.array(someDays, { maxLength: 250, size: "max" });
  const hold = (all: readonly (string | undefined)[]): void => {
    const volumes = cut({ articles: all.map(article), headlines: [] }, 4000);
    expect(volumes.map(({ name }) => name)).toEqual(["all"]);
  };
  fc.assert(fc.property(small, hold));
});

test("what has no date is apart, and is dealt out by hash where there is much of it", () => {
  const undated = Array.from({ length: 20 }, (_, number) => article(undefined, number));
  const dated = Array.from({ length: 4 }, (_, number) =>
    article(`202${number}-05-05`, 100 + number),
  );
  const names = (most: number) =>
    cut({ articles: [...undated, ...dated], headlines: [] }, most).map(({ name }) => name);
  expect(names(20)).toEqual(["1792-2047", "undated"]);
  expect(names(10).filter((name) => name.startsWith("undated-p")).length).toBeGreaterThan(1);
});

test("one day is cut by hash", () => {
  const articles = Array.from({ length: 40 }, (_, number) => article("2026-11-24", number));
  const volumes = cut({ articles, headlines: [] });
  expect(volumes.length).toBeGreaterThan(1);
  for (const { name } of volumes) expect(name).toMatch(/^2026-11-24-p[0-9a-f]$/);
});

test("copies of one article, which nothing tells apart, stay together however many", () => {
  const articles = Array.from({ length: MOST + 4 }, (_, number) => {
    return { ...article("2026-11-24", number), hash: "одна и та же" };
  });
  expect(cut({ articles, headlines: [] }).map(sizeOf)).toEqual([MOST + 4]);
});
