import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BuildOptions, buildSite, Progress } from "../../build/index.ts";

/** Enough for a title, a text and a lexicon. */
const ARTICLE = "---\ntitle: Проба\n---\n\nКороткая статья.\n";

/**
 * Builds a site of one article, so that templates, the dictionary and Pagefind are loaded before an
 * editor waits for them.
 *
 * @param options of the site that is shown; nothing of it is read or written
 */
export async function warmUp(options: BuildOptions): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "vestnik-warm-up-"));
  const [content, data] = [join(folder, "content"), join(folder, "data")];
  try {
    for (const one of [content, data]) mkdirSync(one);
    writeFileSync(join(content, "proba.md"), ARTICLE);
    const [output, cache] = [join(folder, "site"), join(folder, "cache")];
    await buildSite({ ...options, content, data, output, cache }, new Progress(() => {}));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
