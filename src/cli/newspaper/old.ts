import { cpSync, existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { UsageError } from "../../build/index.ts";
import { displayPath, readSite } from "../../content/index.ts";
import type { Answers } from "./answers.ts";

/** What a newspaper owns of a copy of our repository. */
const OWNED = ["content", "_data", "static", "styles", "src/pages"];

/** What else lies there is of the engine, is made by it, or is written anew. */
const OF_ENGINE = new Set([
  ...["src", "scripts", "tests", "docs", "dist", "node_modules", "_site", "test-results"],
  ...["package.json", "package-lock.json", "tsconfig.json", "biome.json", "README.md"],
  ...["CHANGELOG.md", "SECURITY.md", "LICENSE", "eleventy.config.ts"],
]);

/** A newspaper that lies in a copy of our repository, as they were begun before there was a package. */
interface OldNewspaper {
  readonly answers: Partial<Answers>;
  /** Whether it has what a path names, so that nothing new goes there. */
  readonly owns: (path: string) => boolean;
  /** Copies what it owns into a folder; @returns what an editor has to do by hand */
  readonly moveTo: (folder: string) => string[];
}

/**
 * @param folder of the copy, absolute; it stays as it is
 * @throws UsageError where it holds no newspaper; ContentError where its settings are wrong
 */
export function oldNewspaper(folder: string): OldNewspaper {
  if (!existsSync(join(folder, "content"))) {
    throw new UsageError(`В папке ${displayPath(folder)} нет газеты: нет папки content.`);
  }
  const owned = OWNED.filter((path) => existsSync(join(folder, path)));
  const { name, address, pathPrefix, language, timeZone } = readSite(join(folder, "_data"), {});
  return {
    answers: { name, address: `${address}${pathPrefix.replace(/\/$/, "")}`, language, timeZone },
    owns: (path) => owned.some((one) => path.startsWith(`${one}/`)),
    moveTo: (target) => {
      for (const path of owned) cpSync(join(folder, path), join(target, path), { recursive: true });
      return leftOf(folder);
    },
  };
}

function leftOf(folder: string): string[] {
  const isUnknown = (name: string): boolean =>
    !name.startsWith(".") && !OWNED.includes(name) && !OF_ENGINE.has(name);
  const unknown = readdirSync(folder).filter(isUnknown);
  return [
    "eleventy.config.ts не перенесён: свои правки в нём повторите в eleventy.config.js.",
    ...unknown.map((name) => `Не перенесено, потому что неизвестно Вестнику: ${name}`),
  ];
}
