import { type ArticleSummary, type Site, withPrefix } from "../../content/index.ts";
import { Byline } from "./byline.tsx";
import { teaser, titleClass } from "./news-list.tsx";
import { PictureImage } from "./picture.tsx";
import { replaceable } from "./replaceable.tsx";

/** As wide as the page, or two thirds of a wide one. */
const SIZES = "(min-width: 76rem) 49rem, (min-width: 62rem) 66vw, 100vw";

/** The front page's first story. */
export const LeadStory = replaceable("LeadStory", OurLeadStory);

function OurLeadStory({ article, site }: { article: ArticleSummary; site: Site }) {
  const { title, picture, path } = article;
  return (
    <article class={picture === undefined ? "lead-story" : "lead-story card-with-picture"}>
      {picture === undefined ? null : (
        <div class="picture picture-crop">
          <PictureImage picture={picture} site={site} sizes={SIZES} first />
        </div>
      )}
      <h2 class={titleClass(title)}>
        <a href={withPrefix(site, path)}>{title}</a>
      </h2>
      <div>
        <p class="lead-text">{teaser(article)}</p>
        <Byline item={article} site={site} />
      </div>
    </article>
  );
}
