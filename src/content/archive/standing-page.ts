import { splitFrontMatter } from "../model/front-matter.ts";
import { readSource } from "../model/source-file.ts";
import {
  refuseStandingSlug,
  type StandingSchema,
  standingPath,
  standingSlug,
} from "../model/standing-pages.ts";
import type { Site } from "../model/types.ts";
import { validate } from "../model/validate.ts";
import { parseYaml } from "../model/yaml/yaml.ts";
import { renderBody } from "./article-body.ts";
import { ArticleImages } from "./article-images.ts";
import type { ArticleFile, ReadPlace } from "./articles.ts";

/**
 * Reads a page that is no news: an article without all that lists of news ask for.
 *
 * @param site its path prefix is used
 * @throws ContentError with everything that is wrong with the file
 */
export function readStandingPage(
  { file, content }: ReadPlace,
  site: Site,
  schema: StandingSchema,
): ArticleFile {
  const parts = splitFrontMatter(readSource(file));
  const yaml = parseYaml(file, parts.yaml, parts.yamlLine);
  const { title, description, aliases, draft } = validate(schema, yaml);
  const slug = standingSlug(file, content);
  refuseStandingSlug(file, slug);
  const path = standingPath(slug);
  const images = new ArticleImages(file, path, content);
  const body = renderBody(file, parts, site, images);
  return {
    file,
    draft: draft ?? false,
    slugPlace: { line: 1, column: 1 },
    aliasPlaces: aliases.map((_, index) => yaml.locate(["aliases", index])),
    article: {
      kind: "article",
      standing: true,
      ...{ slug, path, title, summary: description, aliases },
      ...(draft === true ? { draft } : {}),
      ...{ topics: [], authors: [], corrections: [], translations: [] },
      ...body,
      images: images.files,
    },
  };
}
