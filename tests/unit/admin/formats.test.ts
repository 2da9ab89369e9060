import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import {
  articleFormat,
  type Format,
  headlinesFormat,
  ORIGINAL,
  settingsFormat,
  textFormat,
} from "../../../src/admin/browser/formats.ts";
import { fc } from "../language/property.ts";

const ARCHIVE = "tests/fixtures/archive";

/** What a file becomes when an editor changes some of its fields. */
function edited(format: Format, text: string, changes: Record<string, unknown>): string {
  return format.toFile({ ...format.fromFile(text), ...changes });
}

const NEW = {
  title: "Мост",
  date: undefined,
  topics: [],
  image: { file: "", alt: "" },
  draft: false,
};

describe("an article", () => {
  const most = readFileSync(`${ARCHIVE}/content/2025/most.md`, "utf8");

  test.each(["2025/most.md", "naberezhnaia.md", "chernovik.md"])(
    "%s is saved as it was",
    (name) => {
      const text = readFileSync(`${ARCHIVE}/content/${name}`, "utf8");
      expect(edited(articleFormat, text, {})).toBe(text);
    },
  );

  test("only what has changed is written anew", () => {
    const text = edited(articleFormat, most, {
      title: "Эксклюзив: мост",
      updated: "",
      topics: ["Город"],
    });
    const expected = most
      .replace("title: Через реку открыт новый мост", 'title: "Эксклюзив: мост"')
      .replace("updated: 2025-05-10 08:30\n", "")
      .replace("topics: [Транспорт, Город]", "topics:\n  - Город");
    expect(text).toBe(expected);
  });

  test("the text changes, and the fields stay as they are", () => {
    const text = edited(articleFormat, most, { body: "Одна строка.\n\nДругая.\n\n" });
    const [fields = ""] = most.split("\n---\n");
    expect(text).toBe(`${fields}\n---\n\nОдна строка.\n\nДругая.\n`);
  });

  test("comments and short forms stay", () => {
    const text =
      '---\n# срочно\ntitle: Мост # проверить\ntopics: Город\nsource: "Газета"\n---\nТекст.\n';
    expect(articleFormat.fromFile(text)).toMatchObject({
      topics: ["Город"],
      source: { name: "Газета" },
    });
    expect(edited(articleFormat, text, { date: "2026-11-23" })).toBe(
      text.replace('"Газета"\n', '"Газета"\ndate: 2026-11-23\n'),
    );
  });

  test("what a new one leaves empty is not written", () => {
    expect(articleFormat.toFile({ ...NEW, body: "Текст." })).toBe(
      "---\ntitle: Мост\n---\n\nТекст.\n",
    );
  });

  test("a switch is written where it says something new", () => {
    expect(edited(articleFormat, "---\ntitle: Мост\n---\nА", { draft: true })).toContain(
      "draft: true",
    );
    const draft = "---\ntitle: Мост\ndraft: true\n---\nА";
    expect(edited(articleFormat, draft, { draft: false })).toContain("draft: false");
  });

  test("a day stays the text that it is", () => {
    const text = "---\ntitle: Мост\ndate: 2026-11-23\n---\nА\n";
    expect(articleFormat.fromFile(text).date).toBe("2026-11-23");
    expect(edited(articleFormat, text, { title: "Дом" })).toContain("date: 2026-11-23\n");
  });

  test("lines between rules in the text are no fields", () => {
    expect(() => articleFormat.fromFile("Текст\n---\ntitle: Мост\n---\n")).toThrow();
    const text = "---\ntitle: Мост\n---\n\nА\n\n---\n\nБ\n";
    expect(articleFormat.fromFile(text).body).toBe("А\n\n---\n\nБ");
    expect(edited(articleFormat, text, {})).toBe(text);
  });

  test("what cannot be read is not read", () => {
    expect(() => articleFormat.fromFile("---\ntitle: Эксклюзив: мост\n---\n")).toThrow();
    expect(() => articleFormat.fromFile("---\ntitle: А\ntitle: Б\n---\n")).toThrow();
  });

  test("lines may end as on Windows", () => {
    const text = "---\r\ntitle: Мост\r\n---\r\n\r\nТекст.\r\n";
    expect(articleFormat.fromFile(text)).toMatchObject({ title: "Мост", body: "Текст." });
    expect(edited(articleFormat, text, { title: "Дом" })).toContain("title: Дом\n---\n");
  });
});

