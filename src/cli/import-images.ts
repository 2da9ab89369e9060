import {
  type FetchReport,
  fetchImages,
  ImageStore,
  importSources,
  type SourceOptions,
} from "../content/importing.ts";
import { displayPath } from "../content/index.ts";

/** A photograph as a camera makes it is smaller; in bytes. */
const MOST_BYTES = 30_000_000;
/** In milliseconds: for one picture, and between two from one host. */
const TIMEOUT_MS = 30_000;
const PAUSE_MS = 200;

/** How many that failed are named, unless all are asked for. */
const FIRST = 5;

/** How often it is told how far it has come, in milliseconds. */
const PATIENCE_MS = 2000;

interface FetchForm {
  /** Where pictures are kept. */
  readonly folder: string;
  readonly isFull: boolean;
}

/**
 * Fetches the pictures of sources that lie on the web alone. Which these are a dry run tells.
 *
 * @returns the file of each one that is there
 */
export async function fetchMissing(
  paths: readonly string[],
  options: SourceOptions,
  { folder, isFull }: FetchForm,
): Promise<(address: string) => string | undefined> {
  const addresses = new Set<string>();
  const missing = (address: string): void => void addresses.add(address);
  importSources(paths, { ...options, isDryRun: true, missing });
  const store = new ImageStore(folder);
  if (options.isDryRun)
    console.log(`Картинок в сети: ${addresses.size}; при пробе они не загружаются.`);
  else {
    const report = await fetchImages(addresses, {
      ...{ store, maxBytes: MOST_BYTES, timeout: TIMEOUT_MS, pause: PAUSE_MS },
      trusted: new Set(options.oldSite === undefined ? [] : [new URL(options.oldSite).hostname]),
      progress: slowCount(),
    });
    console.log(fetchLines(report, folder, isFull).join("\n"));
  }
  return (address) => store.find(address);
}

function slowCount(): (done: number, count: number) => void {
  let last = performance.now();
  return (done, count) => {
    if (performance.now() - last < PATIENCE_MS) return;
    last = performance.now();
    console.error(`Картинки из сети: ${done} из ${count}…`);
  };
}

function fetchLines({ fetched, known, failed }: FetchReport, folder: string, isFull: boolean) {
  const named = failed.slice(0, isFull ? failed.length : FIRST);
  const left = failed.length - named.length;
  return [
    `Картинок загружено из сети: ${fetched}, уже были: ${known} (${displayPath(folder)}).`,
    ...(failed.length > 0 ? [`Не загружено, остались ссылками: ${failed.length}.`] : []),
    ...named.map(({ address, reason }) => `  ${address}: ${reason}`),
    ...(left > 0 ? [`  … и ещё ${left} (все назовёт --verbose)`] : []),
  ];
}
