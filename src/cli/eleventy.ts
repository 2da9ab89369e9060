import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { configOf, loadTypeScript } from "../build/index.ts";

const HELP = `npm run eleventy -- [параметры Eleventy]

Команда самой Eleventy: собирает весь сайт за один проход и кладёт его в _site, как это делает Eleventy. Она не
знает eleventy.config.ts по имени, поэтому ей его называют.

  --serve          показать сайт и пересобирать его при сохранении
  --port=8080      порт
  --output=ПАПКА   куда
  --quiet          без строки о каждом файле`;

export async function run(args: string[]): Promise<void> {
  if (args.includes("--help")) return console.log(HELP);
  const config = relative(process.cwd(), configOf(process.cwd()));
  const isNamed = args.some((flag) => flag.startsWith("--config"));
  const main = createRequire(import.meta.url).resolve("@11ty/eleventy");
  const command = join(dirname(main), "../cmd.cjs");
  loadTypeScript();
  process.argv = [process.execPath, command, ...args, ...(isNamed ? [] : [`--config=${config}`])];
  await import(pathToFileURL(command).href);
}
