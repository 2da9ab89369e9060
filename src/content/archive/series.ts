import { FieldFault } from "../model/field-fault.ts";
import { prose } from "../model/fields.ts";
import type { Position } from "../model/position.ts";
import { displayPath, type Problem } from "../model/problem.ts";
import { topicKey, topicSlug } from "../model/topic-names.ts";
import type { LabelName } from "../model/types.ts";
import { optional, readAs } from "../model/validate.ts";
import type { ArticleFile } from "./articles.ts";

/** A series that an article names, and where. */
export interface SeriesUse extends LabelName, Position {
  readonly file: string;
}

/** The name of a series, which makes its address as that of a topic does. */
export function seriesField() {
  const one = readAs(prose(), (name): LabelName => {
    const slug = topicSlug(name);
    if (slug !== "") return { name, slug };
    throw new FieldFault("из имени серии не выходит адрес.", "назовите серию словами.");
  });
  return optional(one);
}

/** @returns the series that articles name, each once for every way in which its name is written */
export function toSeriesUses(files: readonly ArticleFile[]): SeriesUse[] {
  const uses = files.flatMap(({ file, article, seriesPlace }): SeriesUse[] =>
    article.series === undefined || seriesPlace === undefined
      ? []
      : [{ ...article.series, ...seriesPlace, file }],
  );
  return [...new Map(uses.toReversed().map((use) => [use.name, use])).values()].reverse();
}

/**
 * @param uses of a whole archive, in the order of their files
 * @returns that series of other names would have one page, both named
 */
export function repeatedSeries(uses: readonly SeriesUse[]): Problem[] {
  const taken = new Map<string, SeriesUse>();
  return uses.flatMap((use): Problem[] => {
    const first = taken.get(use.slug) ?? use;
    taken.set(use.slug, first);
    if (topicKey(first.name) === topicKey(use.name)) return [];
    const { name, slug, file, line, column } = use;
    const message = `Серии «${first.name}» (${displayPath(first.file)}) и «${name}» дают один адрес «/series/${slug}/».`;
    return [{ file, line, column, message, mend: "назовите одну из них иначе." }];
  });
}
