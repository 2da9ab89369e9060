import { withPrefix } from "../../../content/index.ts";
import { HeadlineColumn } from "../../components/headline-column.tsx";
import { LeadStory } from "../../components/lead-story.tsx";
import { NewsList } from "../../components/news-list.tsx";
import { page } from "../../page.tsx";
import type { ShelfPageData } from "../../types.ts";

/** How many stories follow the lead before the archive takes over. */
const STORIES = 20;

export const data = { permalink: "/index.html" };

export const render = page(({ site, shelf }: ShelfPageData) => {
  const { articles, headlines } = shelf;
  const [lead, ...others] = articles;
  return {
    path: "/",
    body: (
      <div class={headlines.length === 0 ? "front" : "front front-with-column"}>
        <div class="front-stories">
          {lead === undefined ? null : <LeadStory article={lead} site={site} />}
          {others.length === 0 ? null : <NewsList items={others.slice(0, STORIES)} site={site} />}
          {others.length <= STORIES ? null : (
            <p class="more">
              <a href={withPrefix(site, "/archive/")}>Все статьи</a>
            </p>
          )}
        </div>
        <HeadlineColumn headlines={headlines} site={site} />
      </div>
    ),
  };
});
