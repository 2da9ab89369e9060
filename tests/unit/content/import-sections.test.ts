import { join } from "node:path";
import { expect, test } from "vitest";
import { importWorkspace } from "./import-workspace.ts";

function post(title: string, categories: string, text = "Да."): string {
  return `---\ntitle: ${title}\ncategories: ${categories}\ntags: [мост]\n---\n${text}\n`;
}

const FILES = {
  "_data/sections.yaml": "# Наши\n- name: Город\n  topics: [Транспорт]\n- Порт\n",
  "content/pages/kontakty.md": "---\ntitle: Контакты\n---\nДа.\n",
  "src/a.md": post("Раз", "[Культура, Театр]"),
  "src/b.md": post("Два", "[город]"),
  "src/c.md": post("Три", "[Транспорт]"),
  "src/d.md": post("Четыре", "[Контакты]"),
  "src/e.md": post("Пять", "[Topics]"),
  "src/f.md": post("Шесть", "[Культура]", ""),
};

test("first categories become sections, which are added to those that are there", () => {
  const { folder, run, read, archive } = importWorkspace(FILES);
  run(join(folder, "src"), { sections: "categories" });
  expect(read("_data/sections.yaml")).toBe(
    "# Наши\n- name: Город\n  topics: [ Транспорт ]\n- Порт\n- Культура\n- name: Контакты\n  slug: kontakty-2\n- name: Topics\n  slug: topics-2\n",
  );
  const { articles, headlines } = archive();
  const found = articles
    .filter(({ standing }) => standing === undefined)
    .map(({ title, section, topics }) => [
      title,
      section?.name,
      topics.map(({ name }) => name).join(", "),
    ]);
  expect(found.sort()).toEqual([
    ["Два", "Город", "мост"],
    ["Пять", "Topics", "мост"],
    ["Раз", "Культура", "Театр, мост"],
    ["Три", "Город", "Транспорт, мост"],
    ["Четыре", "Контакты", "мост"],
  ]);
  expect(headlines).toMatchObject([{ topics: [{ name: "Культура" }, { name: "мост" }] }]);
});

test("a second import adds none, a trial writes none and shows them", () => {
  const { folder, run, snapshot } = importWorkspace({ "src/a.md": post("Раз", "[Культура]") });
  const before = snapshot();
  const options = { sections: "categories" } as const;
  const { newest } = run(join(folder, "src"), { ...options, isDryRun: true });
  expect(newest).toMatchObject([{ section: { slug: "kultura" } }]);
  expect(snapshot()).toEqual(before);
  run(join(folder, "src"), options);
  const after = snapshot();
  expect(after["_data/sections.yaml"]).toBeDefined();
  run(join(folder, "src"), options);
  expect(snapshot()).toEqual(after);
});

test("without the option categories are topics, and no file of sections is made", () => {
  const { folder, run, snapshot, archive } = importWorkspace({
    "src/a.md": post("Раз", "[Культура]"),
  });
  run(join(folder, "src"));
  expect(archive().articles[0]?.topics.map(({ name }) => name)).toEqual(["Культура", "мост"]);
  expect(snapshot()["_data/sections.yaml"]).toBeUndefined();
});
