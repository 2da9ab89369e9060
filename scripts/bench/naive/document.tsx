import { render } from "preact-render-to-string";
import { Layout } from "../../../src/site/components/layout.tsx";
import type { PageContent, SiteData } from "../../../src/site/types.ts";

/** @returns a render function for Eleventy that puts the site's layout around a page */
export function documentOf<Data extends SiteData>(content: (data: Data) => PageContent) {
  return (data: Data): string => {
    const html = <Layout site={data.site} assets={data.assets} page={content(data)} />;
    return `<!doctype html>\n${render(html)}\n`;
  };
}
