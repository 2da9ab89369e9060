import { setTimeout as wait } from "node:timers/promises";

/** What readers met. */
export interface ReadersReport {
  readonly requests: number;
  /** What was not answered with 200 and a whole file. */
  readonly broken: readonly string[];
}

/** Between two requests of a reader: without it readers take more of the processor than builds. */
const PAUSE_MS = 5;

/** Readers who ask for the same pages and files again and again. */
export class Readers {
  readonly #address: string;
  readonly #paths: readonly string[];
  readonly #broken: string[] = [];
  readonly #loops: Promise<void>[];
  #requests = 0;
  #isOver = false;

  /**
   * @param address of the site, with a slash at the end
   * @param paths in every version of it
   * @param count how many readers
   */
  constructor(address: string, paths: readonly string[], count = 4) {
    this.#address = address;
    this.#paths = paths;
    this.#loops = Array.from({ length: count }, (_, first) => this.#read(first));
  }

  async #read(first: number): Promise<void> {
    for (let number = first; !this.#isOver; number++) {
      const path = this.#paths[number % this.#paths.length] ?? "";
      const fault = await this.#ask(path).catch((error) => String(error));
      this.#requests++;
      if (fault !== undefined) this.#broken.push(`${path}: ${fault}`);
      await wait(PAUSE_MS);
    }
  }

  async #ask(path: string): Promise<string | undefined> {
    const response = await fetch(this.#address + path);
    const text = await response.text();
    if (response.status !== 200) return `status ${response.status}`;
    const isPage = path === "" || path.endsWith("/");
    return isPage && !text.trimEnd().endsWith("</html>") ? "a torn page" : undefined;
  }

  /** They close their browsers. */
  async end(): Promise<ReadersReport> {
    this.#isOver = true;
    await Promise.all(this.#loops);
    return { requests: this.#requests, broken: this.#broken };
  }
}
