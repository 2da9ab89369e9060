import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { buildOptions, UsageError } from "../build/index.ts";
import { displayPath, draftOf, readSite } from "../content/index.ts";
import { BUILD_FLAGS, readArguments } from "./arguments.ts";

const HELP = `npm run new -- "Заголовок" [параметры]

Создаёт черновик статьи, готовый к правке. Он виден в npm run dev, а на сайт попадает, когда из него
убрана строка draft: true.

  --topic ТЕМА           тема; можно несколько раз
  --content ПАПКА        статьи                      VESTNIK_CONTENT      content
  --data ПАПКА           site.yaml                   VESTNIK_DATA         _data`;

const { content, data, help } = BUILD_FLAGS;
const FLAGS = { content, data, help, topic: { type: "string", multiple: true } } as const;

export async function run(args: string[]): Promise<void> {
  const { values, positionals } = readArguments({ args, options: FLAGS, allowPositionals: true });
  if (values.help) return console.log(HELP);
  const title = positionals.join(" ").trim();
  if (title === "") throw new UsageError('Нужен заголовок: npm run new -- "Заголовок статьи".');
  const { topic: topics = [], ...folders } = values;
  const options = buildOptions(folders, process.env);
  const { timeZone } = readSite(options.data, {});
  const draft = draftOf({ title, topics, now: Date.now() }, timeZone);
  const file = join(options.content, draft.path);
  if (existsSync(file)) {
    throw new UsageError(`${displayPath(file)} уже есть: измените заголовок или правьте его.`);
  }
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, draft.text, { flag: "wx" });
  console.log(`Черновик создан: ${displayPath(file)}`);
  console.log("Посмотреть: npm run dev. Опубликовать: уберите строку draft: true.");
}
