import {
  type ArticleSummary,
  listPagePath,
  monthPath,
  UNDATED,
  withPrefix,
} from "../../../content/index.ts";
import { text } from "../../../interface/index.ts";
import { groupBy } from "../../../language/maps.ts";
import { partName } from "../../components/list-parts.tsx";
import { NewsList } from "../../components/news-list.tsx";
import { PageHead } from "../../components/page-head.tsx";
import { type ListPage, numberedTitle, Pager, paginate } from "../../components/pager.tsx";
import { page } from "../../page.tsx";
import type { YearData, YearPageData } from "../../types.ts";
import { type Each, each } from "../each.ts";

/** A page of the articles of a month. */
interface MonthPage {
  /** 2026-11, or UNDATED. */
  readonly month: string;
  readonly list: ListPage<ArticleSummary>;
}

type Data = Each<"monthPage", MonthPage, YearPageData>;

export const data = each("years", "monthPage", pathOf, (years: readonly YearData[]) =>
  years.flatMap(pagesOf),
);

export const render = page(({ site: settings, monthPage }: Data) => {
  const { month, list } = monthPage;
  // The title says the year.
  const site = { ...settings, thisYear: month.slice(0, 4) };
  const name = partName(month, site);
  const above = text(site, "page.articles");
  const trail = [{ name: above, path: "/archive/" }];
  return {
    title: numberedTitle(`${above}, ${name}`, list.number, site),
    path: pathOf(monthPage),
    trail,
    body: (
      <div class="page">
        <PageHead title={name} site={site} trail={trail} />
        <NewsList items={list.items} site={site} />
        <Pager page={list} href={withPrefix(site, monthPath(month))} site={site} />
      </div>
    ),
  };
});

function pagesOf({ articles, hasMonths }: YearData): MonthPage[] {
  if (!hasMonths) return [];
  const months = groupBy(articles, ({ date }) => date?.day.slice(0, 7) ?? UNDATED);
  return [...months].flatMap(([month, own]) => paginate(own).map((list) => ({ month, list })));
}

function pathOf({ month, list }: MonthPage): string {
  return listPagePath(monthPath(month), list.number);
}
