/** What the build uses of Eleventy's programmatic interface; it ships no types. */
declare module "@11ty/eleventy" {
  import type { EleventyConfig, RenderedFile } from "../../site/index.ts";

  interface Options {
    readonly configPath: string;
    readonly quietMode: boolean;
    readonly source?: "cli" | "script";
    readonly config?: (config: EleventyConfig) => void;
  }

  export default class Eleventy {
    constructor(input: string, output: string, options: Options);
    disableLogger(): void;
    init(): Promise<void>;
    /** Resolves to what was copied and what was rendered, an entry a file. */
    write(): Promise<readonly [copied: readonly unknown[], rendered: readonly RenderedFile[]]>;
  }
}
