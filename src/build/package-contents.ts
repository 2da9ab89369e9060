import {
  copyFileSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { z } from "zod";
import { ContentError, type Problem, throwIfAny } from "../content/index.ts";
import { PUBLISHED } from "../index/index.ts";
import { readHashes } from "./changes.ts";
import { listedFiles } from "./checksums.ts";
import { partKey, pathInside, sha256 } from "./forms.ts";
import { type Mark, writeMark } from "./ownership.ts";
import { SEAL } from "./seal.ts";

/**
 * A package carries the parts of volumes from the machine that made them to the one that puts the
 * site together. It lists the hash of every file, for it may pass through anything in between.
 */
const CONTENTS = "package.json";

const FORMAT = 1;

const contentsSchema = z.object({
  generator: z.literal("vestnik-volumes"),
  format: z.literal(FORMAT).default(FORMAT),
  /** By part, from the file to the hash of its bytes. Other names than these lead nowhere. */
  parts: z.record(partKey, z.record(pathInside, sha256)),
});

/** By this a package of ours is known: every project of Node has a file of that name. */
export const PACKAGE_MARK: Mark = {
  file: CONTENTS,
  isOurs: (text) => contentsSchema.safeParse(JSON.parse(text)).success,
  what: "готовый том",
  elsewhere: "укажите другую папку: --output ПАПКА",
};

/** A part as a package brings it. */
export interface BroughtPart {
  readonly key: string;
  /** Its folder in the package. */
  readonly folder: string;
  /** From its files to their hashes, as the package lists them. */
  readonly hashes: Readonly<Record<string, string>>;
}

/** Puts parts into a package, and lists them in it, last. */
export async function writePackage(
  parts: readonly (readonly [key: string, folder: string])[],
  folder: string,
): Promise<void> {
  const contents: z.output<typeof contentsSchema> = {
    generator: "vestnik-volumes",
    format: FORMAT,
    parts: {},
  };
  for (const [key, part] of parts) {
    cpSync(part, join(folder, key), { recursive: true });
    contents.parts[key] = hashesOf(join(folder, key));
  }
  writeMark(folder, PACKAGE_MARK, JSON.stringify(contents));
}

/**
 * @param folder of a package
 * @returns the parts that it lists
 * @throws ContentError where it is no package, or its list names what leads elsewhere
 */
export function partsIn(folder: string): BroughtPart[] {
  try {
    const { parts } = contentsSchema.parse(readContents(folder));
    return Object.entries(parts).map(([key, hashes]) => ({
      key,
      folder: join(folder, key),
      hashes,
    }));
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
    const message = "Список томов составлен не нами: в нём не те имена, пути или суммы.";
    throw new ContentError([packageProblem(join(folder, CONTENTS), message)]);
  }
}

function readContents(folder: string): unknown {
  try {
    return JSON.parse(readFileSync(join(folder, CONTENTS), "utf8"));
  } catch {
    throw new ContentError([packageProblem(folder, "Здесь нет готовых томов.")]);
  }
}

/** @returns what is wrong with the files of a part, without a change to anything */
export function problemsOf({ key, folder, hashes }: BroughtPart): Problem[] {
  const stranger = strangerIn(folder);
  if (stranger !== undefined) {
    const message =
      "В готовом томе могут быть только файлы и папки, а это ссылка или что-то другое.";
    return [packageProblem(stranger, message)];
  }
  const found = existsSync(folder) ? hashesOf(folder) : {};
  const listed = [...listedFiles(join(folder, PUBLISHED), key)].map(
    ([path, hash]) => [`${PUBLISHED}/${path}`, hash] as const,
  );
  // Its own list was made with the part, and the package's when that was packed.
  const wanted = [...Object.entries(hashes), ...listed];
  const isWhole = wanted.every(([file, hash]) => found[file] === hash);
  if (isWhole && Object.keys(found).length === Object.keys(hashes).length) return [];
  return [packageProblem(folder, "Файлы тома повреждены по дороге.")];
}

/**
 * Copies what is listed and nothing else.
 *
 * @param to an empty folder
 * @throws ContentError where the copy is not what the list says: it is held against it once more
 */
export function copyPart({ key, folder, hashes }: BroughtPart, to: string): void {
  for (const file of Object.keys(hashes)) {
    mkdirSync(dirname(join(to, file)), { recursive: true });
    copyFileSync(join(folder, file), join(to, file));
  }
  throwIfAny(problemsOf({ key, folder: to, hashes }));
}

/** @returns what is neither file nor folder: a link would lead whoever reads or writes by it elsewhere */
function strangerIn(folder: string): string | undefined {
  const found = lstatSync(folder, { throwIfNoEntry: false });
  if (found === undefined) return undefined;
  if (!found.isDirectory()) return folder;
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const stranger = entries.find((entry) => !entry.isFile() && !entry.isDirectory());
  return stranger && join(stranger.parentPath, stranger.name);
}

/** Seals differ from machine to machine, for they hold when files were written. */
export function isSamePart(part: string, hashes: Readonly<Record<string, string>>): boolean {
  const found = hashesOf(part);
  return Object.entries(hashes).every(([file, hash]) => file === SEAL || found[file] === hash);
}

function packageProblem(file: string, message: string): Problem {
  const mend = "соберите том заново: npm run build -- --volume ИМЯ --output ПАПКА.";
  return { file, message, mend };
}

function hashesOf(folder: string): Record<string, string> {
  return Object.fromEntries(readHashes(folder));
}
