import { resolve } from "node:path";
import { adoptSite, UsageError } from "../build/index.ts";
import { displayPath } from "../content/index.ts";
import { readArguments } from "./arguments.ts";

const HELP = `npm run adopt -- --site ПАПКА

Добавляет русский поиск к любому сайту, который проиндексировал Pagefind: пишет рядом с pagefind/
папку search/, страницы не меняет. Потом укажите интерфейсу поиска bundle-path="/search/".`;

export async function run(args: string[]): Promise<void> {
  const options = { site: { type: "string" }, help: { type: "boolean", short: "h" } } as const;
  const { values } = readArguments({ args, options });
  if (values.help) return console.log(HELP);
  if (values.site === undefined) throw new UsageError("Укажите папку сайта: --site ПАПКА.");
  const site = resolve(values.site);
  console.log("Читаю указатель и составляю словарь…");
  const pages = await adoptSite(site);
  console.log(`Готово: страниц на русском ${pages}, поиск в ${displayPath(site)}/search/`);
}
