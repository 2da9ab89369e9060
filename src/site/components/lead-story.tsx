import { type ArticleSummary, type Site, withPrefix } from "../../content/index.ts";
import { Byline } from "./byline.tsx";
import { Teaser, titleClass } from "./news-list.tsx";
import { PictureImage } from "./picture.tsx";
import { replaceable } from "./replaceable.tsx";

/** As wide as a phone, or half of the width beside the headlines. */
const SIZES = "(min-width: 76rem) 30rem, (min-width: 48rem) 55vw, 100vw";

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
        <Teaser class="lead-text" article={article} />
        <Byline item={article} site={site} />
      </div>
    </article>
  );
}
