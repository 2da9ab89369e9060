import { relative, resolve } from "node:path";
import { ContentError, displayPath } from "../content/index.ts";
import { type MakingRecord, readRecord } from "./inputs.ts";
import { lastKeys } from "./maker.ts";
import { readManifest } from "./manifest.ts";
import type { BuildOptions } from "./options.ts";
import { pageFile } from "./page-files.ts";
import { PartCache } from "./part-cache.ts";
import { TASKS, type Task, type TaskName } from "./tasks.ts";

/** So many inputs are named. */
const MOST_NAMED = 10;

/**
 * Says which tasks have made a file of a site, or what was made from an article, and why they last ran.
 *
 * @param file in the site (articles/most/index.html, /articles/most/), or of the articles
 * @returns a line or two for each task, in Russian
 * @throws ContentError where the site has no such file, or nothing is known of it
 */
export async function explainFile(file: string, options: BuildOptions): Promise<string[]> {
  const records = [...lastRecords(options)];
  const source = relative(options.content, resolve(file));
  const reading = records.find(({ inputs }) => `files.${source}` in inputs);
  if (reading !== undefined) {
    const own = records.filter(({ id, task }) => id === reading.id && task !== "year");
    return own.flatMap((record) => linesOf(record));
  }
  const made = await makingOf(file, options);
  // What a page shows was read by another task, which knows the files.
  const before = records.find(({ task, id }) => task === "read" && id === made.id);
  const isByArticles = before !== undefined && "articles" in made.inputs;
  return [made, ...(isByArticles ? [before] : [])].flatMap(linesOf);
}

function lastRecords({ cache }: BuildOptions): MakingRecord[] {
  const parts = new PartCache(cache);
  return [...lastKeys(cache).values()].flatMap((key) => readRecord(parts.folderOf(key)) ?? []);
}

async function makingOf(file: string, { output, cache }: BuildOptions): Promise<MakingRecord> {
  const { parts } = await readManifest(output);
  const known = new PartCache(cache);
  const inside = relative(output, resolve(file));
  const names = [inside, pageFile(`/${file.replace(/^\//, "")}`)];
  const key = parts.find((part) => names.some((name) => known.published(part)?.has(name)));
  const record = key === undefined ? undefined : readRecord(known.folderOf(key));
  if (record !== undefined) return record;
  const message = `В сайте ${displayPath(output)} такого файла нет, или в кэше не осталось, как он сделан.`;
  const mend = "назовите файл сайта (articles/slug/index.html) или статью и соберите сайт ещё раз.";
  throw new ContentError([{ file, message, mend }]);
}

function linesOf({ task, id, inputs, because }: MakingRecord): string[] {
  const { publishes }: Task = TASKS[task as TaskName];
  const what = publishes === undefined ? "" : ` (${publishes})`;
  const count = Object.keys(inputs).length;
  return [
    `${task} «${id}»${what}: src/build/tasks/${task}.ts, входов: ${count}`,
    `  ${reason(because)}`,
  ];
}

function reason(because: readonly string[] | undefined): string {
  if (because === undefined) return "сделано впервые или прежнего в кэше не осталось";
  if (because.length === 0)
    return "входы прежние: сделанное раньше пропало из кэша или повредилось";
  const rest = because.length - MOST_NAMED;
  const names = because.slice(0, MOST_NAMED).join(", ");
  return `сделано заново, потому что изменилось: ${names}${rest > 0 ? ` и ещё ${rest}` : ""}`;
}
