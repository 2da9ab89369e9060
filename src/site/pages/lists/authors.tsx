import { listPagePath, withPrefix } from "../../../content/index.ts";
import { text } from "../../../interface/index.ts";
import { MaterialCount } from "../../components/label-head.tsx";
import { PageHead } from "../../components/page-head.tsx";
import { inOrder, type ListPage, numberedTitle, Pager, paginate } from "../../components/pager.tsx";
import { PictureImage } from "../../components/picture.tsx";
import { page } from "../../page.tsx";
import type { AuthorSummary, ListsPageData } from "../../types.ts";
import { type Each, each } from "../each.ts";

type Data = Each<"list", ListPage<AuthorSummary>, ListsPageData>;

const PATH = "/authors/";

/** An author is a line with a small picture. */
const AUTHORS_ON_PAGE = 100;

export const data = each("lists.authors", "list", pathOf, (authors: readonly AuthorSummary[]) =>
  // Where nobody has a page there is no list of them.
  authors.length === 0 ? [] : paginate(authors, AUTHORS_ON_PAGE),
);

function pathOf({ number }: ListPage<AuthorSummary>): string {
  return listPagePath(PATH, number);
}

export const render = page(({ site, list }: Data) => ({
  title: numberedTitle(text(site, "page.authors"), list.number, site),
  path: pathOf(list),
  body: (
    <div class="page">
      <PageHead title={text(site, "page.authors")} site={site} />
      <ul class="author-list">
        {list.items.map(({ slug, path, name, photo, count }) => (
          <li key={slug}>
            {photo === undefined ? null : (
              <span class="author-photo">
                <PictureImage picture={{ ...photo, alt: "" }} site={site} sizes="4rem" />
              </span>
            )}
            <a href={withPrefix(site, path)}>{name}</a> <MaterialCount count={count} site={site} />
          </li>
        ))}
      </ul>
      <Pager page={list} href={withPrefix(site, PATH)} site={site} {...inOrder(site)} />
    </div>
  ),
}));
