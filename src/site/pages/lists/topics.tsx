import { listPagePath, withPrefix } from "../../../content/index.ts";
import { text } from "../../../interface/index.ts";
import { MaterialCount } from "../../components/label-head.tsx";
import { PageHead } from "../../components/page-head.tsx";
import { inOrder, type ListPage, numberedTitle, Pager, paginate } from "../../components/pager.tsx";
import { page } from "../../page.tsx";
import type { LabelSummary, ListsPageData } from "../../types.ts";
import { type Each, each } from "../each.ts";

type Data = Each<"list", ListPage<LabelSummary>, ListsPageData>;

const PATH = "/topics/";

/** A topic is a short line: more of them than items of other lists, and still less than 100 kB. */
const TOPICS_ON_PAGE = 500;

export const data = each("lists.topics", "list", pathOf, (topics: readonly LabelSummary[]) =>
  paginate(topics, TOPICS_ON_PAGE),
);

function pathOf({ number }: ListPage<LabelSummary>): string {
  return listPagePath(PATH, number);
}

export const render = page(({ site, list }: Data) => ({
  title: numberedTitle(text(site, "page.topics"), list.number, site),
  path: pathOf(list),
  body: (
    <div class="page">
      <PageHead title={text(site, "page.topics")} site={site} />
      {list.items.length === 0 ? (
        <p>{text(site, "list.noTopics")}</p>
      ) : (
        <ul class="topic-list">
          {list.items.map((topic) => (
            <li key={topic.slug}>
              <a href={withPrefix(site, topic.path)}>{topic.name}</a>{" "}
              <MaterialCount count={topic.count} site={site} />
            </li>
          ))}
        </ul>
      )}
      <Pager page={list} href={withPrefix(site, PATH)} site={site} {...inOrder(site)} />
    </div>
  ),
}));
