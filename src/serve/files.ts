import { realpath, stat } from "node:fs/promises";
import { join, sep } from "node:path";

/** The file of an address; or, for a folder with a page whose slash was left out, that it is one. */
export type Found = { readonly file: string } | "folder";

/** Names with a dot in front are not of the site: .git, .htaccess. This one is for everybody. */
const HIDDEN = /\/\.(?!well-known(?:\/|$))/;

/**
 * Looks for the file of an address as hosts do: a page may lack its «.html», a folder has its
 * index.html. Links are followed as long as they stay in the site; what counts is where they lead.
 *
 * @param root the site's folder, without links in its own path
 * @param path as the guard lets it through
 */
export async function findFile(root: string, path: string): Promise<Found | undefined> {
  if (path.endsWith("/")) return fileIn(root, `${path}index.html`);
  const file = (await fileIn(root, path)) ?? (await fileIn(root, `${path}.html`));
  if (file !== undefined) return file;
  return (await fileIn(root, `${path}/index.html`)) === undefined ? undefined : "folder";
}

async function fileIn(root: string, path: string): Promise<Found | undefined> {
  try {
    const file = await realpath(join(root, path));
    const isInside = file.startsWith(root.endsWith(sep) ? root : root + sep);
    const isHidden = HIDDEN.test(file.slice(root.length).replaceAll(sep, "/"));
    return isInside && !isHidden && (await stat(file)).isFile() ? { file } : undefined;
  } catch {
    // Whatever is wrong with it, it cannot be shown: no such file, a circle of links, a name too long.
    return undefined;
  }
}
