import { labelPath, withPrefix } from "../../content/index.ts";
import { textWith } from "../../interface/index.ts";
import type { ArticlePage, Props } from "../types.ts";

/** Of which series an article is a part, and the parts around it; nothing where it is of none. */
export function SeriesParts({ page: { article, parts = [] }, site }: Props<{ page: ArticlePage }>) {
  const { series, path } = article;
  if (series === undefined) return null;
  const all = withPrefix(site, labelPath({ kind: "series", slug: series.slug }));
  return (
    <nav class="series-parts" aria-labelledby="series-title">
      <p id="series-title">
        {textWith(site, "series.partOf", { series: <a href={all}>{series.name}</a> })}
      </p>
      {parts.length < 2 ? null : (
        <ul>
          {parts.map((part) => (
            <li key={part.path}>
              {part.path === path ? (
                <span aria-current="page">{part.title}</span>
              ) : (
                <a href={withPrefix(site, part.path)}>{part.title}</a>
              )}
            </li>
          ))}
        </ul>
      )}
    </nav>
  );
}
