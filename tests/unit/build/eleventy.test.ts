import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { PROJECT } from "../../../src/build/index.ts";
import { temporaryFolder } from "../temporary.ts";
import { refusalOf } from "./build-in.ts";
import { buildShared } from "./newspaper.ts";
import { hashesIn } from "./tiny-archive.ts";

/** What a project in JavaScript says to Eleventy. */
const CONFIG = `import vestnik from "vestnik";
export default (eleventy) => { eleventy.addPlugin(vestnik, {}); };
export const config = { dir: { input: "src/pages", output: "_site" } };
`;

const PROJECT_FILES = {
  "package.json": '{ "type": "module" }',
  "eleventy.config.js": CONFIG,
  "src/pages/.gitkeep": "",
};

/** A newspaper of several slices, with pictures, old addresses and topics. */
const ARCHIVE = {
  ...PROJECT_FILES,
  "_data/site.yaml":
    "name: Вести\naddress: https://vesti.example\nvolumeItems: 4\n" +
    'menu: [/archive/, /redaktsiia/, Город]\naccent: "#0b5a8a"\nhead: { yandex-verification: a1 }\n',
  "content/pages/redaktsiia.md":
    "---\ntitle: Редакция\naliases: [/o-nas.html]\n---\n\nПишите. ![Вид](../vid.svg)\n",
  "static/docs/price.txt": "Полоса: 5000\n",
  "styles/custom.css": ".footer { color: var(--accent); }\n",
  "_data/headlines.yaml": "- { text: Мост открыт, date: 2026-11-23 }\n- Без даты\n",
  "_data/synonyms.yaml": "- [мост, переправа]\n",
  "content/vid.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"></svg>',
  ...Object.fromEntries(
    Array.from({ length: 9 }, (_, index) => [
      `content/n${index}.md`,
      `---\ntitle: Новость ${index} о мосте\ndate: 20${14 + index}-03-0${index + 1}\ntopics: [Город]\n` +
        `${index === 3 ? "aliases: [/2017/most.html]\npinned: true\n" : ""}---\n\nТекст о реке и мосте.` +
        `${index === 5 ? "\n\n![Вид](vid.svg)" : ""}\n`,
    ]),
  ),
};

const OWN_PAGES = {
  "src/pages/contacts.md":
    '---\nlayout: vestnik\ntitle: Контакты\npermalink: /contacts/\n---\n\nПишите "на деревню" - дедушке.\n',
  "src/pages/numbers.njk":
    "---\nlayout: vestnik\ntitle: Числа\npermalink: /numbers/\n---\n" +
    '<p class="count">{{ collections.articles.length | plural("статья", "статьи", "статей") }}, ' +
    "последняя {{ collections.articles[0].date | date }}</p>\n" +
    "{% news collections.articles, 2 %}{% headlines collections.headlines, 1 %}" +
    "<a href=\"{{ '/topics/' | address }}\">{{ collections.topics[0].name }}</a>\n",
  "src/pages/vestnik/about.11ty.js":
    'export const data = { permalink: "/about/", layout: "vestnik", title: "О нас" };\n' +
    "export const render = ({ site }) => '<p>Своя страница «' + site.name + '».</p>';\n",
  "src/pages/vestnik/article.njk":
    "---\npagination: { data: articlePages, size: 1, alias: one }\n" +
    'permalink: "{{ one.article.path }}"\nlayout: vestnik\neleventyComputed: { title: "{{ one.article.title }}" }\n---\n' +
    '<div class="own">{{ one.article.html | safe }}</div>\n',
};

/** Runs Eleventy's own command in the folder of a project. */
function eleventy(folder: string) {
  return spawnSync(process.execPath, [join(PROJECT, "node_modules/@11ty/eleventy/cmd.cjs")], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, VESTNIK_CACHE: join(folder, "cache-of-command") },
  });
}

/** A folder of a project that has installed vestnik. */
function projectFolder(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder({ ...files, "node_modules/.keep": "" });
  symlinkSync(PROJECT, join(folder, "node_modules/vestnik"), "junction");
  return folder;
}

/** A project, built both ways. */
async function builtTwice(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = projectFolder(files);
  const { status, stdout, stderr } = eleventy(folder);
  expect(status, stdout + stderr).toBe(0);
  await buildShared(folder, { project: folder });
  return folder;
}

/** A build says what it is made of, and gives the sums of its files. */
function pagesIn(site: string): Record<string, string> {
  const files = Object.entries(hashesIn(site));
  return Object.fromEntries(files.filter(([path]) => !/^(?:build\.json|sums\/)/.test(path)));
}

test("the seed has the same bytes by Eleventy's own command and by the build", async () => {
  const output = join(temporaryFolder(), "site");
  const cache = temporaryFolder();
  const run = spawnSync("npm", ["run", "eleventy", "--", `--output=${output}`], {
    cwd: PROJECT,
    encoding: "utf8",
    env: { ...process.env, VESTNIK_CACHE: cache },
  });
  expect(run.status, run.stdout + run.stderr).toBe(0);
  const folder = temporaryFolder();
  await buildShared(folder, { content: join(PROJECT, "content"), data: join(PROJECT, "_data") });
  expect(Object.keys(pagesIn(output)).length).toBeGreaterThan(50);
  expect(pagesIn(output)).toEqual(pagesIn(join(folder, "site")));
});

