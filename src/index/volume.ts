import { mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Dictionary } from "./lexicon/dictionary.ts";
import { writeFacts } from "./lexicon/facts.ts";
import { writePagefind } from "./pagefind.ts";
import type { IndexRecord } from "./records.ts";

/** What of a part's folder is published, laid out as in the site. */
export const PUBLISHED = "site";
/** What lexicons are made of. */
export const FACTS = "facts";
/** Pagefind's own program, where a volume is one of several: they share it. */
export const CODE = "code";

/** Where the engine looks for what is beside Pagefind's index. */
export const LEXICON = "search/lexicon";

const ENTRY = "pagefind-entry.json";
const CODE_FILES = /\.(?:js|css|pagefind)$/;

/**
 * Indexes a volume, and writes what a lexicon is made of where it is Russian.
 *
 * @param records what can be found, in a fixed order
 * @param name what Pagefind calls the volume: ru for the only one, ru-2016-2019 for one of several,
 *   which lies in a folder of that name
 * @param folder where its parts go
 * @param maxFragments the most files for what results show; one for each record by default
 */
export async function writeVolume(
  records: readonly IndexRecord[],
  name: string,
  folder: string,
  maxFragments?: number,
): Promise<void> {
  const bundle = join(folder, PUBLISHED, "pagefind", bundleOf(name));
  // Needed after Pagefind's work, and loaded meanwhile; whoever waits for it is told of an error.
  if (isRussian(name)) Dictionary.load().catch(() => undefined);
  await writePagefind(records, name, bundle, maxFragments);
  if (bundleOf(name) !== "") await shareCode(bundle, name, join(folder, CODE));
  if (!isRussian(name)) return;
  const code = bundleOf(name) === "" ? bundle : join(folder, CODE);
  await writeFacts(bundle, name, join(folder, FACTS), join(folder, PUBLISHED, LEXICON), code);
}

/** @returns the folder of a volume in the site's bundle, with a slash at its end */
export function bundleOf(name: string): string {
  return name.includes("-") ? `${name}/` : "";
}

/** @param name a volume's, or a language */
export function isRussian(name: string): boolean {
  return /^ru\b/.test(name);
}

/**
 * Takes Pagefind's program out of a volume. Pagefind looks for its WebAssembly at wasm.NAME.pagefind
 * in the folder of the index; a name that leads out of that folder makes all volumes load the same
 * address, and so only once.
 */
async function shareCode(bundle: string, name: string, code: string): Promise<void> {
  const [language = name] = name.split("-");
  await mkdir(code, { recursive: true });
  for (const file of (await readdir(bundle)).filter((one) => CODE_FILES.test(one))) {
    const shared = file === `wasm.${name}.pagefind` ? `wasm.${language}.pagefind` : file;
    await rename(join(bundle, file), join(code, shared));
  }
  const entry = JSON.parse(await readFile(join(bundle, ENTRY), "utf8"));
  entry.languages[name].wasm = `/../../wasm.${language}`;
  await writeFile(join(bundle, ENTRY), JSON.stringify(entry));
}
