import { withPrefix } from "../../content/index.ts";
import { text } from "../../interface/index.ts";
import type { PageContent, SiteData } from "../types.ts";
import { Footer } from "./footer.tsx";
import { Head } from "./head.tsx";
import { Masthead } from "./masthead.tsx";
import { PageEnd, PageStart } from "./slots.tsx";

/** The document around every page. What scripts go by stands in data attributes of the root. */
export function Layout({ site, assets, page }: SiteData & { page: PageContent }) {
  return (
    <html
      lang={site.language}
      data-zone={site.timeZone}
      data-search={withPrefix(site, "/search/")}
      data-worker={site.offline ? withPrefix(site, "/sw.js") : undefined}
    >
      <Head site={site} assets={assets} page={page} />
      <body>
        <a class="skip-link" href="#content">
          {text(site, "frame.skip")}
        </a>
        <PageStart site={site} page={page} />
        <Masthead site={site} path={page.path} />
        <main id="content" tabIndex={-1}>
          {page.body}
        </main>
        <Footer site={site} />
        <PageEnd site={site} page={page} />
      </body>
    </html>
  );
}
