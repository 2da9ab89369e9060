import { keyOfPath } from "../../content/index.ts";

/** Files of a site by their paths, such as articles/most/index.html, and who publishes them. */
export type Claim<Owner> = readonly [owner: Owner, paths: Iterable<string>];

/** A file of a site, and who publishes it. */
export type OwnedPath<Owner> = readonly [path: string, owner: Owner];

/** Two files that cannot both be in a site. */
export interface SharedPath<Owner> {
  readonly first: OwnedPath<Owner>;
  readonly second: OwnedPath<Owner>;
  /** Whether the first one is a file where the second one needs a folder. */
  readonly isFolder: boolean;
}

/** A folder: who needs it first, for which file, and whether others need it too. */
interface Folder<Owner> {
  readonly owner: Owner;
  readonly path: string;
  isShared: boolean;
}

/**
 * Finds files that would lie in one place: of two owners, of names that differ in capitals only, which
 * disks of macOS and Windows take for one, or a file where another owner needs a folder. Most folders
 * have one owner: their files are passed over, so that a million of them take a second.
 *
 * @param claims are gone through twice; the files of each are known to be in places of their own
 */
export function sharedPaths<Owner>(claims: readonly Claim<Owner>[]): SharedPath<Owner>[] {
  const folders = foldersOf(claims);
  const files = new Map<string, OwnedPath<Owner>>();
  const shared: SharedPath<Owner>[] = [];
  for (const [owner, paths] of claims) {
    for (const path of inShared(paths, folders)) {
      const key = keyOfPath(path);
      const [first, folder] = [files.get(key), folders.get(key)];
      const second = [path, owner] as const;
      if (first === undefined) files.set(key, second);
      else shared.push({ first, second, isFolder: false });
      if (folder === undefined) continue;
      shared.push({ first: second, second: [folder.path, folder.owner], isFolder: true });
    }
  }
  return shared;
}

function foldersOf<Owner>(claims: readonly Claim<Owner>[]): Map<string, Folder<Owner>> {
  const folders = new Map<string, Folder<Owner>>();
  for (const [owner, paths] of claims) {
    const seen = new Set<string>();
    let last: string | undefined;
    for (const path of paths) {
      const folder = folderOf(path);
      if (folder !== last) addFolders(folders, seen, path, owner);
      last = folder;
    }
  }
  return folders;
}

/** @param seen the folders that this owner is known to need, with all that they lie in */
function addFolders<Owner>(
  folders: Map<string, Folder<Owner>>,
  seen: Set<string>,
  path: string,
  owner: Owner,
): void {
  for (let key = keyOfPath(folderOf(path)); !seen.has(key); key = folderOf(key)) {
    seen.add(key);
    const known = folders.get(key);
    if (known === undefined) folders.set(key, { owner, path, isShared: false });
    else known.isShared = true;
  }
}

/** @returns those of an owner's files that lie in folders where others have something too */
function* inShared<Owner>(
  paths: Iterable<string>,
  folders: ReadonlyMap<string, Folder<Owner>>,
): Generator<string> {
  let last: string | undefined;
  let isShared = false;
  for (const path of paths) {
    const folder = folderOf(path);
    if (folder !== last) isShared = folders.get(keyOfPath(folder))?.isShared ?? false;
    last = folder;
    if (isShared) yield path;
  }
}

/** @returns the folder of a path; empty for what lies at the root, and for the root itself */
function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}
