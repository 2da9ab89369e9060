import {
  type BuildOptions,
  type BuildReport,
  buildSite,
  readManifest,
} from "../src/build/index.ts";
import { displayPath } from "../src/content/index.ts";
import { withPlural } from "../src/language/index.ts";
import { serveSite } from "../src/serve/index.ts";

/** Builds, tells each step, and ends with a summary. */
export async function build(options: BuildOptions): Promise<BuildReport> {
  const start = performance.now();
  const report = await buildSite(options, (step) => console.log(`${step}…`));
  const { archive, pages, records } = report;
  for (const notice of archive.notices) console.warn(`Внимание: ${notice}`);
  const seconds = ((performance.now() - start) / 1000).toFixed(1).replace(".", ",");
  const parts = [
    withPlural(archive.articles.length, ["статья", "статьи", "статей"]),
    withPlural(archive.headlines.length, ["заголовок", "заголовка", "заголовков"]),
    withPlural(pages, ["страница", "страницы", "страниц"]),
    `${withPlural(records, ["запись", "записи", "записей"])} в поиске`,
  ];
  console.log(`Готово за ${seconds} с: ${parts.join(", ")} → ${displayPath(options.output)}`);
  return report;
}

/** The port where one is not asked for; the next free one where that is taken. */
const DEFAULT_PORT = 8080;

/**
 * Serves a finished site until the process ends, and prints where.
 *
 * @param output the folder of the site
 * @param port a port to insist on; by default 8080 or, where it is taken, any free one
 */
export async function serve(output: string, port: number | undefined): Promise<void> {
  const { pathPrefix } = await readManifest(output);
  const options = { folder: output, pathPrefix };
  const { address } =
    port === undefined
      ? await serveSite({ ...options, port: DEFAULT_PORT }).catch(() =>
          serveSite({ ...options, port: 0 }),
        )
      : await serveSite({ ...options, port });
  console.log(`\n  Сайт открыт: ${address}\n  Остановить: Ctrl+C\n`);
}
