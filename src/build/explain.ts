import { existsSync, readdirSync, statSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { ContentError, displayPath } from "../content/index.ts";
import { groupBy } from "../language/maps.ts";
import { ArtifactCache } from "./cache/artifact-cache.ts";
import { isArtifactKey } from "./disk/schemas.ts";
import { pageFile } from "./pages/page-files.ts";
import type { BuildOptions } from "./project/options.ts";
import { readManifest } from "./site/site-manifest.ts";
import { differences, type MakingRecord, readRecord } from "./tasks/inputs.ts";
import { TASKS, type Task, type TaskName } from "./tasks/tasks.ts";

/** So many inputs are named. */
const MOST_NAMED = 10;

/** What an artifact in the cache was made from. */
type KeptRecord = MakingRecord & { readonly key: string };

/**
 * Says which tasks have made a file of a site, or what was made from an article, and why they last ran.
 *
 * @param file in the site (articles/most/index.html, /articles/most/), or of the articles
 * @returns a line or two for each task, in Russian
 * @throws ContentError where the site has no such file, or nothing is known of it
 */
export async function explainFile(file: string, options: BuildOptions): Promise<string[]> {
  const records = recordsIn(options.cache);
  const groups = groupBy(records, nameOf);
  const last = [...groups.values()].flatMap(([one]) => one ?? []);
  const tell = (record: KeptRecord): string[] => {
    const own: readonly KeptRecord[] = groups.get(nameOf(record)) ?? [];
    return linesOf(record, own[own.indexOf(record) + 1]);
  };
  const source = relative(options.content, resolve(file));
  const reading = last.find(({ inputs }) => `files.${source}` in inputs);
  if (reading !== undefined) {
    const own = last.filter(({ id, task }) => id === reading.id && task !== "year");
    return own.flatMap(tell);
  }
  const made = await makingOf(file, options, records);
  // The reading, another task, knows the files of a page.
  const read = last.find(({ task, id }) => task === "read" && id === made.id);
  const isByArticles = read !== undefined && "articles" in made.inputs;
  return [made, ...(isByArticles ? [read] : [])].flatMap(tell);
}

/** The last used first: a build marks the artifacts that it uses. */
function recordsIn(cache: string): KeptRecord[] {
  if (!existsSync(cache)) return [];
  const artifacts = readdirSync(cache)
    .filter(isArtifactKey)
    .map((key) => {
      const folder = join(cache, key);
      return { key, used: statSync(folder).mtimeMs, record: readRecord(folder) };
    });
  return artifacts
    .sort((a, b) => b.used - a.used)
    .flatMap(({ key, record }) => (record === undefined ? [] : { ...record, key }));
}

function nameOf({ task, id }: MakingRecord): string {
  return `${task} ${id}`;
}

async function makingOf(
  file: string,
  { output, cache }: BuildOptions,
  records: readonly KeptRecord[],
): Promise<KeptRecord> {
  const { parts } = await readManifest(output);
  const known = new ArtifactCache(cache);
  const inside = relative(output, resolve(file));
  const names = [inside, pageFile(`/${file.replace(/^\//, "")}`)];
  const key = parts.find((part) => names.some((name) => known.published(part)?.has(name)));
  const record = records.find((one) => one.key === key);
  if (record !== undefined) return record;
  const message = `В сайте ${displayPath(output)} такого файла нет, или в кэше не осталось, как он сделан.`;
  const mend = "назовите файл сайта (articles/slug/index.html) или статью и соберите сайт ещё раз.";
  throw new ContentError([{ file, message, mend }]);
}

function linesOf({ task, id, inputs }: MakingRecord, before: MakingRecord | undefined): string[] {
  const { publishes }: Task = TASKS[task as TaskName];
  const what = publishes === undefined ? "" : ` (${publishes})`;
  const count = Object.keys(inputs).length;
  const changed = before && differences(before.inputs, inputs);
  return [
    `${task} «${id}»${what}: src/build/tasks/${task}.ts, входов: ${count}`,
    `  ${reason(changed)}`,
  ];
}

function reason(changed: readonly string[] | undefined): string {
  if (changed === undefined) return "сделано впервые или прежнего в кэше не осталось";
  const rest = changed.length - MOST_NAMED;
  const names = changed.slice(0, MOST_NAMED).join(", ");
  return `сделано заново, потому что изменилось: ${names}${rest > 0 ? ` и ещё ${rest}` : ""}`;
}
