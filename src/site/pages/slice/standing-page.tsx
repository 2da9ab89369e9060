import type { Article } from "../../../content/index.ts";
import { DraftMark } from "../../components/draft-mark.tsx";
import { PageHead } from "../../components/page-head.tsx";
import { page } from "../../page.tsx";
import type { SiteData } from "../../types.ts";
import { type Each, each } from "../each.ts";

type Data = Each<"standingPage", Article, SiteData>;

export const data = each("standingPages", "standingPage", ({ path }: Article) => path);

/** A page that is no news: «Контакты», «Реклама». */
export const render = page(({ site, standingPage }: Data) => {
  const { title, summary, path, html, draft } = standingPage;
  return {
    title,
    ...(summary === undefined ? {} : { description: summary }),
    path,
    hasCard: true,
    body: (
      <div class="page">
        {draft ? <DraftMark site={site} /> : null}
        <PageHead title={title} site={site} />
        {/* Markdown of ours: raw HTML in it was escaped when it was read. */}
        <div class="prose" dangerouslySetInnerHTML={{ __html: html }} />
      </div>
    ),
  };
});
