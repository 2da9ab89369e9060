import { PageHead } from "../components/page-head.tsx";
import { page } from "../page.tsx";
import type { SiteData } from "../types.ts";
import type { EleventyConfig } from "./types.ts";

/** The data of a project's page: its front matter, and Eleventy's own. */
interface OwnPageData extends SiteData {
  readonly title?: string;
  readonly description?: string;
  /** The page's own HTML. */
  readonly content: string;
  /** Its address, without the path prefix. */
  readonly page: { readonly url: string };
}

const FILE = "_includes/vestnik.11ty.js";

/** Adds the layout «vestnik»: masthead, title, text, footer, as on the page about the site. */
export function layout(eleventy: EleventyConfig): void {
  eleventy.addTemplate(FILE, { render });
  eleventy.addLayoutAlias("vestnik", "vestnik.11ty.js");
}

const render = page(({ title, description, content, site, page: { url } }: OwnPageData) => ({
  ...(title === undefined ? {} : { title }),
  ...(description === undefined ? {} : { description }),
  path: url,
  body: (
    <div class="page">
      {title === undefined ? null : <PageHead title={title} site={site} />}
      <div class="prose" dangerouslySetInnerHTML={{ __html: content }} />
    </div>
  ),
}));
