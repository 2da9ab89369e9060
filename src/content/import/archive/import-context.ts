import type { Site } from "../../model/types.ts";
import type { HeadlineList } from "./headline-list.ts";
import type { SourceOptions } from "./import-sources.ts";
import type { ItemPlaces } from "./item-places.ts";
import type { KnownArticles } from "./known-articles.ts";
import type { NewestArticles } from "./newest-articles.ts";
import type { SectionList } from "./section-list.ts";

/** What the parts of one import share. */
export interface ImportContext {
  readonly options: SourceOptions;
  readonly site: Site;
  readonly known: KnownArticles;
  readonly places: ItemPlaces;
  readonly headlines: HeadlineList;
  /** The sections that first categories become, if the editor asks for that. */
  readonly sections?: SectionList | undefined;
  /** Of a trial: the articles that it does not write. */
  readonly newest?: NewestArticles | undefined;
}
