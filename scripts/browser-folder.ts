import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Page } from "@playwright/test";
import { filesOf } from "./files.ts";

/**
 * A folder on disk as the page's own file system holds it: what an editor would choose in the dialog
 * of the browser, which no test can answer. The browser's file system is a real one, with the same
 * handles as that dialog gives.
 */
const NAME = "repository";

/** Makes the dialog choose the folder; to be called before the page is loaded. */
export async function answerPicker(page: Page): Promise<void> {
  // As text: tsx calls a helper for functions with names, and no page has it.
  await page.addInitScript({
    content: `window.showDirectoryPicker = async () =>
      (await navigator.storage.getDirectory()).getDirectoryHandle(${JSON.stringify(NAME)});`,
  });
}

/**
 * Copies a folder into the file system of a page.
 *
 * @param page on any page of the site's origin
 * @param folder only those of its subfolders that are named are copied
 */
export async function copyIn(page: Page, folder: string, subfolders: readonly string[]) {
  const files = subfolders.flatMap((name) =>
    filesOf(join(folder, name)).map((file) => join(name, file)),
  );
  const contents = files.map((file) => {
    return [file, readFileSync(join(folder, file)).toString("base64")] as const;
  });
  await page.evaluate(
    async ([name, all]) => {
      const root = await navigator.storage.getDirectory();
      const top = await root.getDirectoryHandle(name, { create: true });
      for (const [path, base64] of all) {
        const names = path.split("/");
        let place = top;
        for (const one of names.slice(0, -1)) {
          place = await place.getDirectoryHandle(one, { create: true });
        }
        const file = await place.getFileHandle(names.at(-1) ?? "", { create: true });
        const stream = await file.createWritable();
        await stream.write(Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)));
        await stream.close();
      }
    },
    [NAME, contents] as const,
  );
}

/** @returns the text of a file in the file system of a page; empty where there is none */
export async function readIn(page: Page, path: string): Promise<string> {
  return (await bytesIn(page, path)).toString();
}

/** Copies a text file from the file system of a page to the disk. */
export async function copyOut(page: Page, folder: string, path: string): Promise<string> {
  return (await copyOutBytes(page, folder, path)).toString();
}

/** Copies a file of any kind from the file system of a page to the disk. */
export async function copyOutBytes(page: Page, folder: string, path: string): Promise<Buffer> {
  const bytes = await bytesIn(page, path);
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), bytes);
  return bytes;
}

async function bytesIn(page: Page, path: string): Promise<Buffer> {
  const base64 = await page.evaluate(
    async ([name, place]) => {
      try {
        let folder = await (await navigator.storage.getDirectory()).getDirectoryHandle(name);
        const names = place.split("/");
        for (const one of names.slice(0, -1)) folder = await folder.getDirectoryHandle(one);
        const file = await (await folder.getFileHandle(names.at(-1) ?? "")).getFile();
        const bytes = new Uint8Array(await file.arrayBuffer());
        return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
      } catch {
        return "";
      }
    },
    [NAME, path] as const,
  );
  return Buffer.from(base64, "base64");
}
