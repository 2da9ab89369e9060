import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { UsageError } from "../build/index.ts";
import { displayPath } from "../content/index.ts";
import { readArguments } from "./arguments.ts";
import { completeAnswers, HOSTINGS } from "./newspaper/answers.ts";
import { dependencyFor } from "./newspaper/dependency.ts";
import { newspaperFiles } from "./newspaper/files.ts";
import { oldNewspaper } from "./newspaper/old.ts";

const HELP = `npx vestnik init ПАПКА [параметры]

Начинает новую газету: настройки, пример статьи и заголовка, публикация. О том, чего не сказано, спрашивает.

  --name ИМЯ             как называется газета
  --address АДРЕС        https://example.org
  --language ЯЗЫК        ru
  --time-zone ПОЯС       Europe/Moscow
  --hosting МЕСТО        ${Object.keys(HOSTINGS).join(", ")}
  --from ПАПКА           перенести газету из копии репозитория Вестника: статьи, данные, свои страницы
  --yes                  не спрашивать: остальное — обычное`;

const FLAGS = {
  name: { type: "string" },
  address: { type: "string" },
  language: { type: "string" },
  "time-zone": { type: "string" },
  hosting: { type: "string" },
  from: { type: "string" },
  yes: { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const;

/** What Git and systems leave in a folder that holds nothing yet. */
const NOTHING = new Set([".git", ".DS_Store", "Thumbs.db"]);

/** Begins a newspaper in a folder that holds nothing. */
export async function run(args: string[]): Promise<void> {
  const { values, positionals } = readArguments({ args, options: FLAGS, allowPositionals: true });
  if (values.help) return console.log(HELP);
  const [name, ...more] = positionals;
  if (name === undefined || more.length > 0) {
    throw new UsageError("Укажите одну папку: npx vestnik init moya-gazeta.");
  }
  const folder = resolve(name);
  refuseFull(folder);
  const { yes = false, help: _, "time-zone": timeZone, from, ...rest } = values;
  const said = Object.entries({ ...rest, timeZone }).filter(([, value]) => value !== undefined);
  const old = from === undefined ? undefined : oldNewspaper(resolve(from));
  const answers = await completeAnswers({ ...old?.answers, ...Object.fromEntries(said) }, yes);
  const files = newspaperFiles(answers, basename(folder), dependencyFor(folder), Date.now());
  for (const [path, text] of Object.entries(files)) {
    if (old?.owns(path) !== true) write(join(folder, path), text);
  }
  for (const line of old?.moveTo(folder) ?? []) console.log(line);
  console.log(`Газета начата: ${displayPath(folder)}, файлов ${countFiles(folder)}.\n`);
  console.log(`Дальше:\n  cd ${displayPath(folder)}\n  npm install\n  npm start`);
}

function countFiles(folder: string): number {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).length;
}

function refuseFull(folder: string): void {
  const found = existsSync(folder) ? readdirSync(folder).filter((one) => !NOTHING.has(one)) : [];
  if (found.length === 0) return;
  const names = found.slice(0, 3).join(", ");
  throw new UsageError(`В папке ${displayPath(folder)} уже что-то есть (${names}): укажите новую.`);
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text, { flag: "wx" });
}
