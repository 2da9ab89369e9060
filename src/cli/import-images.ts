import {
  type FetchReport,
  fetchImages,
  ImageStore,
  importSources,
  type SourceOptions,
} from "../content/importing.ts";
import { displayPath } from "../content/index.ts";
import type { MovingLine } from "./moving-line.ts";

/** A photograph as a camera makes it is smaller; in bytes. */
const MOST_BYTES = 30_000_000;
/** In milliseconds: for one picture, and between two from one host. */
const TIMEOUT_MS = 30_000;
const PAUSE_MS = 200;

/** How many that failed a terminal names; the report names all. */
const FIRST = 5;

interface FetchForm {
  /** Where pictures are kept. */
  readonly folder: string;
  readonly line: MovingLine;
}

/** The pictures that were fetched. */
interface WebPictures {
  /** @returns the file of one */
  readonly find: (address: string) => string | undefined;
  /** Which ones were not to be had, and why. */
  readonly failures: readonly string[];
}

/**
 * Fetches the pictures of sources that lie on the web alone. Which these are a dry run tells.
 */
export async function fetchMissing(
  paths: readonly string[],
  options: SourceOptions,
  { folder, line }: FetchForm,
): Promise<WebPictures> {
  const addresses = new Set<string>();
  const missing = (address: string): void => void addresses.add(address);
  importSources(paths, { ...options, isDryRun: true, missing });
  const store = new ImageStore(folder);
  const find = (address: string): string | undefined => store.find(address);
  line.end();
  if (options.isDryRun) {
    console.log(`Картинок в сети: ${addresses.size}; при пробе они не загружаются.`);
    return { find, failures: [] };
  }
  const report = await fetchImages(addresses, {
    ...{ store, maxBytes: MOST_BYTES, timeout: TIMEOUT_MS, pause: PAUSE_MS },
    trusted: new Set(options.oldSite === undefined ? [] : [new URL(options.oldSite).hostname]),
    progress: (done, count) => line.show(`Картинки из сети: ${done} из ${count}`),
  });
  line.end();
  console.log(fetchLines(report, folder, FIRST).join("\n"));
  return { find, failures: ["", ...fetchLines(report, folder, report.failed.length)] };
}

function fetchLines({ fetched, known, failed }: FetchReport, folder: string, most: number) {
  const named = failed.slice(0, most);
  const left = failed.length - named.length;
  return [
    `Картинок загружено из сети: ${fetched}, уже были: ${known} (${displayPath(folder)}).`,
    ...(failed.length > 0 ? [`Не загружено, остались ссылками: ${failed.length}.`] : []),
    ...named.map(({ address, reason }) => `  ${address}: ${reason}`),
    ...(left > 0 ? [`  … и ещё ${left}`] : []),
  ];
}
