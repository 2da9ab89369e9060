import { type Site, withPrefix } from "../../content/index.ts";
import { text } from "../../interface/index.ts";

/** Where else one can go, as links within a sentence. */
export function waysOf(site: Site) {
  const to = (path: string): string => withPrefix(site, path);
  return {
    headlines: <a href={to("/headlines/")}>{text(site, "ways.headlines")}</a>,
    articles: <a href={to("/archive/")}>{text(site, "ways.articles")}</a>,
    topics: <a href={to("/topics/")}>{text(site, "ways.topics")}</a>,
  };
}
