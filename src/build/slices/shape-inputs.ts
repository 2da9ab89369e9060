import type { OpenArchive, StaticFile } from "../../content/index.ts";
import { FAVICON } from "../assets/icons.ts";
import type { Inputs } from "../tasks/inputs.ts";

/** @returns what styles, logo and icons are made from besides code and what pages are made from */
export function inputsOfAssets({
  site,
  marks,
  styles,
  statics,
}: Pick<OpenArchive, "site" | "marks" | "styles" | "statics">): Inputs {
  const { logo, icon } = marks;
  const hashes = [logo?.light, logo?.dark, icon].map((mark) => mark?.hash);
  const hasOwnFavicon = holdsFavicon(statics);
  return { accent: site.accent, marks: hashes, styles: hashesOf(styles), hasOwnFavicon };
}

/** @returns whether a newspaper has put a favicon.ico where ours would stand */
export function holdsFavicon(statics: readonly StaticFile[]): boolean {
  return statics.some(({ path }) => path === FAVICON);
}

/** @returns what is published as it is */
export function inputsOfStatics({ statics }: Pick<OpenArchive, "statics">): Inputs {
  return { files: hashesOf(statics) };
}

/** @returns what the photos of authors are made from: their bytes, and where they and their sizes go */
export function inputsOfPortraits({ portraits }: Pick<OpenArchive, "portraits">): Inputs {
  return { files: portraits.map(({ path, hash, variants }) => ({ path, hash, variants })) };
}

/** @returns from the places of files to the hashes of their bytes */
function hashesOf(files: readonly StaticFile[]): Readonly<Record<string, string>> {
  return Object.fromEntries(files.map(({ path, hash }) => [path, hash]));
}
