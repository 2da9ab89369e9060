import { render } from "preact-render-to-string";
import type { Article, Site } from "../../content/index.ts";
import { Corrections } from "../components/article-end.tsx";
import { SourceLink } from "../components/byline.tsx";
import { PictureFigure } from "../components/picture.tsx";
import { absoluteAddress } from "./address.ts";
import { portableHtml } from "./portable-html.ts";

/**
 * A whole article for feeds: its picture, summary, text, corrections and source. Title, day and authors have
 * fields of their own.
 *
 * @returns HTML that means the same away from the site
 */
export function toFeedHtml(site: Site, article: Article): string {
  const { summary, picture, corrections, source } = article;
  const before = render(
    <>
      {picture === undefined ? null : (
        <PictureFigure class="" picture={picture} site={site} sizes="100vw" />
      )}
      {summary === undefined ? null : (
        <p>
          <strong>{summary}</strong>
        </p>
      )}
    </>,
  );
  const after = render(
    <>
      <Corrections corrections={corrections} site={site} />
      {source === undefined ? null : (
        <p>
          <SourceLink source={source} site={site} />
        </p>
      )}
    </>,
  );
  return portableHtml(before + article.html + after, absoluteAddress(site, article.path));
}
