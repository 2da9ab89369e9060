import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../temporary.ts";
import { codeIn, documentAt, tableUnder } from "./documents.ts";

/** The mistakes of the guide's table, each in a file of its own. */
const MISTAKES: Readonly<Record<string, string | Buffer>> = {
  "content/dvoetochie.md": "---\ntitle: Мост: день первый\n---\n\nТекст.\n",
  "content/probel.md": "---\ntitle:Мост\ndate: 2026-11-25\n---\n\nТекст.\n",
  "content/opechatka.md": "---\ntitle: Мост\ntopisc: [Город]\n---\n\nТекст.\n",
  // «Мост» in windows-1251.
  "content/kodirovka.md": Buffer.from("---\ntitle: \xcc\xee\xf1\xf2\n---\n\n", "latin1"),
  "content/kartinka.md": "---\ntitle: Мост\nimage: most.jpg\n---\n\nТекст.\n",
};

const { stdout } = spawnSync(process.execPath, ["scripts/vestnik.js", "check", ...folderFlags()], {
  encoding: "utf8",
});

function folderFlags(): string[] {
  const folder = temporaryFolder({ ...MISTAKES, "_data/site.yaml": "name: Вестник\n" });
  return ["--content", join(folder, "content"), "--data", join(folder, "_data")];
}

const ROWS = tableUnder(documentAt("docs/first-publication.md"), "### 11. Ошибитесь нарочно");

test("the guide tells of every mistake that is made here", () => {
  expect(ROWS).toHaveLength(Object.keys(MISTAKES).length);
});

test.each(ROWS.map(([cell]) => codeIn(cell)))("npm run check really says: %s", (message) => {
  expect(message).not.toBe("");
  expect(stdout).toContain(message);
});
