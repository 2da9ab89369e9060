import { TopicFinder, type TopicTable } from "../model/topic-words.ts";

/** The topics that the editor has described, as checks need them. */
export interface Topics {
  readonly finder: TopicFinder;
  readonly names: readonly string[];
  /** Whether there is a list of topics at all: without one every topic is as good as another. */
  readonly isUsed: boolean;
}

export function topicsOf(table: TopicTable): Topics {
  return {
    finder: new TopicFinder(table),
    names: table.topics.map(({ name }) => name),
    isUsed: table.topics.length > 0,
  };
}
