import {
  buildOptions,
  explainFile,
  machineShares,
  makeBundle,
  nextChange,
} from "../build/index.ts";
import { displayPath } from "../content/index.ts";
import { BUILD_FLAGS, OPTIONS_HELP, readArguments } from "./arguments.ts";
import { watchChanges } from "./changes.ts";
import { build, printedProgress } from "./steps.ts";

const HELP = `npm run build -- [параметры]

Собирает сайт из статей и заголовков.

${OPTIONS_HELP}
  --volume ИМЯ           не сайт, а готовый том для npm run assemble: имя или год, 2021
  --list-volumes         имена долей архива в JSON, чтобы собрать их на разных машинах
  --changed-since СТАРЫЙ после сборки: какие файлы загрузить и удалить; папка сайта или список
  --manifest-to ФАЙЛ     записать список файлов сайта с их SHA-256
  --explain ФАЙЛ         не собирать, а сказать, из чего и почему сделан файл сайта или статья
  --json                 --changed-since последней строкой в JSON
  --next-change          когда сайт изменится сам: секунды с 1970 года или never`;

const FLAGS = {
  ...BUILD_FLAGS,
  volume: { type: "string" },
  "list-volumes": { type: "boolean" },
  "changed-since": { type: "string" },
  "manifest-to": { type: "string" },
  explain: { type: "string" },
  json: { type: "boolean" },
  "next-change": { type: "boolean" },
} as const;

/** Rounded up, so that at that second it is due. */
function seconds(moment: number | undefined): string {
  return moment === undefined ? "never" : String(Math.ceil(moment / 1000));
}

export async function run(args: string[]): Promise<void> {
  const { values } = readArguments({ args, options: FLAGS });
  if (values.help) return console.log(HELP);
  const options = buildOptions(values, process.env);
  if (values.explain !== undefined) {
    return console.log((await explainFile(values.explain, options)).join("\n"));
  }
  if (values["list-volumes"]) return console.log(JSON.stringify(await machineShares(options)));
  if (values["next-change"]) return console.log(seconds(await nextChange(options)));
  if (values.volume === undefined) {
    const tell = watchChanges({
      since: values["changed-since"],
      listTo: values["manifest-to"],
      asJson: values.json ?? false,
    });
    await build(options);
    return tell(options.output);
  }
  const names = await makeBundle(values.volume, options, printedProgress());
  console.log(`Готово: тома ${names.join(", ")} → ${displayPath(options.output)}`);
}
