import { existsSync, readdirSync } from "node:fs";
import { resolve } from "node:path";
import { readArguments, readManifest, UsageError } from "../src/build/index.ts";
import { displayPath } from "../src/content/index.ts";
import { compressSite } from "../src/hosting/index.ts";
import { withPlural } from "../src/language/index.ts";
import { runCommand } from "./command.ts";

const HELP = `npm run compress -- _site --to ПАПКА

Делает копию готового сайта, в которой рядом с текстами лежат сжатые файлы .br и .gz: сервер отдаёт их
как есть. Что не изменилось с прошлого раза, не сжимается заново. Сам сайт остаётся как был.`;

/** A folder whose files would be removed has to be a copy of ours. */
async function checkTarget(from: string, to: string): Promise<void> {
  if (from === to) throw new UsageError("Копия не может лежать в папке самого сайта.");
  if (existsSync(to) && readdirSync(to).length > 0) await readManifest(to);
}

await runCommand(async () => {
  const options = { to: { type: "string" }, help: { type: "boolean", short: "h" } } as const;
  const { values, positionals } = readArguments({ options, allowPositionals: true });
  if (values.help) return console.log(HELP);
  const [site = "_site", ...more] = positionals;
  if (values.to === undefined || more.length > 0)
    throw new UsageError("Укажите копию: --to ПАПКА.");
  const [from, to] = [resolve(site), resolve(values.to)];
  await readManifest(from);
  await checkTarget(from, to);
  const { files, packed, made, removed } = await compressSite(from, to);
  const count = (many: number): string => withPlural(many, ["файл", "файла", "файлов"]);
  const parts = [count(files), `сжатых ${packed}`, `сжато сейчас ${made}`, `убрано ${removed}`];
  console.log(`Готово: ${parts.join(", ")} → ${displayPath(to)}`);
});
