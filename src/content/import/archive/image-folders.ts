import { existsSync, readdirSync, statSync } from "node:fs";
import { extname, join, posix, relative, sep } from "node:path";
import { entryOf } from "../../../language/maps.ts";
import { decodedPart } from "../../model/paths.ts";
import { ContentError } from "../../model/problem.ts";

const ENDINGS = new Set([".avif", ".gif", ".jpg", ".jpeg", ".png", ".svg", ".webp"]);

/** A picture that was found, or why it was not, in Russian. */
export type FoundImage = { readonly file: string } | { readonly missing: string };

/** Pictures of the web. */
export interface WebImages {
  /** @returns the file of a fetched one */
  readonly fetched?: ((address: string) => string | undefined) | undefined;
  /** Is told of those without a file. */
  readonly missing?: ((address: string) => void) | undefined;
}

/** Pictures that may be imported: files inside of the folders. */
export class ImageFolders {
  /** From names in small letters to the places in their folders. */
  readonly #byName = new Map<string, { readonly path: string; readonly file: string }[]>();
  /** Folders that were not read yet. */
  #unread: readonly string[];
  readonly #web: WebImages;

  /**
   * @param folders are looked through when first asked; links in them are not followed
   * @throws ContentError where there is no such folder
   */
  constructor(folders: readonly string[], web: WebImages) {
    this.#web = web;
    for (const folder of folders) {
      if (!existsSync(folder) || !statSync(folder).isDirectory()) throw noFolder(folder);
    }
    this.#unread = folders;
  }

  #learn(root: string, folder: string): void {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const file = join(folder, entry.name);
      if (entry.name.startsWith(".") || entry.name === "node_modules") continue;
      if (entry.isDirectory()) this.#learn(root, file);
      if (!entry.isFile() || !ENDINGS.has(extname(entry.name).toLowerCase())) continue;
      const path = relative(root, file).split(sep).join("/").normalize("NFC").toLowerCase();
      const name = posix.basename(path);
      entryOf(this.#byName, name, () => []).push({ path, file });
    }
  }

  /**
   * @param src as written: an address, a path from the root of a site, a path from its page
   * @param page where the page lies in its source, with «/»
   * @param address where the picture lies on the web, if that is known
   */
  find(src: string, page: string, address: string | undefined): FoundImage {
    const found = this.#inFolders(src, page);
    if ("file" in found || address === undefined) return found;
    const file = this.#web.fetched?.(address);
    if (file !== undefined) return { file };
    this.#web.missing?.(address);
    return found;
  }

  #inFolders(src: string, page: string): FoundImage {
    for (const folder of this.#unread) this.#learn(folder, folder);
    this.#unread = [];
    const path = pathOf(src);
    if (path === undefined) return { missing: "она записана в самом тексте (data:)" };
    const near = posix.join(posix.dirname(page), path).normalize("NFC").toLowerCase();
    for (const wanted of [path, withoutSize(path)]) {
      const found = this.#named(wanted, wanted === path ? near : undefined);
      if (found !== undefined) return found;
    }
    return { missing: "её нет в папке" };
  }

  #named(path: string, near: string | undefined): FoundImage | undefined {
    const names = path.split("/").filter((name) => name !== "" && name !== "." && name !== "..");
    const all = this.#byName.get(names.at(-1) ?? "") ?? [];
    const beside = all.find((one) => one.path === near);
    if (beside !== undefined) return { file: beside.file };
    for (let from = 0; from < names.length; from++) {
      const end = names.slice(from).join("/");
      const same = all.filter((one) => one.path === end || one.path.endsWith(`/${end}`));
      const [only] = same;
      if (only !== undefined && same.length === 1) return { file: only.file };
      if (same.length > 1) return { missing: "в папке несколько картинок с таким именем" };
    }
    return undefined;
  }
}

/** @returns the path of an address, decoded, in small letters, unless it is a data URL */
function pathOf(src: string): string | undefined {
  if (/^(?:data|blob|javascript):/i.test(src)) return undefined;
  const path = src.replace(/^(?:[a-z][a-z0-9+.-]*:)?\/\/[^/]*/i, "").replace(/[?#].*$/s, "");
  return decodedPart(path).replaceAll("\\", "/").normalize("NFC").toLowerCase();
}

/** WordPress makes photo-300x200.jpg of photo.jpg. */
function withoutSize(path: string): string {
  return path.replace(/-\d{2,5}x\d{2,5}(?=\.\w+$)/, "");
}

function noFolder(folder: string): ContentError {
  const mend = "укажите папку с картинками: --images ПАПКА.";
  return new ContentError([{ file: folder, message: "Такой папки нет.", mend }]);
}
