import { basename, extname } from "node:path";
import { tooLarge } from "../../model/file-sizes.ts";
import { endingsOf, ImageError, type ImageFacts, readImageFacts } from "../../model/image-file.ts";
import { slugify } from "../../model/slugs.ts";
import type { Note } from "../imported-item.ts";
import type { ImageFolders } from "./image-folders.ts";

/** Files that the site itself puts beside an article. */
const TAKEN_NAMES = new Set(["card.png"]);

/** The pictures of one article, and their names beside it. */
export class ItemImages {
  readonly #folders: ImageFolders;
  readonly #page: string;
  readonly #prefix: string;
  readonly #note: (note: Note) => void;
  /** From files to their names. */
  readonly #names = new Map<string, string>();

  /**
   * @param page where the item's page lies in its source
   * @param prefix of the names, for an article that shares its folder with others
   */
  constructor(folders: ImageFolders, page: string, prefix: string, note: (note: Note) => void) {
    this.#folders = folders;
    this.#page = page;
    this.#prefix = prefix;
    this.#note = note;
  }

  /**
   * @param src as written
   * @param address where it lies on the web, if that is known
   * @returns the name beside the article, if the picture is imported
   */
  take(src: string, address: string | undefined): string | undefined {
    const found = this.#folders.find(src, this.#page, address);
    if ("missing" in found) {
      const stand = address === undefined ? "слова" : "ссылка";
      const detail = src.slice(0, 200);
      this.#note({ what: `картинки нет, на её месте ${stand}`, part: found.missing, detail });
      return undefined;
    }
    const known = this.#names.get(found.file);
    if (known !== undefined) return known;
    const facts = factsOf(found.file);
    if ("reason" in facts) {
      this.#note({
        what: "картинка не подходит, на её месте ссылка",
        part: facts.reason,
        detail: facts.line === undefined ? found.file : `${found.file}:${facts.line}`,
        written: src,
      });
      return undefined;
    }
    const name = this.#freeName(found.file, endingFor(found.file, facts));
    this.#names.set(found.file, name);
    return name;
  }

  /** Of Latin letters, which addresses need not encode. */
  #freeName(file: string, ending: string): string {
    const stem = `${this.#prefix}${slugify(basename(file, extname(file))) || "foto"}`;
    const taken = new Set([...this.#names.values(), ...TAKEN_NAMES]);
    for (let count = 1; ; count++) {
      const name = `${stem}${count === 1 ? "" : `-${count}`}${ending}`;
      if (!taken.has(name)) return name;
    }
  }

  /** Takes back a picture that the text shows no more. */
  drop(name: string): void {
    for (const [file, one] of this.#names) if (one === name) this.#names.delete(file);
  }

  /** From files to their names beside the article. */
  get files(): ReadonlyMap<string, string> {
    return this.#names;
  }
}

/** The ending of a file may be wrong, and servers tell browsers by it what a file is. */
function endingFor(file: string, { type }: ImageFacts): string {
  const given = extname(file).toLowerCase();
  const [usual = given, ...others] = endingsOf(type);
  return others.includes(given) ? given : usual;
}

/** Why a picture is refused, without its name and size, so that alike reasons are counted together. */
interface Refusal {
  readonly reason: string;
  /** Of a drawing, the place of the reason. */
  readonly line?: number | undefined;
}

function factsOf(file: string): ImageFacts | Refusal {
  const excess = tooLarge(file);
  if (excess !== undefined) return { reason: "файл слишком велик" };
  try {
    return readImageFacts(file, basename(file));
  } catch (error) {
    if (!(error instanceof ImageError)) throw error;
    if (error.place === undefined) {
      return { reason: "её не показывают браузеры, или файл испорчен" };
    }
    return { reason: reasonOf(error.message), line: error.place.line };
  }
}

/** «рисунок «a.svg»: элемента <script> в рисунке быть не может.» */
function reasonOf(message: string): string {
  return message.replace(/^[^:«]*«[^»]*»:?\s*/, "").replace(/\.$/, "");
}
