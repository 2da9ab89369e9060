import { render } from "preact-render-to-string";
import { Layout } from "./components/layout.tsx";
import type { PageContent, SiteData } from "./types.ts";

/**
 * Makes a render function for Eleventy from a description of a page.
 *
 * @param content from the data that Eleventy hands to a template to the page's own part
 * @returns a function that yields the whole HTML document
 */
export function page<Data extends SiteData>(
  content: (data: Data) => PageContent,
): (data: Data) => string {
  return (data) => {
    const document = <Layout site={data.site} assets={data.assets} page={content(data)} />;
    return `<!DOCTYPE html>\n${render(document)}\n`;
  };
}
