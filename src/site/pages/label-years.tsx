import {
  type Label,
  type LabelKind,
  labelPath,
  labelYearPath,
  listPagePath,
  type NewsItem,
  type Site,
  withPrefix,
} from "../../content/index.ts";
import { partName } from "../components/list-parts.tsx";
import { NewsList } from "../components/news-list.tsx";
import { PageHead } from "../components/page-head.tsx";
import { inOrder, type ListPage, numberedTitle, Pager, paginate } from "../components/pager.tsx";
import { itemsByLabel } from "../items-by-label.ts";
import { trailOf } from "../label-trails.ts";
import { page } from "../page.tsx";
import type { YearData, YearPageData } from "../types.ts";
import { type Each, each } from "./each.ts";

/** A page of what belongs to a label in one year. */
export interface LabelPage {
  readonly label: Label;
  /** The first page of the list. */
  readonly path: string;
  /** 2026, or UNDATED. */
  readonly year: string;
  readonly list: ListPage<NewsItem>;
}

/**
 * Makes a template of the pages that list what belongs to labels in a year.
 *
 * @param kinds of the labels
 * @param alias by which the template finds the page
 */
export function labelYears<Alias extends string>(kinds: readonly LabelKind[], alias: Alias) {
  return {
    data: each("years", alias, pathOf, (years: readonly YearData[]) =>
      years.flatMap((year) => pagesOf(year, kinds)),
    ),
    render: page((data: Each<Alias, LabelPage, YearPageData>) => contentOf(data, data[alias])),
  };
}

function contentOf({ site: settings }: YearPageData, { label, path, year, list }: LabelPage) {
  // The title says the year.
  const site = { ...settings, thisYear: year };
  const title = `${label.name}, ${partName(year, site)}`;
  const trail = [...trailOf(label.kind, site), { name: label.name, path: labelPath(label) }];
  return {
    title: numberedTitle(title, list.number, site),
    path: listPagePath(path, list.number),
    trail,
    body: (
      <div class="page">
        <PageHead title={title} site={site} trail={trail} />
        <NewsList
          items={list.items}
          site={site}
          topic={label.kind === "topic" ? label.slug : undefined}
        />
        <Pager
          page={list}
          href={withPrefix(site, path)}
          site={site}
          {...pagerOf(label.kind, site)}
        />
      </div>
    ),
  };
}

/** How the neighbours of a page are called where the newest are not first. */
function pagerOf(kind: LabelKind, site: Site): { before?: string; after?: string } {
  return kind === "series" ? inOrder(site) : {};
}

function pagesOf(
  { name: year, articles, headlines, labels }: YearData,
  kinds: readonly LabelKind[],
): LabelPage[] {
  const wanted = labels.filter(({ kind }) => kinds.includes(kind));
  if (wanted.length === 0) return [];
  const items = itemsByLabel([...articles, ...headlines]);
  return wanted.flatMap((label) => {
    const own = items.get(labelPath(label)) ?? [];
    const path = labelYearPath(label, year);
    return own.length === 0 ? [] : paginate(own).map((list) => ({ label, path, year, list }));
  });
}

function pathOf({ path, list }: LabelPage): string {
  return listPagePath(path, list.number);
}
