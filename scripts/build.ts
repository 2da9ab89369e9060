import {
  BUILD_FLAGS,
  buildOptions,
  buildPackage,
  OPTIONS_HELP,
  readArguments,
  volumeNames,
} from "../src/build/index.ts";
import { displayPath } from "../src/content/index.ts";
import { runCommand } from "./command.ts";
import { build, printedProgress } from "./steps.ts";

const HELP = `npm run build -- [параметры]

Собирает сайт из статей и заголовков.

${OPTIONS_HELP}
  --volume ИМЯ           не сайт, а готовый том для npm run assemble: имя или год, 2021
  --list-volumes         имена томов в JSON, чтобы собрать их на разных машинах`;

const FLAGS = {
  ...BUILD_FLAGS,
  volume: { type: "string" },
  "list-volumes": { type: "boolean" },
} as const;

await runCommand(async () => {
  const { values } = readArguments({ options: FLAGS });
  if (values.help) return console.log(HELP);
  const options = buildOptions(values, process.env);
  if (values["list-volumes"]) return console.log(JSON.stringify(await volumeNames(options)));
  if (values.volume === undefined) return void (await build(options));
  const names = await buildPackage(values.volume, options, printedProgress());
  console.log(`Готово: тома ${names.join(", ")} → ${displayPath(options.output)}`);
});
