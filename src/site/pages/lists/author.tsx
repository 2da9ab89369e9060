import { readableAddress, type Site } from "../../../content/index.ts";
import { LabelHead } from "../../components/label-head.tsx";
import { YearLinks } from "../../components/list-parts.tsx";
import { NewsList } from "../../components/news-list.tsx";
import { PictureImage } from "../../components/picture.tsx";
import { feedLinks } from "../../feeds/index.ts";
import { trailOf } from "../../label-trails.ts";
import { page } from "../../page.tsx";
import type { AuthorSummary, ListsPageData } from "../../types.ts";
import { type Each, each } from "../each.ts";

type Data = Each<"author", AuthorSummary, ListsPageData>;

export const data = each("lists.authors", "author", ({ path }: AuthorSummary) => path);

export const render = page(({ site, author }: Data) => ({
  title: author.name,
  ...(author.description === undefined ? {} : { description: author.description }),
  path: author.path,
  trail: trailOf("author", site),
  feeds: feedLinks(site, author.items, [author]),
  author,
  body: (
    <div class="page">
      <LabelHead label={author} site={site} trail={trailOf("author", site)} />
      <AboutAuthor author={author} site={site} />
      <NewsList items={author.items} site={site} />
      <YearLinks parts={author.years} site={site} />
    </div>
  ),
}));

/** The description of an author, if there is one. */
function AboutAuthor({ author, site }: { readonly author: AuthorSummary; readonly site: Site }) {
  const { photo, html, url } = author;
  if (photo === undefined && html === undefined && url === undefined) return null;
  return (
    <div class="about-author">
      {photo === undefined ? null : (
        <div class="author-photo">
          <PictureImage picture={photo} site={site} sizes="9rem" first />
        </div>
      )}
      <div class="prose">
        {/* Markdown of ours: raw HTML in it was escaped when it was read. */}
        {html === undefined ? null : <div dangerouslySetInnerHTML={{ __html: html }} />}
        {url === undefined ? null : (
          <p>
            <a href={url} rel="me">
              {shownAddress(url)}
            </a>
          </p>
        )}
      </div>
    </div>
  );
}

/** As readers know it: without what browsers need of it. */
function shownAddress(url: string): string {
  return readableAddress(url).replace(/^https?:\/\/(?:www\.)?|\/$/g, "");
}
