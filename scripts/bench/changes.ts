import { appendFile, readFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { filesOf } from "../files.ts";
import type { Place } from "./vestnik.ts";

/** What is changed before a build, and what the site must show after it. */
export interface Change {
  readonly make: () => Promise<void>;
  readonly isShown: () => Promise<boolean>;
}

export type ChangeName = "nothing" | "oneNew" | "oneOld" | "template";

const FOOTER = "src/site/components/footer.tsx";
const ADDED_SENTENCE = "Это предложение дописано после сборки.";
const ADDED_WORD = "Перевёрстано";

/** Every change that a build is measured after, in turn; each stays when the next one is made. */
export function changesOf(place: Place): Readonly<Record<ChangeName, Change>> {
  const files = filesOf(place.made.content).map((file) => join(place.made.content, file));
  return {
    nothing: { make: async () => {}, isShown: async () => true },
    oneNew: articleChange(place, files.at(-1) ?? ""),
    oneOld: articleChange(place, files.at(files.length / 2) ?? ""),
    template: templateChange(place, files),
  };
}

/** A sentence more at the end of an article. */
function articleChange(place: Place, file: string): Change {
  return {
    make: () => appendFile(file, `\n${ADDED_SENTENCE}\n`),
    isShown: async () => (await readFile(pageOf(place, file), "utf8")).includes(ADDED_SENTENCE),
  };
}

/** A word more at the foot of every page. */
function templateChange(place: Place, files: readonly string[]): Change {
  const footer = join(place.project, FOOTER);
  const pages = [files.at(0), files.at(-1)].map((file) => pageOf(place, file ?? ""));
  return {
    make: async () => {
      const source = await readFile(footer, "utf8");
      const changed = source.replace("</footer>", `<p>${ADDED_WORD}</p></footer>`);
      if (changed === source) throw new Error(`${FOOTER} holds no </footer> to change`);
      await writeFile(footer, changed);
    },
    isShown: async () => {
      const texts = await Promise.all(pages.map((page) => readFile(page, "utf8")));
      return texts.every((text) => text.includes(ADDED_WORD));
    },
  };
}

function pageOf({ site }: Place, file: string): string {
  return join(site, "articles", basename(file, ".md"), "index.html");
}
