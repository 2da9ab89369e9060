import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { configOf, PROJECT } from "../src/build/index.ts";

const HELP = `npm run eleventy -- [параметры Eleventy]

Команда самой Eleventy: собирает весь сайт за один проход и кладёт его в _site, как это делает Eleventy. Она не
знает eleventy.config.ts по имени, поэтому ей его называют.

  --serve          показать сайт и пересобирать его при сохранении
  --port=8080      порт
  --output=ПАПКА   куда
  --quiet          без строки о каждом файле`;

const given = process.argv.slice(2);
if (given.includes("--help")) {
  console.log(HELP);
} else {
  const isNamed = given.some((flag) => flag.startsWith("--config"));
  if (!isNamed) process.argv.push(`--config=${configOf(PROJECT).slice(PROJECT.length)}`);
  const main = createRequire(import.meta.url).resolve("@11ty/eleventy");
  await import(join(dirname(main), "../cmd.cjs"));
}
