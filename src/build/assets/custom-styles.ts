import { readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { build, type Message, type OnResolveArgs, type Plugin } from "esbuild";
import {
  ContentError,
  CUSTOM_STYLES,
  type Problem,
  readDrawingFile,
  type StaticFile,
} from "../../content/index.ts";
import { FOR_BROWSERS, HASHED, nameOf } from "./bundled.ts";

/** What styles may show and set, by endings; drawings are cleaned. */
const FILES = [".avif", ".gif", ".jpg", ".jpeg", ".png", ".webp", ".woff", ".woff2"];

/**
 * Bundles a newspaper's own styles with what they use.
 *
 * @param styles its custom.css with the files beside it
 * @param outdir the folder of the site's styles
 * @returns the name of the file; nothing where there are no styles
 * @throws ContentError with the faults of the styles
 */
export async function writeCustomStyles(
  styles: readonly StaticFile[],
  outdir: string,
): Promise<string | undefined> {
  const entry = styles.find(({ path }) => path === CUSTOM_STYLES);
  if (entry === undefined) return undefined;
  const folder = join(entry.file, "..");
  const { metafile, errors, warnings } = await build({
    ...FOR_BROWSERS,
    absWorkingDir: folder,
    entryPoints: [CUSTOM_STYLES],
    outdir,
    metafile: true,
    // As of esbuild itself: other signs than ASCII are escaped.
    charset: "ascii",
    entryNames: HASHED,
    assetNames: HASHED,
    loader: Object.fromEntries(FILES.map((ending) => [ending, "file"])),
    plugins: [onlyBeside(styles, folder), CLEANED_DRAWINGS],
  }).catch((error: { errors?: Message[]; warnings?: Message[] }) => {
    if (error.errors === undefined) throw error;
    return { metafile: undefined, errors: error.errors, warnings: error.warnings ?? [] };
  });
  const problems = [...errors, ...warnings].flatMap((message) => problemsOf(message, folder));
  if (problems.length > 0) throw new ContentError(problems);
  return metafile && nameOf(metafile, CUSTOM_STYLES);
}

/** Imports from other sites are refused: pages ask no other site, and all inputs are known. */
function onlyBeside(styles: readonly StaticFile[], folder: string): Plugin {
  const known = new Set(styles.map(({ file }) => file));
  return {
    name: "only-beside",
    setup: ({ onResolve }) =>
      onResolve({ filter: /^/ }, ({ path, resolveDir, kind }: OnResolveArgs) => {
        if (kind === "entry-point") return undefined;
        const file = join(resolveDir, path.replace(/[?#].*$/, ""));
        const isForeign = /^(?:[a-z][a-z0-9+.-]*:|\/|#)/i.test(path);
        if (!isForeign && known.has(file)) return { path: file };
        const place = relative(folder, file);
        const isOutside = isForeign || place.startsWith("..");
        return { errors: [{ text: isOutside ? OUTSIDE(path) : `файла «${path}» рядом нет.` }] };
      }),
  };
}

const OUTSIDE = (path: string): string =>
  `«${path}» лежит не рядом: стили берут файлы только из своей папки.`;

const CLEANED_DRAWINGS: Plugin = {
  name: "cleaned-drawings",
  setup: ({ onLoad }) =>
    onLoad({ filter: /\.svg$/i }, async ({ path }) => {
      try {
        return { contents: readDrawingFile(path, await readFile(path)).svg, loader: "file" };
      } catch (error) {
        if (!(error instanceof ContentError)) throw error;
        return { errors: [{ text: error.message, detail: error.problems }] };
      }
    }),
};

function problemsOf({ text, location, detail }: Message, folder: string): readonly Problem[] {
  if (Array.isArray(detail)) return detail as readonly Problem[];
  const file = join(folder, location?.file ?? CUSTOM_STYLES);
  const place = location && { line: location.line, column: location.column + 1 };
  const isOurs = /[а-яё]/i.test(text);
  const message = isOurs ? `В стилях ${text}` : `Стили с ошибкой: ${text}.`;
  const mend = isOurs
    ? `положите файл в папку стилей и назовите его от неё: url("fon.svg").`
    : "исправьте эту строку.";
  return [{ file, ...place, message, mend }];
}
