import { attempt, type Problem, throwIfAny } from "../model/problem.ts";
import { NO_TOPICS, TopicFinder, type TopicTable } from "../model/topic-words.ts";
import type { Site } from "../model/types.ts";
import { repeatedSlugs, toSlugUses } from "./addresses.ts";
import { type ArticleFile, articleReader } from "./articles.ts";
import { LabelFinder, type LabelTable, NO_LABELS } from "./label-table.ts";
import { repeatedSeries, toSeriesUses } from "./series.ts";

/**
 * Reads and checks articles.
 *
 * @param files their files
 * @param site its zone and path prefix are used
 * @param topicTable by what articles that name no topic get theirs
 * @param content the folder of the articles, in which their pictures lie; by default that of each file
 * @param labels by what they get their labels besides topics
 * @returns the published ones, in the order of the files
 * @throws ContentError with every problem of every file
 */
export function readArticles(
  files: readonly string[],
  site: Site,
  topicTable: TopicTable = NO_TOPICS,
  content?: string,
  labels: LabelTable = NO_LABELS,
): ArticleFile[] {
  const read = articleReader(site, new TopicFinder(topicTable), content, new LabelFinder(labels));
  const problems: Problem[] = [];
  const articles = files
    .map((file) => attempt(problems, () => read(file)))
    .filter((article) => article !== undefined);
  const published = site.preview ? articles : articles.filter(({ draft }) => !draft);
  problems.push(
    ...repeatedSlugs(published.flatMap(toSlugUses)),
    ...repeatedSeries(toSeriesUses(published)),
  );
  throwIfAny(problems);
  return published;
}
