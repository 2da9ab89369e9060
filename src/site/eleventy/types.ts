/** The part of Eleventy's configuration that the site uses; Eleventy ships no types. */
export interface EleventyConfig {
  /** Where pages lie and where they go, from the working folder; known when a plugin runs. */
  readonly directories: { readonly input: string; readonly output: string };
  readonly ignores: { add(glob: string): void };
  addCollection(name: string, make: () => unknown): void;
  addExtension(extensions: readonly string[], options: { readonly key: string }): void;
  addFilter(name: string, filter: (...values: never[]) => unknown): void;
  addGlobalData(name: string, data: unknown): void;
  addLayoutAlias(name: string, layout: string): void;
  addPlugin<Options>(plugin: Plugin<Options>, options?: Options): void;
  addShortcode(name: string, shortcode: (...values: never[]) => unknown): void;
  addTemplate(path: string, content: unknown, data?: Readonly<Record<string, unknown>>): void;
  addTemplateFormats(formats: readonly string[]): void;
  addWatchTarget(path: string): void;
  on(event: "eleventy.before", listener: () => void | Promise<void>): void;
  on(event: "eleventy.after", listener: (run: FinishedRun) => void | Promise<void>): void;
  setLibrary(extension: string, library: MarkdownLibrary): void;
  setUseGitIgnore(use: boolean): void;
  setUseTemplateCache(use: boolean): void;
}

type Plugin<Options> = (config: EleventyConfig, options: Options) => void | Promise<void>;

/** What Eleventy says of a run that has ended. */
export interface FinishedRun {
  readonly results: readonly RenderedFile[];
}

/** A file that Eleventy has written; both paths are from the working folder. */
export interface RenderedFile {
  readonly inputPath: string;
  readonly outputPath: string;
  readonly content: string;
}

/** What Eleventy asks of a renderer of Markdown. */
interface MarkdownLibrary {
  render(text: string, data?: Readonly<Record<string, unknown>>): string;
}
