import { listPagePath, withPrefix } from "../../../content/index.ts";
import { text } from "../../../interface/index.ts";
import { MaterialCount } from "../../components/label-head.tsx";
import { PageHead } from "../../components/page-head.tsx";
import { inOrder, type ListPage, numberedTitle, Pager, paginate } from "../../components/pager.tsx";
import { PictureImage } from "../../components/picture.tsx";
import { page } from "../../page.tsx";
import type { AuthorSummary, ListsPageData } from "../../types.ts";

interface Data extends ListsPageData {
  readonly list: ListPage<AuthorSummary>;
}

const PATH = "/authors/";

/** An author is a line with a small picture. */
const AUTHORS_ON_PAGE = 100;

export const data = {
  pagination: {
    data: "lists.authors",
    size: 1,
    alias: "list",
    // Where nobody has a page there is no list of them.
    before: (authors: readonly AuthorSummary[]) =>
      authors.length === 0 ? [] : paginate(authors, AUTHORS_ON_PAGE),
  },
  permalink: ({ list }: Data) => `${listPagePath(PATH, list.number)}index.html`,
};

export const render = page(({ site, list }: Data) => ({
  title: numberedTitle(text(site, "page.authors"), list.number, site),
  path: listPagePath(PATH, list.number),
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
