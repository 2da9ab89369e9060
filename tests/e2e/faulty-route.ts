import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";

/** What may become of a file on its way to a reader. */
export type Fault =
  | "missing"
  | "torn"
  | "empty"
  | "a page instead"
  | "of another site"
  | "missing once";

export const FAULTS: readonly Fault[] = [
  "missing",
  "torn",
  "empty",
  "a page instead",
  "of another site",
  "missing once",
];

/** As hosts answer that send a page for whatever they do not have. */
const HTML = { contentType: "text/html; charset=utf-8", body: "<!doctype html><title>404</title>" };

/** Makes one file of a site arrive in a wrong way, until it is mended. */
export class FaultyRoute {
  readonly #page: Page;
  readonly #pattern: RegExp;

  /** @param path of the file in the site, without a slash before it */
  constructor(page: Page, path: string) {
    this.#page = page;
    // The query is another when it is tried again.
    this.#pattern = new RegExp(`/${path.replace(/[.+^$()[\]]/g, "\\$&")}(?:\\?.*)?$`);
  }

  /**
   * @param own the bytes of the file
   * @param other the bytes of a file of the same kind, of another site
   */
  async begin(fault: Fault, own: Buffer, other: Buffer): Promise<void> {
    let times = 0;
    await this.#page.route(this.#pattern, (route) => {
      times++;
      if (fault === "missing once" && times > 1) return route.continue();
      if (fault.startsWith("missing")) return route.fulfill({ status: 404, ...HTML });
      if (fault === "a page instead") return route.fulfill({ status: 200, ...HTML });
      const bodies = { torn: own.subarray(0, own.length / 2), empty: Buffer.alloc(0) };
      const body = fault === "of another site" ? other : bodies[fault as keyof typeof bodies];
      return route.fulfill({ status: 200, contentType: typeOf(this.#pattern.source), body });
    });
  }

  /** From now on it arrives as it should. */
  async mend(): Promise<void> {
    await this.#page.unroute(this.#pattern);
  }
}

function typeOf(path: string): string {
  if (path.includes("\\.js")) return "text/javascript";
  if (path.includes("\\.css")) return "text/css";
  return path.includes("\\.json") ? "application/json" : "application/octet-stream";
}

/** @returns the bytes of a file of a site */
export function bytesOf(folder: string, path: string): Buffer {
  return readFileSync(join(folder, path));
}