describe("headlines", () => {
  const file = [
    "# новые сверху",
    "- text: Трамваи пустили по мосту",
    "  date: 2025-05-09 12:00 # точно",
    "  topics: Транспорт",
    "- Школьники посадили сад",
    '- text: "Эксклюзив: город растёт"',
    '  source: {name: Наблюдатель, url: "https://nabliudatel.example"}',
    "",
  ].join("\n");
  const items = () => headlinesFormat.fromFile(file).items as Record<string, unknown>[];
  const saved = (list: unknown) => edited(headlinesFormat, file, { items: list });

  test("are saved as they were", () => {
    expect(saved(items())).toBe(file);
  });

  test("a changed one changes alone", () => {
    const [first, second, third] = items();
    expect(saved([{ ...first, text: "Трамваи пустили" }, second, third])).toBe(
      file.replace("Трамваи пустили по мосту", "Трамваи пустили"),
    );
    expect(saved([first, { text: "Сад вырос" }, third])).toBe(
      file.replace("Школьники посадили сад", "Сад вырос"),
    );
    expect(saved([first, { ...second, date: "2025-05-08" }, third])).toBe(
      file.replace(
        "- Школьники посадили сад",
        "- text: Школьники посадили сад\n  date: 2025-05-08",
      ),
    );
  });

  test("a new one stands on top, and the others stay as they are", () => {
    const text = saved([{ text: "Открыт каток", topics: [], link: "" }, ...items()]);
    expect(text).toBe(file.replace("- text: Трамваи", "- Открыт каток\n- text: Трамваи"));
  });

  test("move and go", () => {
    const [first, second, third] = items();
    const text = saved([third, second]);
    expect(parse(text)).toEqual([parse(file)[2], parse(file)[1]]);
    expect(text).toContain('{name: Наблюдатель, url: "https://nabliudatel.example"}');
    expect(parse(saved([second, first, third]))[1]).toEqual(parse(file)[0]);
  });

  test("all may go, and a first one may come", () => {
    expect(saved([])).toContain("[]");
    expect(headlinesFormat.toFile({ items: [{ text: "Каток: открыт" }] })).toBe(
      '- "Каток: открыт"\n',
    );
    expect(headlinesFormat.fromFile("")).toEqual({ items: [], [ORIGINAL]: "" });
  });

  test("a file of another form is not read", () => {
    expect(() => headlinesFormat.fromFile("text: Каток")).toThrow();
  });

  const headline = fc.record(
    {
      text: fc.string({ minLength: 1 }).filter((text) => text.trim() !== ""),
      date: fc.constantFrom("2026-11-23", "23.11.2026 14:30"),
      topics: fc.array(fc.constantFrom("Город", "no", "1", "null", "- а: б"), { minLength: 1 }),
    },
    { requiredKeys: ["text"] },
  );

  test("whatever is saved is read again as the same", () => {
    const lists = fc.array(headline, { maxLength: 6 });
    fc.assert(
      fc.property(lists, lists, (before, after) => {
        const text = headlinesFormat.toFile({ items: before });
        const again = edited(headlinesFormat, text, { items: after });
        expect(headlinesFormat.fromFile(text).items).toEqual(before);
        expect(headlinesFormat.fromFile(again).items).toEqual(after);
      }),
    );
  });
});

describe("settings", () => {
  const file = "# наш сайт\nname: Вести\noffline: false\nadmin:\n  repo: vesti/sait # не менять\n";

  test("keep comments and what the form does not show", () => {
    const values = settingsFormat.fromFile(file);
    expect(values).toMatchObject({ name: "Вести", offline: false, admin: { repo: "vesti/sait" } });
    expect(edited(settingsFormat, file, { name: "Городские вести", address: "" })).toBe(
      file.replace("Вести", "Городские вести"),
    );
    expect(edited(settingsFormat, file, { offline: true })).toContain("offline: true");
  });

  test("a form that nobody filled in writes nothing", () => {
    expect(edited(settingsFormat, "name: Вести\n", { offline: true, language: "" })).toBe(
      "name: Вести\n",
    );
  });
});

test("the page about the site is its text", () => {
  expect(textFormat.fromFile("\nО нас.\n\n")).toEqual({ body: "О нас." });
  expect(textFormat.toFile({ body: "О нас.\n\n" })).toBe("О нас.\n");
});
