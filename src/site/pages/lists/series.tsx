import { text } from "../../../interface/index.ts";
import { YearLinks } from "../../components/list-parts.tsx";
import { NewsList } from "../../components/news-list.tsx";
import { PageHead } from "../../components/page-head.tsx";
import { page } from "../../page.tsx";
import type { LabelSummary, ListsPageData } from "../../types.ts";
import { type Each, each } from "../each.ts";

type Data = Each<"series", LabelSummary, ListsPageData>;

export const data = each("lists.series", "series", ({ path }: LabelSummary) => path);

/** The parts of a series, from the first to the last. */
export const render = page(({ site, series: { name, path, count, items, years } }: Data) => ({
  title: text(site, "series.title", { name }),
  path,
  body: (
    <div class="page">
      <PageHead title={name} site={site}>
        <span class="count">{text(site, "series.parts", { count })}</span>
      </PageHead>
      <NewsList items={items} site={site} />
      <YearLinks parts={years} site={site} />
    </div>
  ),
}));
