import { spawn } from "node:child_process";
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { temporaryFolder } from "../temporary.ts";
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

interface Outcome {
  readonly code: number | null;
  readonly output: string;
  /** What an editor reads where something is wrong, the temporary folder as «…». */
  readonly message: string;
}

/** Runs a real command on the folder's content/ and _data/. */
function run(folder: string, script: string, ...more: readonly string[]): Promise<Outcome> {
  const archive = ["--content", join(folder, "content"), "--data", join(folder, "_data")];
  const command = ["--import", "tsx", `scripts/${script}.ts`, ...more, ...archive];
  const child = spawn(process.execPath, command, { stdio: ["ignore", "pipe", "pipe"] });
  const told = { output: "", message: "" };
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
    told.output += chunk;
  });
  child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
    told.message += chunk;
  });
  const readable = (text: string): string => text.replaceAll(folder, "…");
  return new Promise((resolve) => {
    child.once("close", (code) => {
      resolve({ code, output: readable(told.output), message: readable(told.message) });
    });
  });
}

const folder = temporaryFolder(ARCHIVE);
const at = (name: string): string => join(folder, name);
let names: readonly string[] = [];

/** Makes a package as a machine of its own does, with a cache that was empty. */
function pack(volume: string, name = volume): Promise<Outcome> {
  const output = ["--output", at(`packages/${name}`), "--cache", at(`caches/${name}`)];
  return run(folder, "build", "--volume", volume, ...output);
}

function assemble(packages: readonly string[], output: string): Promise<Outcome> {
  const folders = packages.map((name) => at(`packages/${name}`));
  const cache = ["--cache", at(`caches/of-${output}`)];
  return run(folder, "assemble", ...folders, "--output", at(output), ...cache);
}

/** A place where a site stands that must stay. */
function lastSite(name: string): string {
  mkdirSync(at(name));
  appendFileSync(at(`${name}/build.json`), "{}");
  appendFileSync(at(`${name}/index.html`), "последний хороший сайт");
  return name;
}

function expectLastSite(name: string): void {
  expect(readFileSync(at(`${name}/index.html`), "utf8")).toBe("последний хороший сайт");
}

beforeAll(async () => {
  const { output } = await run(folder, "build", "--list-volumes", "--cache", at("caches/list"));
  names = JSON.parse(output);
  for (const name of names) await pack(name);
}, 300_000);

test("the names of the volumes are told in JSON, the newest first", () => {
  expect(names).toEqual(["fresh", "2024-2031", "2016-2023", "undated"]);
});

describe.concurrent("volumes that were made on other machines", () => {
  test("make the site that one machine makes, byte for byte", async ({ expect }) => {
    const { code } = await assemble(names, "assembled");
    expect(code).toBe(0);
    await run(folder, "build", "--output", at("plain"), "--cache", at("caches/plain"));
    expect(hashesIn(at("assembled"))).toEqual(hashesIn(at("plain")));
  });

  test("are all needed: one that is missing is named", async ({ expect }) => {
    const site = lastSite("missing");
    const { code, message } = await assemble(names.slice(1), site);
    expect(code).toBe(1);
    expect(message).toMatchInlineSnapshot(`
      "fresh: Тома «fresh» нет среди готовых, или он собран из других файлов.
          Как исправить: соберите его с теми же параметрами: npm run build -- --volume fresh --output ПАПКА.

      Ничего не записано. Ошибок: 1.
      "
    `);
    expectLastSite(site);
  });

  test("are refused where a file was damaged on the way", async ({ expect }) => {
    await pack("undated", "damaged");
    const [part = ""] = readdirSync(at("packages/damaged")).filter((name) => /^index-/.test(name));
    appendFileSync(at(`packages/damaged/${part}/sealed.json`), " ");
    const site = lastSite("after-damage");
    const { code, message } = await assemble([...names.slice(0, -1), "damaged"], site);
    expect(code).toBe(1);
    expect(message.replace(/index-[0-9a-f]+/, "index-…")).toMatchInlineSnapshot(`
      "…/packages/damaged/index-…: Файлы тома повреждены по дороге.
          Как исправить: соберите том заново: npm run build -- --volume ИМЯ --output ПАПКА.

      Ничего не записано. Ошибок: 1.
      "
    `);
    expectLastSite(site);
  });

  test("are refused where the folder holds none", async ({ expect }) => {
    const { code, message } = await assemble(["такой нет"], lastSite("no-package"));
    expect(code).toBe(1);
    expect(message).toMatchInlineSnapshot(`
      "…/packages/такой нет: Здесь нет готовых томов.
          Как исправить: соберите том заново: npm run build -- --volume ИМЯ --output ПАПКА.

      Ничего не записано. Ошибок: 1.
      "
    `);
  });

  test("are asked for where none was named", async ({ expect }) => {
    const { code, message } = await run(folder, "assemble", "--output", at("none"));
    expect(code).toBe(1);
    expect(message).toMatchInlineSnapshot(`
      "Укажите папки с готовыми томами.
      Справка: добавьте --help.
      "
    `);
  });

  test("are told by a year too", async ({ expect }) => {
    const { code, output } = await pack("2021", "year");
    expect(code).toBe(0);
    expect(output).toMatchInlineSnapshot(`
      "Строю тома: 2016-2023…
      Готово: тома 2016-2023 → …/packages/year
      "
    `);
    expect(readdirSync(at("packages/year"))).toEqual(readdirSync(at("packages/2016-2023")));
  });

  test("are told of where a name is unknown", async ({ expect }) => {
    const { code, message } = await pack("1999", "unknown");
    expect(code).toBe(1);
    expect(message).toMatchInlineSnapshot(`
      "Тома «1999» нет. Есть: fresh, 2024-2031, 2016-2023, undated; или год, или месяц: 2021, 2021-03.
      Справка: добавьте --help.
      "
    `);
    expect(existsSync(at("packages/unknown"))).toBe(false);
  });
});

test("npm run clean empties the cache, says how many parts it held, and leaves the site", async () => {
  const own = temporaryFolder(ARCHIVE);
  const [site, cache] = [join(own, "site"), join(own, "cache")];
  await run(own, "build", "--output", site, "--cache", cache);
  const parts = readdirSync(cache).filter((name) => /^[a-z]+-[0-9a-f]{32}$/.test(name)).length;
  const { code, output } = await run(own, "clean", "--cache", cache);
  expect(code).toBe(0);
  expect(output).toBe(`Удалено из …/cache: ${parts}\n`);
  expect(parts).toBeGreaterThan(names.length * 2);
  expect(existsSync(join(site, "index.html"))).toBe(true);
});
