import { readFileSync } from "node:fs";
import type { Field } from "@sveltia/cms";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import {
  type Format,
  listFormat,
  markdownFormat,
  ORIGINAL,
  settingsFormat as settingsFormatOf,
  textFormat,
} from "../../../src/admin/browser/formats.ts";
import { cmsConfig } from "../../../src/admin/index.ts";
import { fc } from "../language/property.ts";

const ARCHIVE = "tests/fixtures/archive";
const ZONE = "Asia/Yekaterinburg";

const config = cmsConfig(
  {
    name: "Вести",
    description: "Новости",
    address: "https://vesti.example",
    pathPrefix: "/",
    language: "ru",
    timeZone: ZONE,
    offline: true,
    allowBrokenLinks: false,
    preview: false,
  },
  { backend: "github", repo: "vesti/sait", branch: "main", content: "content", data: "_data" },
);

function fieldsOf(name: string): readonly Field[] {
  const all = [...(config.collections ?? []), ...(config.singletons ?? [])];
  const one = all.find((each) => "name" in each && each.name === name);
  return one !== undefined && "fields" in one ? one.fields : [];
}

const articleFormat = markdownFormat(fieldsOf("articles"), ZONE);
const headlinesFormat = listFormat(fieldsOf("headlines"), ZONE);
const settingsFormat = settingsFormatOf(fieldsOf("settings"), ZONE);

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
      topics: ["Город"],
      more: { ...(articleFormat.fromFile(most).more as object), updated: "" },
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
      more: { source: { name: "Газета" } },
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

  test("dates are shown in the site's zone, and written anew only where they change", () => {
    const dateOf = (date: string): unknown =>
      articleFormat.fromFile(`---\ntitle: Мост\ndate: ${date}\n---\nА\n`).date;
    expect(dateOf("23.11.2026")).toBe("2026-11-23 00:00");
    expect(dateOf("2026-11-23T10:30:00+01:00")).toBe("2026-11-23 14:30");
    expect(dateOf("вчера")).toBe("вчера");
    for (const date of ["23.11.2026", "2026-11-23", "2026-11-23T10:30:00+01:00", "вчера"]) {
      const text = `---\ntitle: Мост\ndate: ${date}\n---\nА\n`;
      expect(edited(articleFormat, text, { title: "Дом" })).toBe(text.replace("Мост", "Дом"));
    }
    const text = "---\ntitle: Мост\ndate: 23.11.2026\n---\nА\n";
    expect(edited(articleFormat, text, { date: "2026-11-24 00:00" })).toContain(
      "date: 2026-11-24\n",
    );
    expect(edited(articleFormat, text, { date: "2026-11-24 08:05" })).toContain(
      "date: 2026-11-24 08:05\n",
    );
  });

  test("what is left out is no draft and has no date, whatever a new one begins with", () => {
    expect(articleFormat.fromFile("---\ntitle: Мост\n---\nА\n")).toMatchObject({
      date: "",
      draft: false,
      more: { pinned: false },
    });
  });

  test("fields that no form shows stay", () => {
    const text = "---\ntitle: Мост\nmood: светлое # так\n---\nА\n";
    const { mood: _, ...shown } = articleFormat.fromFile(text);
    expect(articleFormat.toFile({ ...shown, title: "Дом" })).toBe(text.replace("Мост", "Дом"));
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

  /** Without what silence says; a day alone is its midnight. */
  const saidBy = (item: object) => {
    const full = Object.entries(item).filter(([, value]) => value !== "");
    return Object.fromEntries(full.map(([name, value]) => [name, shown(name, value)]));
  };
  const shown = (name: string, value: unknown): unknown =>
    name === "date" ? headlinesDate(String(value)) : value;
  const headlinesDate = (date: string): string =>
    date.replace("23.11.2026 14:30", "2026-11-23 14:30").replace(/^2026-11-23$/, "$& 00:00");
  const saidIn = (text: string) => (headlinesFormat.fromFile(text).items as object[]).map(saidBy);

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
        expect(saidIn(text)).toEqual(before.map(saidBy));
        expect(saidIn(again)).toEqual(after.map(saidBy));
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

test("entries of menus are as short as they were", () => {
  const file =
    "menu:\n  # все\n  - /archive/\n  - Город\n  - { label: VK, address: https://vk.com/vesti }\n";
  const { menu } = settingsFormat.fromFile(file) as { menu: object[] };
  expect(menu).toEqual([
    { address: "/archive/" },
    { topic: "Город" },
    { label: "VK", address: "https://vk.com/vesti" },
  ]);
  const [first, second, third] = menu;
  expect(edited(settingsFormat, file, { menu: [first, { topic: "Река" }, third] })).toBe(
    file.replace("Город", "Река"),
  );
  expect(
    edited(settingsFormat, file, { menu: [first, second, third, { address: "/about/" }] }),
  ).toBe(`${file}  - /about/\n`);
});

test("an author without anything but a name is the name", () => {
  const authors = listFormat(fieldsOf("authors"), ZONE);
  const file = "# все\n- Анна Белова\n- name: Олег Ким # главный\n  also: О. Ким\n";
  const [anna, oleg] = authors.fromFile(file).items as object[];
  expect(oleg).toMatchObject({ name: "Олег Ким", also: ["О. Ким"] });
  expect(edited(authors, file, { items: [anna, oleg, { name: "Ян" }] })).toBe(`${file}- Ян\n`);
  expect(edited(authors, file, { items: [anna, { ...oleg, url: "https://kim.example" }] })).toBe(
    `${file}  url: https://kim.example\n`,
  );
});

test("the page about the site is its text", () => {
  expect(textFormat.fromFile("\nО нас.\n\n")).toEqual({ body: "О нас." });
  expect(textFormat.toFile({ body: "О нас.\n\n" })).toBe("О нас.\n");
});
