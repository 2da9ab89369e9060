import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import {
  changesBetween,
  type FileHashes,
  formatHashes,
  readHashes,
  type SiteChanges,
} from "../build/index.ts";

/** What a build is asked to tell of the files of the site. */
export interface ChangesAsked {
  /** An older site, or its list of files. */
  readonly since: string | undefined;
  /** Where the list of files goes. */
  readonly listTo: string | undefined;
  readonly asJson: boolean;
}

/**
 * Looks at the older site before the build, for the new one may take its place.
 *
 * @returns tells what has changed, to be called after the build
 */
export function watchChanges({ since, listTo, asJson }: ChangesAsked): (output: string) => void {
  const older = since === undefined ? undefined : readHashes(resolve(since));
  return (output) => {
    if (older === undefined && listTo === undefined) return;
    const newer = readHashes(output);
    if (listTo !== undefined) writeFileSync(resolve(listTo), formatHashes(newer));
    if (older !== undefined) console.log(report(older, newer, asJson));
  };
}

function report(older: FileHashes, newer: FileHashes, asJson: boolean): string {
  const changes = changesBetween(older, newer);
  return asJson ? JSON.stringify(changes) : lines(changes).join("\n");
}

function lines({ added, changed, removed }: SiteChanges): string[] {
  return [
    ...added.map((path) => `+ ${path}`),
    ...changed.map((path) => `* ${path}`),
    ...removed.map((path) => `- ${path}`),
    `Загрузить: новых ${added.length}, изменённых ${changed.length}; удалить: ${removed.length}`,
  ];
}
