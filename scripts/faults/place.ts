import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { SITE_MARK } from "../../src/build/index.ts";

/** What the output of the builds is. */
export const PLACES = ["folder", "link", "mount"] as const;
export type PlaceKind = (typeof PLACES)[number];

/** Where the site is to be: a folder, a link to one, or a mount, which cannot be renamed. */
export class Place {
  readonly site: string;
  readonly #kind: PlaceKind;

  /** @throws Error where this process may not mount anything */
  constructor(kind: PlaceKind, site: string) {
    this.site = site;
    this.#kind = kind;
    const real = `${site}-itself`;
    if (kind !== "folder") mkdirSync(real);
    if (kind === "link") symlinkSync(real, site);
    if (kind !== "mount") return;
    mkdirSync(site);
    if (spawnSync("mount", ["--bind", real, site]).status !== 0)
      throw new Error("no right to mount");
  }

  /** It cannot be renamed: its files are exchanged one by one. */
  get isMount(): boolean {
    return this.#kind === "mount";
  }

  /** Of so many kills one comes when the site is exchanged, which random moments hardly ever meet. */
  get swapKill(): number {
    return this.isMount ? 2 : 5;
  }

  /** Waits until another folder stands there; of a mount, until its contents are being exchanged. */
  async swap(isOver: AbortSignal): Promise<void> {
    const before = this.#stamp();
    while (!isOver.aborted && this.#stamp() === before) await wait(1);
  }

  #stamp(): string {
    return this.isMount ? String(this.isUnfinished) : String(statSync(this.site).ino);
  }

  /** Whether the site itself says that it is not whole: a mount alone may. */
  get isUnfinished(): boolean {
    if (!this.isMount) return false;
    try {
      const said = JSON.parse(readFileSync(join(this.site, SITE_MARK.file), "utf8"));
      return !SITE_MARK.schema.safeParse(said).success;
    } catch {
      return false;
    }
  }

  remove(): void {
    if (this.isMount) spawnSync("umount", [this.site]);
  }
}
