import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { runCommand } from "../../../src/cli/command.ts";
import { run as importCommand } from "../../../src/cli/import.ts";
import { temporaryFolder } from "../temporary.ts";
import { fixture } from "./import-workspace.ts";

/** What the command is given, CONTENT as the folder of the articles. */
function prepare(args: readonly string[]) {
  const folder = temporaryFolder();
  const folders = ["--content", join(folder, "content"), "--data", join(folder, "_data")];
  const named = args.map((arg) => arg.replace("CONTENT", join(folder, "content")));
  return { folder, given: [...named, ...folders] };
}

/** The command in this process, for most of one of its own is its start. */
async function run(...args: readonly string[]) {
  const { folder, given } = prepare(args);
  const before = process.exitCode;
  const lines = { log: "", error: "" };
  const spies = (["log", "error"] as const).map((name) =>
    vi.spyOn(console, name).mockImplementation((line: string) => {
      lines[name] += `${line}\n`;
    }),
  );
  process.exitCode = 0;
  try {
    await runCommand(() => importCommand(given));
    return { folder, status: process.exitCode, stdout: lines.log, stderr: lines.error };
  } finally {
    process.exitCode = before;
    for (const spy of spies) spy.mockRestore();
  }
}

test("an editor's own command does the same, and ends with 1 where it fails", () => {
  const node = ["scripts/vestnik.js", "import", ...prepare([fixture("items.jsonl")]).given];
  const { status, stdout, stderr } = spawnSync(process.execPath, node, { encoding: "utf8" });
  expect([status, stderr]).toEqual([1, ""]);
  expect(stdout).toMatch(/items\.jsonl:2:57: Строка — не JSON/);
});

test("the report counts and names what was read, in Russian", async () => {
  const { status, stdout } = await run(fixture("wordpress.xml"), "--images", fixture("images"));
  expect(status).toBe(0);
  expect(stdout).toMatch(
    /^Прочитано: 4\.\nСтатей добавлено: 1\.\nПропущено: 3\.\nКартинок взято: 2\.\n/,
  );
  expect(stdout).toContain("  комментарии не переносятся — 2\n");
  expect(stdout).toMatch(
    /черновик — 1\. Перенести: --drafts\n {4}\S*wordpress\.xml:42:3: Ещё не готово/,
  );
});

test("the whole report lies beside the data, or where that is said, and not among articles", async () => {
  const { folder, stdout } = await run(fixture("wordpress.xml"), "--dry-run");
  expect(stdout).toMatch(/с местами: \S*\/import-report\.txt\n$/);
  const text = readFileSync(join(folder, "import-report.txt"), "utf8");
  expect(text).toContain("\nкомментарии не переносятся — 2\n");
  const file = join(folder, "out", "report.txt");
  expect((await run(fixture("rss.xml"), "--report", file)).stdout).toContain(file);
  expect(readFileSync(file, "utf8")).toContain("\nПОТЕРЯНО");
  const within = await run(fixture("rss.xml"), "--report", "CONTENT/report.txt");
  expect([within.status, within.stderr]).toEqual([1, expect.stringContaining("--report — не в")]);
});

test("what is empty or no article is passed over, and the command does not fail", async () => {
  const folder = temporaryFolder({
    "a.md": "# Мост\n\nДа.\n",
    "b.md": "---\npath: /b\n---\n",
    "package.json": '{\n  "name": "sait"\n}\n',
    "sitemap.xml": "---\nlayout: null\n---\n<urlset></urlset>\n",
  });
  const { status, stdout } = await run(folder);
  expect(status).toBe(0);
  expect(stdout).toContain("Статей добавлено: 1.\nПропущено: 3.\n");
  expect(stdout).toContain("файл данных, а не материалов — 2 («.json» 1, «.xml» 1)\n");
  expect(stdout).toMatch(/пустой материал: ни заголовка, ни текста — 1\..*\n {4}\S*b\.md:1:1\n/);
  expect((await run(join(folder, "package.json"))).status).toBe(1);
});

test("errors are named with their place, and the command fails", async () => {
  const { status, stdout } = await run(fixture("items.jsonl"), "--dry-run");
  expect(status).toBe(1);
  expect(stdout).toMatch(/^Проба: архив не тронут/);
  expect(stdout).toMatch(/items\.jsonl:2:57: Строка — не JSON/);
});

test("an option that means nothing for the source is refused", async () => {
  const { status, stderr } = await run(fixture("rss.xml"), "--title", "Мост");
  expect(status).toBe(1);
  expect(stderr).toContain("Параметр --title для такого источника ничего не значит.");
});

test("folders that are passed over are named, and --include takes them", async () => {
  const folder = temporaryFolder({ "a.md": "# Мост\n\nДа.\n", "demo/b.md": "# Образец\n\nДа.\n" });
  const { status, stderr } = await run(folder);
  expect(status).toBe(0);
  expect(stderr).toMatch(/^Папки, которые не переносятся .*:\n {2}\S*demo\n/);
  const taken = await run(folder, "--include", "demo");
  expect(taken.stdout).toContain("Статей добавлено: 1.\n");
  expect(taken.stderr).not.toContain("Папки");
});

test.each([
  [["--topics", "sections"], "--topics — all, categories или tags, а не «sections»."],
  [["--translation", "en"], "--translation — язык и адрес сайта: en=/en/, а не «en»."],
])("a value that means nothing is refused: %j", async (args, message) => {
  const { status, stderr } = await run(fixture("rss.xml"), ...args);
  expect(status).toBe(1);
  expect(stderr).toContain(message);
});

test("what becomes of lost links, and the earlier site, are named rightly or not at all", async () => {
  const { status, stderr } = await run(fixture("rss.xml"), "--links", "all");
  expect([status, stderr]).toEqual([
    1,
    expect.stringContaining("--links — одно из слов keep, drop, external, а не «all»."),
  ]);
  expect((await run(fixture("rss.xml"), "--old-site", "old.example")).stderr).toContain(
    "адрес целиком",
  );
});

test("the report names the table of addresses", async () => {
  expect((await run(fixture("rss.xml"))).stdout).toMatch(
    /адресов записано в \S*old-addresses\.csv: 2\.\n/,
  );
});
