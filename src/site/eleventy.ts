/** The part of Eleventy's configuration that the site uses; Eleventy ships no types. */
export interface EleventyConfig {
  addExtension(extensions: readonly string[], options: { readonly key: string }): void;
  addTemplateFormats(formats: readonly string[]): void;
  addPlugin(plugin: (config: EleventyConfig) => void): void;
  addGlobalData(name: string, data: unknown): void;
  setUseGitIgnore(use: boolean): void;
}

const TEMPLATE_EXTENSIONS = ["11ty.tsx"];

/** Pages are typed functions: a module that exports `data` and `render`. */
export function typescriptPages(config: EleventyConfig): void {
  config.addExtension(TEMPLATE_EXTENSIONS, { key: "11ty.js" });
  config.addTemplateFormats(TEMPLATE_EXTENSIONS);
}

/** What is a page is said by the folder of pages alone. */
export function pagesFolderOnly(config: EleventyConfig): void {
  config.setUseGitIgnore(false);
}
