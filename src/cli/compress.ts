import { existsSync, mkdirSync, realpathSync } from "node:fs";
import { join, resolve, sep } from "node:path";
import {
  checkReplaceable,
  markUnfinished,
  readManifest,
  SITE_MARK,
  UsageError,
} from "../build/index.ts";
import { displayPath } from "../content/index.ts";
import { compressSite } from "../hosting/index.ts";
import { withPlural } from "../language/index.ts";
import { readArguments } from "./arguments.ts";

const HELP = `npm run compress -- _site --to ПАПКА

Делает копию готового сайта, в которой рядом с текстами лежат сжатые файлы .br и .gz: сервер отдаёт их
как есть. Что не изменилось с прошлого раза, не сжимается заново. Сам сайт остаётся как был.`;

/** By this a copy of ours is known. */
const COPY_MARK = { ...SITE_MARK, elsewhere: "укажите другую папку: --to ПАПКА" };

/** A folder whose files would be removed has to be a copy of ours, or the beginning of one. */
function checkTarget(from: string, to: string): void {
  if (`${to}${sep}`.startsWith(`${from}${sep}`)) {
    throw new UsageError("Копия не может лежать в папке самого сайта.");
  }
  checkReplaceable(to, COPY_MARK);
  if (existsSync(join(to, COPY_MARK.file))) return;
  mkdirSync(to, { recursive: true });
  markUnfinished(to, COPY_MARK);
}

/** A link stays, and the folder that it leads to gets the copy. */
function behindLinks(path: string): string {
  return existsSync(path) ? realpathSync(path) : resolve(path);
}

export async function run(args: string[]): Promise<void> {
  const options = { to: { type: "string" }, help: { type: "boolean", short: "h" } } as const;
  const { values, positionals } = readArguments({ args, options, allowPositionals: true });
  if (values.help) return console.log(HELP);
  const [site = "_site", ...more] = positionals;
  if (values.to === undefined || more.length > 0)
    throw new UsageError("Укажите копию: --to ПАПКА.");
  const [from, to] = [behindLinks(site), behindLinks(values.to)];
  await readManifest(from);
  checkTarget(from, to);
  const { files, packed, made, removed } = await compressSite(from, to);
  const count = (many: number): string => withPlural(many, ["файл", "файла", "файлов"]);
  const parts = [count(files), `сжатых ${packed}`, `сжато сейчас ${made}`, `убрано ${removed}`];
  console.log(`Готово: ${parts.join(", ")} → ${displayPath(to)}`);
}
