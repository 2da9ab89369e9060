import { resolve } from "node:path";
import { buildOptions, takeBundles, UsageError } from "../build/index.ts";
import { BUILD_FLAGS, OPTIONS_HELP, readArguments } from "./arguments.ts";
import { build, printedProgress } from "./steps.ts";

const HELP = `npm run assemble -- ПАПКА… [параметры]

Собирает сайт из готовых томов, которые сделал npm run build -- --volume ИМЯ --output ПАПКА.
Статьи и настройки нужны и здесь: по ним видно, что тома сделаны из них и что все на месте.

${OPTIONS_HELP}`;

export async function run(args: string[]): Promise<void> {
  const { values, positionals } = readArguments({
    args,
    options: BUILD_FLAGS,
    allowPositionals: true,
  });
  if (values.help) return console.log(HELP);
  if (positionals.length === 0) throw new UsageError("Укажите папки с готовыми томами.");
  const options = buildOptions(values, process.env);
  const folders = positionals.map((folder) => resolve(folder));
  await takeBundles(folders, options.cache, printedProgress());
  await build(options, { onlyCached: true });
}
