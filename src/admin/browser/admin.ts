import CMS, { type CmsConfig } from "@sveltia/cms";
import {
  articleFormat,
  type Format,
  headlinesFormat,
  settingsFormat,
  textFormat,
} from "./formats.ts";

/** The names are those of src/admin/config.ts. */
const FORMATS: readonly (readonly [name: string, extension: string, format: Format])[] = [
  ["vestnik-frontmatter", "md", articleFormat],
  ["vestnik-headlines", "yaml", headlinesFormat],
  ["vestnik-settings", "yaml", settingsFormat],
  ["vestnik-text-frontmatter", "md", textFormat],
];

const script = document.querySelector<HTMLScriptElement>("script[data-config]");
const response = await fetch(script?.dataset.config ?? "config.json");
if (!response.ok) throw new Error(`no configuration: ${response.status}`);
const config = (await response.json()) as CmsConfig;
for (const [name, extension, { fromFile, toFile }] of FORMATS) {
  CMS.registerCustomFormat(name, extension, { fromFile, toFile });
}
await CMS.init({ config });
