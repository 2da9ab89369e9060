import type { ChildProcess } from "node:child_process";
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import * as pagefind from "pagefind";
import type { IndexRecord } from "../records.ts";

/** Interfaces that Pagefind makes beside every index and that our pages do not use. */
const UNUSED = [
  "pagefind-highlight.js",
  "pagefind-modular-ui.css",
  "pagefind-modular-ui.js",
  "pagefind-ui.css",
  "pagefind-ui.js",
];

/** Records that are under way to Pagefind at once: it takes them in turn, but need not wait. */
const UNDER_WAY = 64;

/** Pagefind's process ended in the middle of its work: a system without memory ends what takes much. */
export class PagefindEnded extends Error {
  override readonly name = "PagefindEnded";
  /** Its signal, or its code. */
  readonly end: string | number | null;

  constructor(end: string | number | null) {
    super(`Pagefind ended with ${end}`);
    this.end = end;
  }
}

/**
 * Writes a Pagefind index.
 *
 * @param records what can be found, in a fixed order
 * @param language what Pagefind calls the index; what stands before a hyphen is an ISO 639-1 code:
 *   one index in one language, whatever a page says of itself
 * @param folder where the index goes; it is made where it is missing
 * @param maxFragments the most files for what results show; one for each record by default
 * @throws Error with Pagefind's own complaints
 */
export async function writePagefind(
  records: readonly IndexRecord[],
  language: string,
  folder: string,
  maxFragments?: number,
): Promise<void> {
  const { backend, creating } = startPagefind(() =>
    pagefind.createIndex({
      forceLanguage: language,
      ...(maxFragments === undefined ? {} : { maxFragments }),
    }),
  );
  const ended = endOf(backend);
  try {
    await Promise.race([writeIndex(await Promise.race([creating, ended]), records, folder), ended]);
  } catch (error) {
    // Sending to a process that has ended fails before its end is reported.
    throw isOver(backend) ? await ended.catch((end: unknown) => end) : error;
  } finally {
    await pagefind.close();
  }
}

/** Pagefind waits for ever for the answers of its process where that has ended: Node tells us which it is. */
function startPagefind<Index>(create: () => Index) {
  const children: ChildProcess[] = [];
  const note = (message: unknown): void => {
    children.push((message as { readonly process: ChildProcess }).process);
  };
  subscribe("child_process", note);
  try {
    const creating = create();
    return { backend: children[0], creating };
  } finally {
    unsubscribe("child_process", note);
  }
}

/** Rejects when the process ends; one that Pagefind itself ends afterwards is of no interest. */
function endOf(backend: ChildProcess | undefined): Promise<never> {
  const ended = new Promise<never>((_, reject) => {
    backend?.once("exit", (code, signal) => reject(new PagefindEnded(signal ?? code)));
  });
  ended.catch(() => {});
  return ended;
}

/** It has ended, or nothing can be sent to it any more, and then it will. */
function isOver(backend: ChildProcess | undefined): boolean {
  if (backend === undefined) return false;
  return backend.exitCode !== null || backend.signalCode !== null || backend.killed;
}

async function writeIndex(
  { index, errors }: pagefind.NewIndexResponse,
  records: readonly IndexRecord[],
  folder: string,
): Promise<void> {
  if (index === undefined) throw pagefindError("create an index", errors);
  for (let start = 0; start < records.length; start += UNDER_WAY) {
    const batch = records.slice(start, start + UNDER_WAY);
    await Promise.all(batch.map((record) => addRecord(index, record)));
  }
  await writeFiles(index, folder);
}

/** Pagefind itself waits for ever where the disk takes no more files: it is not asked to write them. */
async function writeFiles(index: pagefind.PagefindIndex, folder: string): Promise<void> {
  const made = await index.getFiles();
  if (made.errors.length > 0) throw pagefindError("make its files", made.errors);
  const files = made.files.filter(({ path }) => !UNUSED.includes(path));
  for (const own of new Set(files.map(({ path }) => dirname(path)))) {
    await mkdir(join(folder, own), { recursive: true });
  }
  for (const { path, content } of files) await writeFile(join(folder, path), content);
}

async function addRecord(index: pagefind.PagefindIndex, { url, html }: IndexRecord): Promise<void> {
  const added = await index.addHTMLFile({ url, content: html });
  if (added.errors.length > 0) throw pagefindError(`index ${url}`, added.errors);
}

function pagefindError(action: string, errors: readonly string[]): Error {
  return new Error(`Pagefind could not ${action}: ${errors.join("; ")}`);
}
