import { listPagePath, withPrefix } from "../../../content/index.ts";
import { MaterialCount } from "../../components/label-head.tsx";
import { PageHead } from "../../components/page-head.tsx";
import { type ListPage, Pager, paginate } from "../../components/pager.tsx";
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
  title: list.number === 1 ? "Авторы" : `Авторы, страница ${list.number}`,
  path: listPagePath(PATH, list.number),
  body: (
    <div class="page">
      <PageHead title="Авторы" site={site} />
      <ul class="author-list">
        {list.items.map(({ slug, path, name, photo, count }) => (
          <li key={slug}>
            {photo === undefined ? null : (
              <span class="author-photo">
                <PictureImage picture={{ ...photo, alt: "" }} site={site} sizes="4rem" />
              </span>
            )}
            <a href={withPrefix(site, path)}>{name}</a> <MaterialCount count={count} />
          </li>
        ))}
      </ul>
      <Pager page={list} href={withPrefix(site, PATH)} before="Назад" after="Дальше" />
    </div>
  ),
}));
