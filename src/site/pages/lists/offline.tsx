import { withPrefix } from "../../../content/index.ts";
import { text } from "../../../interface/index.ts";
import { PageHead } from "../../components/page-head.tsx";
import { page } from "../../page.tsx";
import type { ListsPageData } from "../../types.ts";

export const data = {
  permalink: ({ site }: ListsPageData) => (site.offline ? "/offline/index.html" : false),
};

/**
 * The page without a connection, shown for pages without a copy; src/reader/offline-list.ts fills the list.
 */
export const render = page(({ site, assets }: ListsPageData) => ({
  title: text(site, "offline.title"),
  path: "/offline/",
  hidden: true,
  head: <script async type="module" src={withPrefix(site, assets.offlineScript)} />,
  body: (
    <div class="page ways">
      <PageHead title={text(site, "offline.title")} site={site} />
      <p>{text(site, "offline.text")}</p>
      <p data-offline-some hidden>
        {text(site, "offline.read")}
      </p>
      <ul data-offline-list />
      <p data-offline-none hidden>
        {text(site, "offline.nothing")}
      </p>
    </div>
  ),
}));
