import { withPrefix } from "../../content/index.ts";
import { CONTENT_SECURITY_POLICY } from "../policy.ts";
import type { PageContent, SiteData } from "../types.ts";
import { Footer } from "./footer.tsx";
import { Masthead } from "./masthead.tsx";

/** The document around every page. */
export function Layout({ site, assets, page }: SiteData & { page: PageContent }) {
  const title = page.title === undefined ? site.name : `${page.title} — ${site.name}`;
  return (
    <html lang={site.language}>
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={CONTENT_SECURITY_POLICY} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <meta name="description" content={page.description ?? site.description} />
        <meta name="color-scheme" content="light dark" />
        {page.hidden ? (
          <meta name="robots" content="noindex" />
        ) : (
          <link rel="canonical" href={site.address + withPrefix(site, page.path)} />
        )}
        <link rel="icon" href={withPrefix(site, "/assets/icon.svg")} type="image/svg+xml" />
        <link rel="stylesheet" href={withPrefix(site, assets.styles)} />
        {page.head}
      </head>
      <body>
        <a class="skip-link" href="#content">
          К содержанию
        </a>
        <Masthead site={site} path={page.path} />
        <main id="content" tabIndex={-1}>
          {page.body}
        </main>
        <Footer site={site} />
      </body>
    </html>
  );
}
