import { existsSync, readFileSync } from "node:fs";
import { withPrefix } from "../../model/paths.ts";
import type { Site } from "../../model/types.ts";
import { writeWhole } from "../../model/write-file.ts";

const HEAD = "old,new";

/** The file of old addresses, and how many this import adds. */
export interface MapReport {
  readonly file: string;
  readonly count: number;
}

/** Old and new addresses of articles, for redirects of a server. */
export class AddressMap {
  readonly #file: string;
  readonly #site: Site;
  readonly #rows = new Map<string, string>();

  /** @param file CSV; its rows stay, for they may be of another source */
  constructor(file: string, site: Site) {
    this.#file = file;
    this.#site = site;
  }

  /** @param path of the article: /articles/most/ */
  add(oldAddresses: readonly string[], path: string): void {
    const address = `${this.#site.address}${withPrefix(this.#site, path)}`;
    for (const old of oldAddresses) if (!this.#rows.has(old)) this.#rows.set(old, address);
  }

  /** @returns the file and the number of new addresses, if there are any */
  write(isDryRun: boolean): MapReport | undefined {
    if (this.#rows.size === 0) return undefined;
    const rows = [...this.#rows].map((row) => row.map(cell).join(","));
    const before = existsSync(this.#file) ? readFileSync(this.#file, "utf8").split("\n") : [];
    const changed = new Set(rows.map(oldOf));
    const kept = before.filter((row) => row !== "" && row !== HEAD && !changed.has(oldOf(row)));
    if (!isDryRun) writeWhole(this.#file, `${[HEAD, ...[...kept, ...rows].sort()].join("\n")}\n`);
    return { file: this.#file, count: rows.length };
  }
}

/** By RFC 4180. */
function cell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function oldOf(row: string): string {
  return /^(?:"(?:[^"]|"")*"|[^,]*)/.exec(row)?.[0] ?? row;
}
