import {
  type BuildMode,
  type BuildOptions,
  type BuildReport,
  buildSite,
  Progress,
} from "../build/index.ts";
import { displayPath } from "../content/index.ts";
import { withPlural } from "../language/index.ts";

/** Tells each step on a line of its own. */
export function printedProgress(): Progress {
  return new Progress((line) => console.log(line));
}

/** Builds, tells each step, and ends with a summary. */
export async function build(options: BuildOptions, mode: BuildMode = {}): Promise<void> {
  const start = performance.now();
  const report = await buildSite(options, printedProgress(), mode);
  for (const notice of report.notices) console.warn(`Внимание: ${notice}`);
  console.log(`\n${summary(report)}\n`);
  const parts = [
    withPlural(report.articles, ["статья", "статьи", "статей"]),
    withPlural(report.headlines, ["заголовок", "заголовка", "заголовков"]),
    withPlural(report.pages, ["страница", "страницы", "страниц"]),
    `${withPlural(report.records, ["запись", "записи", "записей"])} в поиске`,
  ];
  const took = seconds((performance.now() - start) / 1000);
  console.log(`Готово за ${took}: ${parts.join(", ")} → ${displayPath(options.output)}`);
}

/** A table of what was made, how large it is, and what it took. */
function summary({ slices, bytes, seconds: steps }: BuildReport): string {
  const rows = [
    ["Тома", `сделано ${slices.made}, взято готовых ${slices.reused}`],
    ["Размер", `поисковый указатель ${megabytes(bytes.index)}, сайт ${megabytes(bytes.site)}`],
    ...Object.entries(steps).map(([step, took]) => [step, seconds(took)] as const),
  ];
  const width = Math.max(...rows.map(([name = ""]) => name.length));
  return rows.map(([name = "", value]) => `  ${name.padEnd(width)}  ${value}`).join("\n");
}

function seconds(count: number): string {
  return `${count.toFixed(1).replace(".", ",")} с`;
}

function megabytes(bytes: number): string {
  const count = bytes / 1_000_000;
  return `${count.toFixed(count < 10 ? 1 : 0).replace(".", ",")} МБ`;
}
