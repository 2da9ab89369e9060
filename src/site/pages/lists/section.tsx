import type { ArticleSummary } from "../../../content/index.ts";
import { text } from "../../../interface/index.ts";
import { LabelHead } from "../../components/label-head.tsx";
import { LeadStory } from "../../components/lead-story.tsx";
import { YearLinks } from "../../components/list-parts.tsx";
import { Stories } from "../../components/stories.tsx";
import { feedLinks } from "../../feeds/index.ts";
import { leadFirst } from "../../lead-first.ts";
import { page } from "../../page.tsx";
import type { LabelSummary, ListsPageData } from "../../types.ts";
import { type Each, each } from "../each.ts";

type Data = Each<"section", LabelSummary, ListsPageData>;

/** How many stories stand beside a lead with a picture; beside one without there would be a hole. */
const BESIDE = 3;

export const data = each("lists.sections", "section", ({ path }: LabelSummary) => path);

/** The front page of a section. */
export const render = page(({ site, section }: Data) => {
  const { name, path, description, items, years } = section;
  // Headlines belong to no section.
  const [lead, ...others] = leadFirst(items as readonly ArticleSummary[]);
  const beside = lead?.picture === undefined ? [] : others.slice(0, BESIDE);
  return {
    title: name,
    ...(description === undefined ? {} : { description }),
    path,
    feeds: feedLinks(site, items, [section]),
    body: (
      <div class="front">
        <div>
          <LabelHead label={section} site={site} />
          {description === undefined ? null : <p class="section-text">{description}</p>}
          {lead === undefined ? <p>{text(site, "list.noArticles")}</p> : null}
        </div>
        {lead === undefined ? null : (
          <div class={beside.length === 0 ? "front-stack" : "front-top"}>
            <LeadStory article={lead} site={site} />
            <Stories class="beside-stories" articles={beside} site={site} />
          </div>
        )}
        <Stories class="river" articles={others.slice(beside.length)} site={site} />
        <YearLinks parts={years} site={site} />
      </div>
    ),
  };
});
