import { cpSync, lstatSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { z } from "zod";
import { ContentError, type Problem, throwIfAny } from "../content/index.ts";
import { damagedFiles } from "./cache/checksums.ts";
import { isSoundCopy, STAMP } from "./cache/stamp.ts";
import { changesBetween, readHashes } from "./disk/changes.ts";
import { type Mark, writeMark } from "./disk/ownership.ts";
import { artifactKey } from "./disk/schemas.ts";

/**
 * A bundle carries artifacts from the machine that made them to the one that puts the site together. It
 * names them; each brings the hash of every file of its own, for it may pass through anything in between.
 */
const CONTENTS = "bundle.json";

const FORMAT = 2;

const contentsSchema = z.object({
  generator: z.literal("vestnik-volumes"),
  format: z.literal(FORMAT),
  /** Other names than these lead nowhere. */
  artifacts: z.array(artifactKey),
});

/** By this a bundle of ours is known. */
export const BUNDLE_MARK: Mark = {
  file: CONTENTS,
  schema: contentsSchema,
  what: "готовый том",
  elsewhere: "укажите другую папку: --output ПАПКА",
};

/** Puts artifacts into a bundle, and names them in it, last. */
export function writeBundle(artifacts: readonly string[], folder: string): void {
  for (const from of artifacts) cpSync(from, join(folder, basename(from)), { recursive: true });
  const names = artifacts.map((from) => basename(from));
  const contents: z.output<typeof contentsSchema> = {
    generator: "vestnik-volumes",
    format: FORMAT,
    artifacts: names,
  };
  writeMark(folder, BUNDLE_MARK, JSON.stringify(contents));
}

/**
 * @param folder of a bundle
 * @returns the folders of the artifacts that it names, each under its key
 * @throws ContentError where it is no bundle, or its list names what leads elsewhere
 */
export function artifactsIn(folder: string): string[] {
  const contents = contentsSchema.safeParse(readContents(folder));
  if (contents.success) return contents.data.artifacts.map((key) => join(folder, key));
  const message = "Список томов составлен не нами: в нём не те имена или не тот формат.";
  throw new ContentError([bundleProblem(join(folder, CONTENTS), message)]);
}

function readContents(folder: string): unknown {
  try {
    return JSON.parse(readFileSync(join(folder, CONTENTS), "utf8"));
  } catch {
    throw new ContentError([bundleProblem(folder, "Здесь нет готовых томов.")]);
  }
}

/** @param folder of an artifact under its key; @returns what is wrong with it */
export function problemsOf(folder: string, key = basename(folder)): Problem[] {
  const stranger = strangerIn(folder);
  if (stranger !== undefined) {
    const message =
      "В готовом томе могут быть только файлы и папки, а это ссылка или что-то другое.";
    return [bundleProblem(stranger, message)];
  }
  return isWhole(folder, key) ? [] : [bundleProblem(folder, "Файлы тома повреждены по дороге.")];
}

/** @returns whether an artifact has the files that it was stamped with; their times stay behind */
function isWhole(folder: string, key: string): boolean {
  return isSoundCopy(folder) && damagedFiles(folder, key).length === 0;
}

/**
 * @param to an empty folder
 * @throws ContentError where the copy is not what was stamped
 */
export function copyArtifact(from: string, to: string): void {
  cpSync(from, to, { recursive: true });
  throwIfAny(problemsOf(to, basename(from)));
}

/** @returns an entry that is neither file nor folder: through a link others would read or write elsewhere */
function strangerIn(folder: string): string | undefined {
  const found = lstatSync(folder, { throwIfNoEntry: false });
  if (found === undefined) return undefined;
  if (!found.isDirectory()) return folder;
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const stranger = entries.find((entry) => !entry.isFile() && !entry.isDirectory());
  return stranger && join(stranger.parentPath, stranger.name);
}

/** Stamps differ from machine to machine, for they hold when files were written. */
export function isSameArtifact(one: string, other: string): boolean {
  const { added, changed, removed } = changesBetween(readHashes(one), readHashes(other));
  return [...added, ...changed, ...removed].every((path) => path === STAMP);
}

function bundleProblem(file: string, message: string): Problem {
  const mend = "соберите том заново: npm run build -- --volume ИМЯ --output ПАПКА.";
  return { file, message, mend };
}
