import { type Article, COMMENTS, type Site, withPrefix } from "../../content/index.ts";
import { text, textWith } from "../../interface/index.ts";
import type { SiteData } from "../types.ts";

/** @returns whether readers may say something on a page; nobody may where it shows no article */
export function hasComments({ comments }: Site, article: Article | undefined): boolean {
  return comments !== undefined && article !== undefined && article.isClosed !== true;
}

/** Files of the site that only pages with comments load. */
export function CommentsHead({ site, assets }: SiteData) {
  const { commentsScript, commentsStyles } = assets;
  if (commentsScript === undefined || commentsStyles === undefined) return null;
  return (
    <>
      <link rel="stylesheet" href={withPrefix(site, commentsStyles)} />
      <script async type="module" src={withPrefix(site, commentsScript)} />
    </>
  );
}

/** Who keeps what readers say; it is asked for when a reader presses the button, which scripts show. */
export function CommentsSection({ article, site }: { article: Article; site: Site }) {
  const { comments } = site;
  if (comments === undefined || !hasComments(site, article)) return null;
  const { host, service, settings } = comments;
  const address = service === "giscus" ? `https://github.com/${settings.repo}/discussions` : host;
  const place = service === "giscus" ? "" : `, ${new URL(host).host}`;
  const keeper = (
    <a href={address} rel="nofollow">
      {COMMENTS[service].title + place}
    </a>
  );
  return (
    <section
      class="comments"
      aria-labelledby="comments-title"
      data-comments={site.address + withPrefix(site, article.path)}
    >
      <h2 id="comments-title">{text(site, "comments.title")}</h2>
      <p>{textWith(site, "comments.keeper", { keeper })}</p>
      <button type="button" data-comments-open hidden>
        {text(site, "comments.open")}
      </button>
      <noscript>
        <p>{text(site, "comments.script")}</p>
      </noscript>
    </section>
  );
}
