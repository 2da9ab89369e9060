import { render as renderDocument } from "preact-render-to-string";
import { withPrefix } from "../../../content/index.ts";
import type { Redirect } from "../../../hosting/headers.ts";
import { text, textWith } from "../../../interface/index.ts";
import type { SiteData } from "../../types.ts";

interface Data extends SiteData {
  readonly redirect: Redirect;
}

export const data = {
  pagination: { data: "redirects", size: 1, alias: "redirect" },
  permalink: ({ redirect: { from } }: Data) => (from.endsWith("/") ? `${from}index.html` : from),
};

/** A static host answers no redirect, so that an old address holds a page that leads on. */
export function render({ site, redirect }: Data): string {
  const path = withPrefix(site, redirect.to);
  const document = (
    <html lang={site.language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta http-equiv="refresh" content={`0; url=${path}`} />
        <meta name="robots" content="noindex" />
        <link rel="canonical" href={site.address + path} />
        <title>{text(site, "redirect.title")}</title>
      </head>
      <body>
        <p>
          {textWith(site, "redirect.text", { address: <a href={path}>{site.address + path}</a> })}
        </p>
      </body>
    </html>
  );
  return `<!DOCTYPE html>\n${renderDocument(document)}\n`;
}
