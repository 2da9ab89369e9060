import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { readPackage, UsageError } from "../build/index.ts";
import { readArguments } from "./arguments.ts";
import { dependencyIn, OF_REGISTRY } from "./newspaper/dependency.ts";

const HELP = `npx vestnik upgrade [параметры]

Ставит последнюю версию Вестника. Статьи и настройки остаются как есть; если газета окажется для неё слишком
новой, сборка скажет об этом.

  --to ЧТО               другая версия, адрес Git с меткой или файл .tgz`;

const FLAGS = {
  to: { type: "string" },
  help: { type: "boolean", short: "h" },
} as const;

/** Moves the newspaper of the working folder to another release of Vestnik. */
export function run(args: string[]): void {
  const { values } = readArguments({ args, options: FLAGS });
  if (values.help) return void console.log(HELP);
  const project = process.cwd();
  const dependency = dependencyIn(project);
  if (dependency === undefined) throw notOfPackage(project);
  const before = installedIn(project);
  install(values.to ?? latestOf(dependency));
  const after = installedIn(project);
  console.log(`Вестник ${before} → ${after}. Что изменилось: node_modules/vestnik/CHANGELOG.md.`);
  console.log("Посмотрите на сайт: npm start.");
}

function notOfPackage(project: string): UsageError {
  const isCopy = existsSync(join(project, "src/plugin.ts"));
  if (!isCopy) return new UsageError("В этой папке нет газеты: в её package.json нет vestnik.");
  return new UsageError(
    "Это копия репозитория Вестника, а не газета. Перенесите её: npx vestnik init НОВАЯ-ПАПКА --from .",
  );
}

/** @returns the version of Vestnik there; nothing where none is installed yet */
function installedIn(project: string): string {
  return readPackage(join(project, "node_modules/vestnik"))?.version ?? "(не был установлен)";
}

function latestOf(dependency: string): string {
  if (OF_REGISTRY.test(dependency)) return "latest";
  throw new UsageError(
    `Вестник взят отсюда: ${dependency}. Укажите, откуда взять новый: --to ЧТО.`,
  );
}

function install(what: string): void {
  console.log(`Ставлю: ${what}…`);
  const named = OF_REGISTRY.test(what) ? `vestnik@${what}` : what;
  runOther("npm", ["install", "--save-exact", named]);
}

/** @throws UsageError where it fails, for it has said why */
function runOther(command: string, args: readonly string[]): void {
  const shell = process.platform === "win32" && command === "npm";
  const { status } = spawnSync(command, args, { stdio: "inherit", shell });
  if (status !== 0) throw new UsageError("Не вышло: причина названа выше. Газета не изменена.");
}
