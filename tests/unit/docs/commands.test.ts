import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { DOCUMENTS, type Document } from "./documents.ts";

/** A command as a document names it. */
interface Named {
  readonly path: string;
  readonly command: string;
  readonly flags: readonly string[];
}

const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as {
  scripts: Readonly<Record<string, string>>;
};

/** Up to what ends a command on a line of the shell. */
const COMMAND = /npm (?:run (?:--silent )?)?([\w:-]+)([^&;|#>]*)/g;
/** What npm itself does. */
const OF_NPM = new Set(["outdated", "sbom", "ci", "install", "error", "warn", "run"]);
/** Their help is this project's: others are programs of others. */
const OWN = /^node --import tsx (scripts\/\S+)$/;

function namedIn({ path, code }: Document): Named[] {
  return code.flatMap((piece) =>
    [...piece.matchAll(COMMAND)]
      .map(([, command = "", rest = ""]) => ({ path, command, flags: flagsIn(rest) }))
      .filter(({ command }) => !OF_NPM.has(command)),
  );
}

/** In the tables of commands, options stand beside their command in the next cell. */
function namedInTables({ path, text }: Document): Named[] {
  const rows = text.matchAll(/^\| `npm run ([\w:-]+)[^`|]*` \| (.+)$/gm);
  return [...rows].map(([, command = "", cells = ""]) => {
    return { path, command, flags: flagsIn(cells) };
  });
}

function flagsIn(text: string): string[] {
  return [...text.matchAll(/(?<![\w-])--([a-z][a-z-]*)/g)].map(([, flag = ""]) => flag);
}

/** What a command's help tells of; a tool of the project's makers has none, and its code is asked. */
function flagsOf(file: string): string[] {
  const command = ["--import", "tsx", file, "--help"];
  const { status, stdout } = spawnSync(process.execPath, command, { encoding: "utf8" });
  if (status === 0) return flagsIn(stdout);
  // Options are keys of a table, or names that are handed on: evalArguments(["forms"]).
  const names = codeOf(dirname(file)).matchAll(/"([a-z][a-z-]*)"|([a-z]+): \{ type/g);
  return [...names].map(([, quoted, key]) => quoted ?? key ?? "");
}

function codeOf(folder: string): string {
  const files = readdirSync(folder).filter((name) => name.endsWith(".ts"));
  return files.map((name) => readFileSync(join(folder, name), "utf8")).join("\n");
}

const NAMED = DOCUMENTS.flatMap((one) => [...namedIn(one), ...namedInTables(one)]);

const FLAGS = new Map<string, Set<string>>();
for (const { command, flags } of NAMED) {
  const known = FLAGS.get(command) ?? new Set();
  for (const flag of flags) known.add(flag);
  FLAGS.set(command, known);
}

test("documents name commands and options to look at", () => {
  expect(FLAGS.size).toBeGreaterThan(15);
  expect(FLAGS.get("check")).toContain("fix");
  expect(FLAGS.get("hosting")).toContain("for");
});

test.each(NAMED)("$path: npm run $command is there", ({ command }) => {
  expect(scripts).toHaveProperty([command]);
});

test.each([...FLAGS].filter(([, flags]) => flags.size > 0))(
  "npm run %s takes every option that a document names beside it",
  (command, flags) => {
    const [, file = ""] = OWN.exec(scripts[command] ?? "") ?? [];
    expect(flagsOf(file)).toEqual(expect.arrayContaining([...flags]));
  },
);
