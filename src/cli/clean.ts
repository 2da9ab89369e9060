import { buildOptions, claimCache, emptyCache, lockCache } from "../build/index.ts";
import { displayPath } from "../content/index.ts";
import { BUILD_FLAGS, OPTIONS_HELP, readArguments } from "./arguments.ts";
import { printedProgress } from "./steps.ts";

const HELP = `npm run clean -- [параметры]

Удаляет всё, что запомнили прежние сборки. Готовый сайт остаётся.

${OPTIONS_HELP}`;

export async function run(args: string[]): Promise<void> {
  const { values } = readArguments({ args, options: BUILD_FLAGS });
  if (values.help) return console.log(HELP);
  const { cache } = buildOptions(values, process.env);
  claimCache(cache);
  // A build that is under way has found there what it will need.
  const { unlock } = await lockCache(cache, printedProgress());
  try {
    console.log(`Удалено из ${displayPath(cache)}: ${await emptyCache(cache)}`);
  } finally {
    unlock();
  }
}
