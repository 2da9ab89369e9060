import type { ServerResponse } from "node:http";
import { join } from "node:path";
import { build } from "esbuild";
import { MODULES, moduleFile } from "../../build/index.ts";

const CLIENT = join(MODULES, moduleFile("reader/reload"));

/** In the site, beside its files: a name with a dot in front is of none of them. */
const FOLDER = ".reload";

/**
 * Tells open pages that the site has been built: each holds the number of the build that it is of,
 * and a stream of events (Server-Sent Events) says which one is the newest. Pages of other origins
 * may not read it, for it names none that may.
 */
export class Reload {
  readonly #script: string;
  readonly #pathPrefix: string;
  readonly #open = new Set<ServerResponse>();
  /** Another one than that of an earlier `npm run dev`, whose pages may still be open. */
  #build = Date.now();

  private constructor(script: string, pathPrefix: string) {
    this.#script = script;
    this.#pathPrefix = pathPrefix;
  }

  /** @param pathPrefix of the site: «/» or «/news/» */
  static async of(pathPrefix: string): Promise<Reload> {
    const bundled = await build({ entryPoints: [CLIENT], write: false, format: "esm" });
    return new Reload(bundled.outputFiles[0]?.text ?? "", pathPrefix);
  }

  /** What pages hold at their end, as HTML. */
  script(): string {
    const address = `${this.#pathPrefix}${FOLDER}/client.js?build=${this.#build}`;
    return `\n<script type="module" src="${address}"></script>\n`;
  }

  /**
   * Answers with the script, or with the events.
   *
   * @param path in the site
   * @returns whether it was asked for one of them
   */
  answer(path: string, response: ServerResponse): boolean {
    const isScript = path === `/${FOLDER}/client.js`;
    if (!isScript && path !== `/${FOLDER}/events`) return false;
    const type = isScript ? "text/javascript" : "text/event-stream";
    response.writeHead(200, {
      "Content-Type": `${type}; charset=utf-8`,
      "Cache-Control": "no-store",
    });
    if (isScript) response.end(this.#script);
    else this.#listen(response);
    return true;
  }

  /** Another build has ended, well or not: open pages load themselves anew. */
  announce(): void {
    this.#build += 1;
    for (const response of this.#open) this.#tell(response);
  }

  #listen(response: ServerResponse): void {
    this.#open.add(response);
    response.on("close", () => this.#open.delete(response));
    this.#tell(response);
  }

  #tell(response: ServerResponse): void {
    response.write(`data: ${this.#build}\n\n`);
  }
}
