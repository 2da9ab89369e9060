import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { COMMANDS, isCommand } from "../../../src/cli/index.ts";
import { DOCUMENTS, type Document, documentAt, tableUnder } from "./documents.ts";

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
const OF_NPM = new Set(["outdated", "sbom", "ci", "install", "pack", "error", "warn", "run"]);
/** Their help is this project's: others are programs of others. */
const OWN = /^node --import tsx (scripts\/\S+)(?: |$)/;
const OF_EDITORS = /^node scripts\/vestnik\.js (\S+)$/;

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

/** @returns what an editors' command says when it is asked for help */
async function helpOfCommand(name: string): Promise<string> {
  const said: unknown[] = [];
  vi.spyOn(console, "log").mockImplementation((text) => void said.push(text));
  if (!isCommand(name)) throw new Error(`There is no command ${name}`);
  const { run } = await COMMANDS[name].load();
  await run(["--help"]);
  vi.restoreAllMocks();
  return said.join("\n");
}

/** @returns what a command of the makers says when it is asked for help; it runs in this process */
async function helpOf(file: string): Promise<string> {
  const said: unknown[] = [];
  const end = new Error("ended");
  vi.spyOn(console, "log").mockImplementation((text) => void said.push(text));
  vi.spyOn(process, "argv", "get").mockReturnValue([process.execPath, file, "--help"]);
  vi.spyOn(process, "exit").mockImplementation(() => {
    throw end;
  });
  await import(join(process.cwd(), file)).catch((error) => {
    if (error !== end) throw error;
  });
  vi.restoreAllMocks();
  return said.join("\n");
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
  async (command, flags) => {
    const script = scripts[command] ?? "";
    const [, name] = OF_EDITORS.exec(script) ?? [];
    const [, file = ""] = OWN.exec(script) ?? [];
    const help = name === undefined ? await helpOf(file) : await helpOfCommand(name);
    expect(flagsIn(help)).toEqual(expect.arrayContaining([...flags]));
  },
);

/** The commands that a table of docs/commands.md names first in its rows. */
function namedUnder(heading: string): Set<string> {
  const cells = tableUnder(documentAt("docs/commands.md"), heading).map(([cell = ""]) => cell);
  const names = cells.flatMap((cell) => [
    ...cell.matchAll(/`(?:npm run|npm|npx vestnik) ([\w:-]+)/g),
  ]);
  return new Set(names.map(([, name = ""]) => name));
}

test("every command stands in the table of those whom it is for", () => {
  const ours = Object.entries(COMMANDS).filter(([, entry]) => "purpose" in entry);
  expect(namedUnder("## For editors")).toEqual(new Set(ours.map(([name]) => name)));
  const others = Object.entries(scripts).filter(([, script]) => !OF_EDITORS.test(script));
  expect(namedUnder("## For makers of Vestnik")).toEqual(new Set(others.map(([name]) => name)));
});
