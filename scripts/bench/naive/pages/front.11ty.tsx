import type { ArticleSummary } from "../../../../src/content/index.ts";
import { LeadStory } from "../../../../src/site/components/lead-story.tsx";
import { NewsList } from "../../../../src/site/components/news-list.tsx";
import { page } from "../../../../src/site/page.tsx";
import type { SiteData } from "../../../../src/site/types.ts";

interface Data extends SiteData {
  readonly articles: readonly ArticleSummary[];
}

const STORIES = 20;

export const data = { permalink: "/index.html" };

export const render = page(({ site, articles }: Data) => {
  const [lead, ...others] = articles.slice(0, STORIES + 1);
  return {
    path: "/",
    body: (
      <div class="front">
        {lead === undefined ? null : <LeadStory article={lead} site={site} />}
        <NewsList items={others} site={site} />
      </div>
    ),
  };
});