describe("a project of its own", () => {
  let folder: string;
  const page = (path: string): string => readFileSync(join(folder, "_site", path), "utf8");

  beforeAll(async () => {
    folder = await builtTwice({ ...ARCHIVE, ...OWN_PAGES });
  });

  test("has the same bytes both ways, whatever slices it is made by", () => {
    const files = pagesIn(join(folder, "_site"));
    expect(Object.keys(files).filter((path) => path.startsWith("articles/"))).toHaveLength(
      9 * 2 + 1,
    );
    expect(files).toEqual(pagesIn(join(folder, "site")));
  });

  test("has pages of its own, in its own look, with what the plugin gives", () => {
    expect(page("contacts/index.html")).toContain("«на\u00a0деревню»\u00a0— дедушке.");
    expect(page("contacts/index.html")).toContain("<title>Контакты — Вести</title>");
    const numbers = page("numbers/index.html");
    expect(numbers).toContain('<p class="count">9 статей, последняя 9 марта 2022</p>');
    expect(numbers).toContain('href="/articles/n8/"');
    expect(numbers).toContain("Мост открыт");
    expect(numbers).toContain('<a href="/topics/">Город</a>');
  });

  test("has pages in the place of ours, of the archive and of each article", () => {
    expect(page("about/index.html")).toContain("<p>Своя страница «Вести».</p>");
    expect(page("about/index.html")).not.toContain("Как искать");
    expect(page("articles/n2/index.html")).toContain('<div class="own"><p>Текст о');
  });

  test("a page that is changed is made anew, and no other", async () => {
    const before = pagesIn(join(folder, "site"));
    const file = join(folder, "src/pages/contacts.md");
    writeFileSync(file, readFileSync(file, "utf8").replace("дедушке", "бабушке"));
    await buildShared(folder, { project: folder });
    const after = pagesIn(join(folder, "site"));
    const changed = Object.keys(after).filter((path) => after[path] !== before[path]);
    expect(changed).toEqual(["contacts/index.html"]);
  });
});

describe("what is wrong with a project's own pages is told, and the site stays", () => {
  const folder = projectFolder({ ...ARCHIVE, "src/pages/a.md": "А\n" });
  const site = join(folder, "site");
  let before: Record<string, string>;

  beforeAll(async () => {
    rmSync(join(folder, "src/pages/a.md"));
    await buildShared(folder, { project: folder });
    before = hashesIn(site);
  });

  async function told(files: Readonly<Record<string, string>>): Promise<string> {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(join(folder, name, ".."), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    const refusal = await refusalOf(buildShared(folder, { project: folder }), folder);
    for (const name of Object.keys(files)) rmSync(join(folder, name));
    expect(hashesIn(site)).toEqual(before);
    return refusal;
  }

  const FRONT = "---\npermalink: /x/\n---\n";

  test.each([
    ["src/pages/a.njk", `${FRONT}{{ nothing.here() }}`, "src/pages/a.njk: Страница не строится: "],
    [
      "src/pages/a.11ty.js",
      'export const data = { permalink: "/x/" };\nexport const render = () => { throw new Error("ой"); };\n',
      "src/pages/a.11ty.js: Страница не строится: ой",
    ],
    ["src/pages/a.liquid", `${FRONT}{% nonsense %}`, "src/pages/a.liquid"],
    ["src/pages/a.njk", "---\npermalink: [x\n---\n", "src/pages/a.njk"],
    ["src/pages/a.md", `${FRONT}\n![](a.png)\n`, "src/pages/a.md:5:1: Картинка «a.png»"],
    ["src/pages/a.njk", `${FRONT}<p>без документа`, "src/pages/a.njk: Страница «x/index.html»"],
    [
      "src/pages/a.njk",
      "---\npermalink: /archive/\n---\n",
      "src/pages/a.njk: По адресу этой страницы лежит и другая: src/site/pages/lists/archive.tsx.",
    ],
    [
      "src/pages/a.njk",
      "---\npermalink: /articles/n1/\nlayout: vestnik\n---\n",
      "страница статьи …/content/n1.md и общие страницы сайта или своя из src/pages",
    ],
    [
      "src/pages/vestnik/frunt.njk",
      "x",
      "src/pages/vestnik/frunt.njk: Страницы «frunt» среди страниц движка нет: заменять нечего.",
    ],
  ])("%s: %j", async (name, text, message) => {
    expect(await told({ [name]: text })).toContain(message);
  });

  test("an option that there is not", async () => {
    const wrong = CONFIG.replace("{}", "{ contnet: 1 }");
    const other = projectFolder({ ...ARCHIVE, "eleventy.config.js": wrong });
    const message = "У плагина vestnik нет настройки «contnet».";
    expect(await refusalOf(buildShared(other, { project: other }), other)).toContain(message);
    const { status, stdout, stderr } = eleventy(other);
    expect(status).not.toBe(0);
    expect(stdout + stderr).toContain(message);
  });

  test("and by Eleventy's own command too", () => {
    writeFileSync(join(folder, "src/pages/a.njk"), "---\npermalink: /archive/\n---\n");
    const { status, stdout, stderr } = eleventy(folder);
    rmSync(join(folder, "src/pages/a.njk"));
    expect(status).not.toBe(0);
    expect(stdout + stderr).toContain("Output conflict");
  });
});
