import { existsSync, realpathSync } from "node:fs";
import { ImageError, readImageFacts, refuseEnding } from "./image-file.ts";
import { findFile } from "./picture-file.ts";
import type { Position } from "./position.ts";
import { attempt, ContentError, type Problem } from "./problem.ts";
import { isInside } from "./real-path.ts";
import type { LogoFiles } from "./settings.ts";
import { fingerprintOf } from "./static-files.ts";
import type { SiteLogo } from "./types.ts";

/** A drawing or a picture that stands for the newspaper. */
export interface MarkFile {
  readonly file: string;
  /** SHA-256 of its bytes, in base 64. */
  readonly hash: string;
  readonly type: "svg" | "png";
  /** In pixels. */
  readonly width: number;
  readonly height: number;
}

/** The logo and the icon of a newspaper. */
export interface SiteMarks {
  readonly logo?: { readonly light: MarkFile; readonly dark?: MarkFile | undefined } | undefined;
  readonly icon?: MarkFile | undefined;
}

/** Names in the settings, with their places. */
export interface NamedMarks {
  readonly logo?: LogoFiles | undefined;
  readonly icon?: string | undefined;
  readonly locate: (path: readonly string[]) => Position;
  readonly file: string;
}

/** The largest icon that is drawn, in pixels: a smaller picture would be blurred. */
const LARGEST_ICON = 512;

/**
 * Reads the logo and the icon.
 *
 * @param folders where they may lie, the first one first
 * @param problems receives what is wrong with them
 */
export function readMarks(
  named: NamedMarks,
  folders: readonly string[],
  problems: Problem[],
): SiteMarks {
  const { logo, icon } = named;
  const read = (path: readonly string[], name: string | undefined, readAs = readMark) =>
    name === undefined
      ? undefined
      : attempt(problems, () => atPlace(() => readAs(name, folders), path, named));
  const light = read(logo?.dark === undefined ? ["logo"] : ["logo", "light"], logo?.light);
  const dark = read(["logo", "dark"], logo?.dark);
  return { logo: light && { light, dark }, icon: read(["icon"], icon, readIcon) };
}

/** @returns what pages show of a logo */
export function logoOf({ logo }: SiteMarks): SiteLogo | undefined {
  if (logo === undefined) return undefined;
  const { light, dark } = logo;
  const shown = ({ type, width, height }: MarkFile, name: string) => {
    return { path: `/assets/${name}.${type}`, width, height };
  };
  return { light: shown(light, "logo"), ...(dark && { dark: shown(dark, "logo-dark") }) };
}

function readMark(name: string, folders: readonly string[]): MarkFile {
  const file = folders.flatMap((folder) => fileIn(folder, name))[0];
  if (file === undefined) {
    throw new ImageError(`файла «${name}» нет.`, "положите его в _data или в static.");
  }
  const { type, width, height } = readImageFacts(file, name);
  refuseEnding(name, type);
  if (type !== "svg" && type !== "png") {
    throw new ImageError(`«${name}» — ${type.toUpperCase()}.`, "сохраните его как SVG или PNG.");
  }
  return { file, hash: fingerprintOf(file), type, width, height };
}

/** Settings must not be able to publish other files of this machine. */
export function fileIn(folder: string, name: string): string[] {
  const isHere = existsSync(folder) && !/^[/\\]/.test(name);
  const found = isHere ? findFile(folder, name) : undefined;
  if (found === undefined || found.meant !== undefined) return [];
  return isInside(realpathSync(found.file), realpathSync(folder)) ? [found.file] : [];
}

function readIcon(name: string, folders: readonly string[]): MarkFile {
  const mark = readMark(name, folders);
  const { type, width, height } = mark;
  if (width !== height) {
    const size = `${width} × ${height}`;
    throw new ImageError(`значок не квадратный: ${size}.`, "сделайте ширину и высоту равными.");
  }
  if (type === "svg" || width >= LARGEST_ICON) return mark;
  const message = `значок мал: ${width} × ${height} точек.`;
  throw new ImageError(message, `нужно ${LARGEST_ICON} × ${LARGEST_ICON} или больше, или SVG.`);
}

/** @throws ContentError for what is wrong with a picture that the settings name, at its place */
export function atPlace<Value>(
  step: () => Value,
  path: readonly string[],
  { locate, file }: Pick<NamedMarks, "locate" | "file">,
): Value {
  try {
    return step();
  } catch (error) {
    if (!(error instanceof ImageError)) throw error;
    const place = error.place ?? { file, ...locate(path) };
    const message = `${path.map((name) => `«${name}»`).join(", ")}: ${error.message}`;
    throw new ContentError([{ ...place, message, mend: error.mend }]);
  }
}

/** @returns the files of the marks, in the folder of the settings or elsewhere */
export function filesOfMarks({ logo, icon }: SiteMarks): string[] {
  return [logo?.light, logo?.dark, icon].flatMap((mark) => (mark === undefined ? [] : [mark.file]));
}
