import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { changesBetween, formatHashes, readHashes } from "../../../src/build/disk/changes.ts";
import { nextChange } from "../../../src/build/next-change.ts";
import { temporaryFolder } from "../temporary.ts";

describe("what a deployment has to do", () => {
  const older = temporaryFolder({ "a.html": "1", "b/c.html": "2", "d.html": "3" });
  const newer = temporaryFolder({ "a.html": "1", "b/c.html": "другое", "новый.html": "4" });

  test("is what was added, changed and removed", () => {
    expect(changesBetween(readHashes(older), readHashes(newer))).toEqual({
      added: ["новый.html"],
      changed: ["b/c.html"],
      removed: ["d.html"],
    });
  });

  test("is the same by a list of files", () => {
    const list = join(temporaryFolder({ "list.txt": formatHashes(readHashes(older)) }), "list.txt");
    expect(readHashes(list)).toEqual(readHashes(older));
    expect(changesBetween(readHashes(list), readHashes(older))).toEqual({
      added: [],
      changed: [],
      removed: [],
    });
  });

  test("is an error where there is no older site, or no list", () => {
    expect(() => readHashes(join(older, "nothing"))).toThrow("Такой папки или такого списка нет");
    const list = join(temporaryFolder({ "list.txt": "привет\n" }), "list.txt");
    expect(() => readHashes(list)).toThrow(/list\.txt:1.*не список файлов/s);
  });
});

test("the next change is the first time that is still to come", async () => {
  const article = (fields: string): string => `---\ntitle: А\n${fields}\n---\n\nТекст.\n`;
  const folder = temporaryFolder({
    "content/a.md": article("date: 2026-01-01\nexpires: 2026-12-05"),
    "content/b.md": article("date: 2026-12-03 09:00"),
    "data/headlines.yaml":
      "- text: Скоро\n  date: 2026-12-02\n  expires: 2026-12-04\n- text: Всегда\n",
    "data/site.yaml": "timeZone: UTC\n",
  });
  const at = async (now: string): Promise<string | undefined> => {
    const next = await nextChange({
      content: join(folder, "content"),
      data: join(folder, "data"),
      output: join(folder, "site"),
      cache: join(folder, "cache"),
      project: folder,
      cacheLimit: 0,
      overrides: { url: "https://example.org" },
      now: Date.parse(now),
    });
    return next === undefined ? undefined : new Date(next).toISOString().slice(0, 16);
  };
  expect(await at("2026-12-01T00:00Z")).toBe("2026-12-02T00:00");
  expect(await at("2026-12-02T12:00Z")).toBe("2026-12-03T09:00");
  expect(await at("2026-12-03T12:00Z")).toBe("2026-12-04T00:00");
  expect(await at("2026-12-04T12:00Z")).toBe("2026-12-05T00:00");
  expect(await at("2026-12-05T12:00Z")).toBeUndefined();
});
