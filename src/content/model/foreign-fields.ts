import type { Problem } from "./problem.ts";
import type { ParsedYaml } from "./yaml/yaml.ts";

/** What to do about the fields by which Jekyll, Hugo, Hexo and others know an article. */
export type Advice = Readonly<Record<string, string>>;

const IMPORT = " Целый архив перенесёт npm run import.";
const DELETE = `удалите строку: вид страниц и их порядок задаёт сайт.${IMPORT}`;
const rename = (field: string): string => `назовите поле ${field}.${IMPORT}`;

/** For articles; none of these names is one of ours. */
export const ARTICLE_ADVICE: Advice = {
  ...same(["tags", "tag", "categories", "category", "keywords"], rename("topics")),
  ...same(["description", "excerpt", "subtitle", "lead"], rename("summary")),
  ...same(["lastmod", "last_modified_at", "modified"], rename("updated")),
  ...same(["cover", "thumbnail", "featured_image", "featureimage", "banner"], rename("image")),
  ...same(["author"], rename("authors")),
  ...same(["expiryDate"], rename("expires")),
  ...same(["sticky"], `назовите поле pinned.${IMPORT}`),
  ...same(
    ["permalink", "url", "redirect_from"],
    `перенесите старый адрес в поле aliases, новый — в поле slug.${IMPORT}`,
  ),
  ...same(
    ["published"],
    `напишите draft: true, если статью показывать рано, или удалите строку.${IMPORT}`,
  ),
  ...same(["layout", "type", "weight", "order", "toc", "math", "mathjax", "comment"], DELETE),
  ...same(
    ["cascade", "menu", "outputs", "markup", "eleventyNavigation", "sitemap", "template"],
    DELETE,
  ),
};

function same(fields: readonly string[], mend: string): Advice {
  return Object.fromEntries(fields.map((field) => [field, mend]));
}

/** @returns what is said of each field of other generators at the root of a document */
export function foreignFields(yaml: ParsedYaml, advice: Advice): (Problem & { field: string })[] {
  const value = yaml.value;
  if (typeof value !== "object" || value === null || Array.isArray(value)) return [];
  return Object.keys(value).flatMap((field) => {
    const mend = Object.hasOwn(advice, field) ? advice[field] : undefined;
    if (mend === undefined) return [];
    const message = `Поле «${field}» другого генератора: здесь его нет.`;
    return [{ field, file: yaml.file, ...yaml.locateKey([], field), message, mend }];
  });
}
