import CMS, { type Field } from "@sveltia/cms";
import { type AdminConfig, FORMATS, MARKDOWN } from "../names.ts";
import { decide } from "./cms-hooks.ts";
import { type Format, listFormat, markdownFormat, settingsFormat, textFormat } from "./formats.ts";
import { markdownControl } from "./markdown-field.ts";
import { withPlaceholders } from "./placeholders.ts";
import { previewIn, siteStyles } from "./preview.ts";

const script = document.querySelector<HTMLScriptElement>("script[data-config]");
const response = await fetch(script?.dataset.config ?? "config.json");
if (!response.ok) throw new Error(`no configuration: ${response.status}`);
const { cms: config, timeZone, front } = (await response.json()) as AdminConfig;

const [articles, pages] = (config.collections ?? []).map((one) => {
  if (!("folder" in one)) throw new Error("a collection has no folder");
  return one;
});
if (articles === undefined || pages === undefined) throw new Error("collections are missing");
decide({ articles: articles.name, content: articles.folder, pages: pages.folder, timeZone });

/** By their names: formats read their fields from the form that shows them. */
function fieldsOf(name: string): readonly Field[] {
  const one = (config.singletons ?? []).find((file) => "file" in file && file.name === name);
  return one !== undefined && "fields" in one ? one.fields : [];
}

function register(name: string, extension: string, { fromFile, toFile }: Format): void {
  const read = (text: string) => withPlaceholders(fromFile(text));
  CMS.registerCustomFormat(name, extension, { fromFile: read, toFile });
}

register(FORMATS.article, "md", markdownFormat(articles.fields, timeZone));
register(FORMATS.page, "md", markdownFormat(pages.fields, timeZone));
register(FORMATS.settings, "yaml", settingsFormat(fieldsOf("settings"), timeZone));
register(FORMATS.text, "md", textFormat);
for (const file of ["headlines", "sections", "topics", "authors"]) {
  register(`${FORMATS.list}-${file}`, "yaml", listFormat(fieldsOf(file), timeZone));
}

CMS.registerFieldType(MARKDOWN, markdownControl as never);
for (const { name } of [articles, pages]) {
  CMS.registerPreviewTemplate(name, previewIn(timeZone) as never);
}
for (const style of await siteStyles(front)) CMS.registerPreviewStyle(style);
// Working with files on one's own machine is for few: the door offers it last (admin.css).
document.documentElement.classList.toggle(
  "vestnik-local",
  /^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(location.hostname),
);
await CMS.init({ config });
