import { dirname, join, resolve } from "node:path";
import { entryOf } from "../../../language/maps.ts";
import { decodedPart } from "../../model/paths.ts";
import { withoutLanguage } from "../formats/markdown-place.ts";
import { hostOf } from "../imported-item.ts";

/** Where an item is going to be. */
export interface ItemTarget {
  readonly sourceId: string;
  /** /articles/most/ */
  readonly path: string;
  /** Whether it is a draft, or waits for its time. */
  readonly isHidden: boolean;
}

/** Names that links of other items may use. */
export interface ItemNames {
  /** Addresses, or paths from the root of a host. */
  readonly addresses: readonly string[];
  /** Whether the source is the editor's own earlier site. */
  readonly isOwn: boolean;
  /** Its own file, where it has one, in the folder of its source. */
  readonly file?: string | undefined;
  readonly title?: string | undefined;
}

/** Stands for the host of a site whose address is not known. */
export const NO_HOST = "http://host.invalid";

/** Parameters that tell visitors apart, and no pages. */
const TRACKING = /^(?:utm_\w+|fbclid|gclid|yclid|ysclid|replytocom|from|ref)$/;

/** Where items were, and where they are going to be. */
export class ItemPlaces {
  readonly #hosts = new Set<string>();
  readonly #byAddress = new Map<string, ItemTarget>();
  readonly #byFile = new Map<string, ItemTarget>();
  /** Names of files repeat, so that these are lists. */
  readonly #byName = new Map<string, { readonly file: string; readonly target: ItemTarget }[]>();
  readonly #byTitle = new Map<string, ItemTarget>();
  readonly #lost = new Set<string>();

  /** @param address on the earlier site */
  addHost(address: string | undefined): void {
    const host = hostOf(address);
    if (host !== undefined) this.#hosts.add(host);
  }

  add(target: ItemTarget, { addresses, isOwn, file, title }: ItemNames): void {
    for (const address of addresses) {
      if (isOwn) this.addHost(address);
      const url = parsed(address);
      if (url !== undefined) setOnce(this.#byAddress, keyOfUrl(url, isOwn), target);
    }
    if (file === undefined) return;
    const key = keyOfFile(file);
    setOnce(this.#byFile, key, target);
    const name = key.slice(key.lastIndexOf("/") + 1);
    entryOf(this.#byName, name, () => []).push({ file: key, target });
    if (title !== undefined) setOnce(this.#byTitle, keyOfTitle(title), target);
  }

  /** A planned item came to nothing: no link may lead to it. */
  lose(sourceId: string): void {
    this.#lost.add(sourceId);
  }

  /** @returns whether a link leads to the earlier site */
  isInside(url: URL): boolean {
    return url.origin === NO_HOST || this.#hosts.has(hostOf(url.href) ?? "");
  }

  /** @param url with its query and anchor */
  atAddress(url: URL): ItemTarget | undefined {
    const keys = this.isInside(url)
      ? [keyOfUrl(url, true), keyOfUrl(url, false)]
      : [keyOfUrl(url, false)];
    // A copy: a new URL of a path with «//» would have another host.
    const bare = new URL(url);
    [bare.search, bare.hash] = ["", ""];
    if (url.search !== "" && keyOfPath(url.pathname) !== "")
      keys.push(keyOfUrl(bare, true), keyOfUrl(bare, false));
    return this.#kept(keys.map((key) => this.#byAddress.get(key)).find((one) => one !== undefined));
  }

  /**
   * @param path as a page writes it: ../b/, most.md, /posts/most.md
   * @param from the file of the page
   * @param roots the folders that «/» may stand for
   */
  atFile(path: string, from: string, roots: readonly string[]): ItemTarget | undefined {
    const text = decodedPart(path.replace(/[?#].*$/s, ""));
    if (text === "" || text.includes("\0")) return undefined;
    const folders = text.startsWith("/") ? roots : [dirname(from)];
    const keys = folders.map((folder) => keyOfFile(join(folder, text)));
    return this.#kept(keys.map((key) => this.#byFile.get(key)).find((one) => one !== undefined));
  }

  /** @returns the only item whose file has this name, with the folders that are given; of several the nearest */
  named(path: string, from: string): ItemTarget | undefined {
    const wanted = withoutEnding(decodedPart(path).replace(/[?#].*$/s, "")).replace(/^[./]+/, "");
    const key = inOneForm(wanted).replace(/\/index$/, "");
    const all = (this.#byName.get(key.slice(key.lastIndexOf("/") + 1)) ?? []).filter(({ file }) =>
      `/${file}`.endsWith(`/${key}`),
    );
    const folder = inOneForm(dirname(resolve(from)).replaceAll("\\", "/"));
    const near = all.find(({ file }) => file === `${folder}/${key}`);
    const [only] = all;
    return this.#kept(near?.target ?? (all.length === 1 ? only?.target : undefined));
  }

  titled(title: string): ItemTarget | undefined {
    return this.#kept(this.#byTitle.get(keyOfTitle(title)));
  }

  #kept(target: ItemTarget | undefined): ItemTarget | undefined {
    return target === undefined || this.#lost.has(target.sourceId) ? undefined : target;
  }
}

function setOnce<Value>(map: Map<string, Value>, key: string, value: Value): void {
  if (!map.has(key)) map.set(key, value);
}

function parsed(address: string): URL | undefined {
  return URL.canParse(address, NO_HOST) ? new URL(address, NO_HOST) : undefined;
}

/** Of the earlier site the path alone: it may have had several hosts. */
function keyOfUrl(url: URL, isOwn: boolean): string {
  const query = [...url.searchParams].filter(([name]) => !TRACKING.test(name));
  const search = query.length === 0 ? "" : `?${new URLSearchParams(query)}`;
  return `${isOwn ? "" : (hostOf(url.href) ?? "")} ${keyOfPath(url.pathname)}${search}`;
}

function keyOfPath(pathname: string): string {
  const path = inOneForm(decodedPart(pathname)).replace(/\/{2,}/g, "/");
  return path
    .replace(/\/index\.x?html?$/, "")
    .replace(/\.x?html?$/, "")
    .replace(/^\/|\/$/g, "");
}

/** Without an ending; a folder's own page has the folder's name. */
function keyOfFile(file: string): string {
  const path = inOneForm(resolve(file).replaceAll("\\", "/"));
  return withoutEnding(path).replace(/(?<=.)\/(?:index)?$/, "");
}

function withoutEnding(path: string): string {
  return withoutLanguage(path.replace(/\.(?:md|markdown|x?html?)$/i, ""));
}

function keyOfTitle(title: string): string {
  return inOneForm(title).replace(/\s+/g, " ").trim();
}

function inOneForm(text: string): string {
  return text.normalize("NFC").toLowerCase();
}
