import { once } from "node:events";
import { mkdir } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import { type FSWatcher, watch } from "chokidar";
import { type BuildOptions, configOf, foldersOf, readServed } from "../build/index.ts";
import type { ServeOptions } from "../serve/index.ts";
import { siteArguments } from "./arguments.ts";
import { Builder } from "./dev/builder-process.ts";
import { errorPage } from "./dev/error-page.ts";
import { Reload } from "./dev/reload.ts";
import { show } from "./show.ts";

/** Editors save several files at once: wait until it is quiet for so long. */
const QUIET_MS = 60;

const PURPOSE = `Показывает сайт с черновиками и пересобирает его, когда файлы меняются. Черновики и то,
что ждёт своего времени, попадают только в этот показ: он лежит в отдельной папке, _site.preview.`;

/** What is wrong with the archive now, which every page then says. */
let wrong: string | undefined;

export async function run(args: string[]): Promise<void> {
  const given = siteArguments(args, "dev", PURPOSE);
  if (given === undefined) return;
  // A site with drafts must not lie where a finished one is taken from.
  const options = {
    ...given.options,
    output: `${given.options.output}.preview`,
    overrides: { ...given.options.overrides, preview: true },
  };
  const builder = new Builder(options);
  wrong = await builder.build();
  const { pathPrefix, policy } = await servedBy(options);
  const reload = await Reload.of(pathPrefix);
  const watcher = rebuildOnChange(options, builder, () => reload.announce());
  const close = async (): Promise<void> => {
    builder.forget();
    await watcher.close();
  };
  const site = { folder: options.output, pathPrefix, policy, ...previewBy(reload) };
  try {
    // What is saved once the address has been read must be noticed.
    await once(watcher, "ready");
    await show({ command: "dev", site, given, close });
  } catch (error) {
    await close();
    throw error;
  }
}

/** What a preview shows besides the site's files. */
function previewBy(reload: Reload): Pick<ServeOptions, "answer" | "pageEnd"> {
  return {
    pageEnd: () => reload.script(),
    answer: (path, request, response) =>
      reload.answer(path, response) || answerWithErrors(request, response, reload.script()),
  };
}

/** The folder has to be there, though the first build may have failed. */
async function servedBy({ output, overrides }: BuildOptions) {
  await mkdir(output, { recursive: true });
  const served = await readServed(output).catch(() => undefined);
  return served ?? { pathPrefix: overrides.pathPrefix ?? "/", policy: undefined };
}

/** @returns whether a page was asked for that cannot be shown */
function answerWithErrors(
  { headers }: IncomingMessage,
  response: ServerResponse,
  pageEnd: string,
): boolean {
  if (wrong === undefined || headers.accept?.includes("text/html") !== true) return false;
  response.writeHead(500, { "Content-Type": "text/html; charset=utf-8" });
  response.end(errorPage(wrong) + pageEnd);
  return true;
}

function rebuildOnChange(
  options: BuildOptions,
  builder: Builder,
  afterBuild: () => void,
): FSWatcher {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  const schedule = (): void => {
    clearTimeout(timer);
    timer = setTimeout(rebuild, QUIET_MS);
  };
  const rebuild = async (): Promise<void> => {
    if (running !== undefined) return schedule();
    running = builder.build().then((problems) => {
      wrong = problems;
      afterBuild();
    });
    await running;
    running = undefined;
  };
  const config = configOf(options.project);
  const code = join(options.project, "src");
  const sources = [...Object.values(foldersOf(options)), code, config];
  const isLoaded = (file: string): boolean =>
    file === config || (file.startsWith(code) && !file.startsWith(join(code, "pages")));
  return watch(sources, { ignoreInitial: true }).on("all", (_, file) => {
    // What is loaded once in a process; pages are loaded by every build.
    if (isLoaded(file)) builder.forget();
    schedule();
  });
}
