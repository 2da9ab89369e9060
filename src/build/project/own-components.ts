import { existsSync, readdirSync, statSync } from "node:fs";
import { join, parse } from "node:path";
import { pathToFileURL } from "node:url";
import { ContentError, type Problem, throwIfAny } from "../../content/index.ts";
import { COMPONENT_NAMES, type Replacement, SLOT_NAMES } from "../../site/index.ts";

/** A newspaper's own components, which take the place of ours by their names. */
export const COMPONENTS_FOLDER = "src/components";

const MODULE = /\.(?:[jt]sx?|mjs)$/;
const NAMES: ReadonlySet<string> = new Set([...COMPONENT_NAMES, ...SLOT_NAMES]);

/** Files that begin with a small letter are what components import. */
const OF_COMPONENT = /^[A-Z]/;

/** @returns the file that a newspaper has in the place of one of our components */
export function fileOfComponent(project: string, component: string): string {
  const folder = join(project, COMPONENTS_FOLDER);
  const files = existsSync(folder) ? readdirSync(folder) : [];
  const found = files.find((file) => isComponent(file) && parse(file).name === component);
  return join(folder, found ?? component);
}

/**
 * Loads the components that a newspaper has in the place of ours.
 *
 * @param project its folder
 * @returns them by their names
 * @throws ContentError where there is nothing to be replaced, or a file has no component
 */
export async function loadComponents(project: string): Promise<ReadonlyMap<string, Replacement>> {
  const folder = join(project, COMPONENTS_FOLDER);
  const files = existsSync(folder) ? readdirSync(folder).filter(isComponent).sort() : [];
  throwIfAny(files.flatMap((file) => problemOfName(join(folder, file))));
  const loaded = files.map(async (file) => {
    return [parse(file).name, await load(join(folder, file))] as const;
  });
  return new Map(await Promise.all(loaded));
}

function isComponent(file: string): boolean {
  return MODULE.test(file) && OF_COMPONENT.test(file);
}

function problemOfName(file: string): Problem[] {
  const { name } = parse(file);
  if (NAMES.has(name)) return [];
  const message = `Части страницы «${name}» у Вестника нет: заменять нечего.`;
  const mend = `назовите файл по одной из них: ${[...NAMES].sort().join(", ")}; что нужно им самим, начинайте с малой буквы.`;
  return [{ file, message, mend }];
}

async function load(file: string): Promise<Replacement> {
  // A process that builds again and again would show it as it was.
  const address = `${pathToFileURL(file).href}?${statSync(file).mtimeMs}`;
  const own = await import(address).catch((error) => {
    const reason = error instanceof Error ? error.message : String(error);
    throw faultOf(file, `Файл не читается: ${reason}`, "исправьте его.");
  });
  if (typeof own.default === "function") return own.default;
  throw faultOf(
    file,
    "В файле нет части страницы.",
    "верните её: export default function (…) { … }",
  );
}

function faultOf(file: string, message: string, mend: string): ContentError {
  return new ContentError([{ file, message, mend }]);
}
