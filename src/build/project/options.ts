import { join, resolve } from "node:path";
import type { ArchiveFolders, SiteOverrides } from "../../content/index.ts";

/** Where a build reads and writes, and which settings it replaces. */
export interface BuildOptions {
  /** The folder of the articles, absolute. */
  readonly content: string;
  /** The folder of site.yaml and headlines.yaml, absolute. */
  readonly data: string;
  /** The folder of the finished site, absolute. */
  readonly output: string;
  readonly overrides: SiteOverrides;
  /** The folder of the project: its configuration of Eleventy and its own pages, absolute. */
  readonly project: string;
  /** The folder where finished volumes are kept from build to build, absolute. */
  readonly cache: string;
  /** How many bytes they may take. */
  readonly cacheLimit: number;
  /** How many processes may work at once; as many as cores and memory allow by default. */
  readonly workers?: number | undefined;
  /** The moment by which articles are due, in milliseconds since 1970; the clock's by default. */
  readonly now?: number | undefined;
}

/** @returns where an archive lies with all that makes a newspaper one's own */
export function foldersOf({
  content,
  data,
  project,
}: Pick<BuildOptions, "content" | "data" | "project">): Required<ArchiveFolders> {
  return { content, data, statics: join(project, "static"), styles: join(project, "styles") };
}

/** The command line cannot be understood; the message is in Russian. */
export class UsageError extends Error {}

/** What a command line may say of a build, by the names of its flags. */
export interface BuildFlags {
  readonly content?: string | undefined;
  readonly data?: string | undefined;
  readonly output?: string | undefined;
  readonly url?: string | undefined;
  readonly "path-prefix"?: string | undefined;
  readonly cache?: string | undefined;
  readonly workers?: string | undefined;
  readonly now?: string | undefined;
  readonly preview?: boolean | undefined;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the options of a build: the command line wins over the environment, and that over the
 * defaults.
 *
 * @param values what node:util's parseArgs made of the command line
 * @param environment usually process.env
 */
export function buildOptions(values: BuildFlags, environment: Environment): BuildOptions {
  const choose = (flag: keyof BuildFlags, variable: string): string | undefined => {
    const given = values[flag] ?? environment[variable];
    return typeof given === "string" && given !== "" ? given : undefined;
  };
  return {
    content: resolve(choose("content", "VESTNIK_CONTENT") ?? "content"),
    data: resolve(choose("data", "VESTNIK_DATA") ?? "_data"),
    output: resolve(choose("output", "VESTNIK_OUTPUT") ?? "_site"),
    project: process.cwd(),
    overrides: {
      url: choose("url", "VESTNIK_URL"),
      pathPrefix: choose("path-prefix", "VESTNIK_PATH_PREFIX"),
      ...(values.preview === true ? { preview: true } : {}),
    },
    cache: resolve(choose("cache", "VESTNIK_CACHE") ?? "node_modules/.cache/vestnik"),
    cacheLimit: megabytes(environment.VESTNIK_CACHE_MB ?? "2000"),
    workers: workers(choose("workers", "VESTNIK_WORKERS")),
    now: moment(choose("now", "VESTNIK_NOW")),
  };
}

function moment(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const epoch = Date.parse(text);
  if (!Number.isNaN(epoch)) return epoch;
  throw new UsageError(`Не понимаю время «${text}»: запишите его так: 2026-12-01T09:00:00+03:00.`);
}

function workers(text: string | undefined): number | undefined {
  const count = Number(text ?? 1);
  if (Number.isInteger(count) && count > 0) return text === undefined ? undefined : count;
  throw new UsageError(
    `--workers — сколько процессов строят сайт, целое число от 1, а не «${text}».`,
  );
}

function megabytes(text: string): number {
  const count = Number(text);
  if (Number.isInteger(count) && count >= 0) return count * 1_000_000;
  throw new UsageError(`VESTNIK_CACHE_MB — целое число мегабайтов, а не «${text}».`);
}
