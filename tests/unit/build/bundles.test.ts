import { spawnSync } from "node:child_process";
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { buildSite, makeBundle, takeBundles } from "../../../src/build/index.ts";
import { temporaryFolder } from "../temporary.ts";
import { buildIn, EMPTY_SITE, optionsIn, quiet, refusalOf } from "./build-in.ts";
import { hashesIn } from "./tiny-archive.ts";

/** Of four volumes: the latest days, two of eight years each, and what has no date. */
const ARCHIVE = {
  "_data/site.yaml": "name: Вести\naddress: https://vesti.example\nvolumeItems: 3\n",
  "_data/headlines.yaml": "- {text: Цветут поля, date: 2025-05-09}\n- Марафон\n",
  "content/a.md": "---\ntitle: Мост открыт\ndate: 2021-03-01\ntopics: [Город]\n---\n\nМост.\n",
  "content/b.md": "---\ntitle: Сад посажен\ndate: 2021-04-01\n---\n\nСад. ![Вид](vid.svg)\n",
  "content/vid.svg": '<svg viewBox="0 0 2 1"></svg>',
  "content/c.md": "---\ntitle: Школа построена\ndate: 2025-05-09\n---\n\nШкола.\n",
  "content/d.md": "---\ntitle: Театр закрыт\ndate: 2026-11-23\n---\n\nТеатр.\n",
  "content/e.md": "---\ntitle: О городе\n---\n\nГород.\n",
};

/** Runs a real command on the folder's content/ and _data/, the folder as «…» in what it says. */
function run(folder: string, script: string, ...more: readonly string[]) {
  const archive = ["--content", join(folder, "content"), "--data", join(folder, "_data")];
  const command = ["scripts/vestnik.js", script, ...more, ...archive];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: "utf8" });
  const readable = (text: string): string => text.replaceAll(folder, "…");
  return { code: status, output: readable(stdout), message: readable(stderr) };
}

const folder = temporaryFolder(ARCHIVE);
const at = (name: string): string => join(folder, name);
let names: readonly string[] = [];
let shares: readonly string[] = [];

/** Makes a bundle as a machine of its own does, with a cache that was empty. */
function pack(volume: string, name = volume): Promise<string[]> {
  const own = { output: at(`bundles/${name}`), cache: at(`caches/${name}`) };
  return makeBundle(volume, { ...optionsIn(folder), ...own }, quiet());
}

/** What the command does, in this process. */
async function assemble(bundles: readonly string[], output: string): Promise<void> {
  const options = { ...optionsIn(folder), output: at(output), cache: at(`caches/of-${output}`) };
  const folders = bundles.map((name) => at(`bundles/${name}`));
  await takeBundles(folders, options.cache, quiet());
  await buildSite(options, quiet(), { onlyCached: true });
}

/** A place where a site stands that must stay. */
function lastSite(name: string): string {
  mkdirSync(at(name));
  appendFileSync(at(`${name}/build.json`), EMPTY_SITE);
  appendFileSync(at(`${name}/index.html`), "последний хороший сайт");
  return name;
}

function expectLastSite(name: string): void {
  expect(readFileSync(at(`${name}/index.html`), "utf8")).toBe("последний хороший сайт");
}

beforeAll(async () => {
  const { output } = run(folder, "build", "--list-volumes", "--cache", at("caches/list"));
  shares = JSON.parse(output);
  names = ["fresh", "2024-2031", "2016-2023", "undated"];
  for (const name of names) await pack(name);
}, 300_000);

test("the shares of machines are told in JSON: a small archive is one, of all its volumes", async () => {
  expect(shares).toEqual(["fresh..undated"]);
  const own = { output: at("share"), cache: at("caches/share") };
  const made = await makeBundle("fresh..undated", { ...optionsIn(folder), ...own }, quiet());
  expect(made).toEqual(names);
});

