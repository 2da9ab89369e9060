import { existsSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { decodedPart } from "../../model/paths.ts";
import { slugify } from "../../model/slugs.ts";
import { digest } from "../formats/source-id.ts";

/** A folder of pictures that were fetched from the web; none is fetched twice. */
export class ImageStore {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** @returns the file of a picture that was fetched */
  find(address: string): string | undefined {
    const file = this.fileOf(address);
    return existsSync(file) ? file : undefined;
  }

  /** @returns the file for the picture of an address, with its name */
  fileOf(address: string): string {
    const url = new URL(address);
    url.hash = "";
    const { hostname, pathname } = url;
    const name = basename(decodedPart(pathname));
    const ending = /^\.[a-z]{3,4}$/i.test(extname(name)) ? extname(name).toLowerCase() : "";
    const stem = slugify(basename(name, extname(name)), 60) || "foto";
    return join(
      this.#folder,
      slugify(hostname) || "host",
      digest(url.href),
      `${stem}${ending || ".jpg"}`,
    );
  }
}