describe("volumes that were made on other machines", () => {
  test("make the site that one machine makes, byte for byte", async () => {
    await assemble(names, "assembled");
    await buildIn(folder, { output: at("plain"), cache: at("caches/plain") });
    expect(hashesIn(at("assembled"))).toEqual(hashesIn(at("plain")));
  });

  test("are all needed: one that is missing is named", async () => {
    const site = lastSite("missing");
    expect(await refusalOf(assemble(names.slice(1), site), folder)).toMatchInlineSnapshot(`
      "fresh: Тома «fresh» нет среди готовых, или он собран из других файлов.
          Как исправить: соберите его с теми же параметрами: npm run build -- --volume fresh --output ПАПКА.

      Ничего не записано. Ошибок: 1.
      "
    `);
    expectLastSite(site);
  });

  test("are refused where a file was damaged on the way", async () => {
    await pack("undated", "damaged");
    const [leaf = ""] = readdirSync(at("bundles/damaged")).filter((name) => /^leaf-/.test(name));
    appendFileSync(at(`bundles/damaged/${leaf}/task.json`), " ");
    const site = lastSite("after-damage");
    const message = await refusalOf(assemble([...names.slice(0, -1), "damaged"], site), folder);
    expect(message.replace(/leaf-[0-9a-f]+/, "leaf-…")).toMatchInlineSnapshot(`
      "…/bundles/damaged/leaf-…: Файлы тома повреждены по дороге.
          Как исправить: соберите том заново: npm run build -- --volume ИМЯ --output ПАПКА.

      Ничего не записано. Ошибок: 1.
      "
    `);
    expectLastSite(site);
  });

  test("are refused where the folder holds none", async () => {
    expect(
      await refusalOf(assemble(["такой нет"], lastSite("no-bundle")), folder),
    ).toMatchInlineSnapshot(`
      "…/bundles/такой нет: Здесь нет готовых томов.
          Как исправить: соберите том заново: npm run build -- --volume ИМЯ --output ПАПКА.

      Ничего не записано. Ошибок: 1.
      "
    `);
  });

  test("are asked for where none was named", () => {
    const { code, message } = run(folder, "assemble", "--output", at("none"));
    expect(code).toBe(1);
    expect(message).toMatchInlineSnapshot(`
      "Укажите папки с готовыми томами.
      Справка: добавьте --help.
      "
    `);
  });

  test("are told by a year too", () => {
    const own = ["--output", at("bundles/year"), "--cache", at("caches/2016-2023")];
    const { code, output } = run(folder, "build", "--volume", "2021", ...own);
    expect(code).toBe(0);
    expect(output).toMatchInlineSnapshot(`
      "Строю тома: 2016-2023…
      Готово: тома 2016-2023 → …/bundles/year
      "
    `);
    const tasksIn = (name: string): string[] =>
      readdirSync(at(`bundles/${name}`)).map((part) => part.split("-")[0] ?? part);
    expect(tasksIn("year")).toEqual(tasksIn("2016-2023"));
  });

  test("make a site by the command too", () => {
    const own = (name: string): string[] => ["--output", at(name), "--cache", at(`caches/${name}`)];
    const made = run(folder, "build", "--volume", shares[0] ?? "", ...own("bundles/share"));
    expect(made.code, made.message).toBe(0);
    const site = run(folder, "assemble", at("bundles/share"), ...own("by-command"));
    expect(site.code, site.message).toBe(0);
    expect(existsSync(at("by-command/index.html"))).toBe(true);
  });

  test("are told of where a name is unknown", async () => {
    expect(await refusalOf(pack("1999", "unknown"), folder)).toMatchInlineSnapshot(`
      "Тома «1999» нет. Есть: fresh, 2024-2031, 2016-2023, undated; или год, или месяц: 2021, 2021-03.
      Справка: добавьте --help.
      "
    `);
    expect(existsSync(at("bundles/unknown"))).toBe(false);
  });
});

test("npm run clean empties the cache, says how many parts it held, and leaves the site", () => {
  const cache = at("caches/plain");
  const parts = readdirSync(cache).filter((name) => /^[a-z]+-[0-9a-f]{32}$/.test(name)).length;
  const { code, output } = run(folder, "clean", "--cache", cache);
  expect(code).toBe(0);
  expect(output).toBe(`Удалено из …/caches/plain: ${parts}\n`);
  expect(parts).toBeGreaterThan(names.length * 2);
  expect(existsSync(at("plain/index.html"))).toBe(true);
});
