import { withPrefix } from "../../../content/index.ts";
import { withPlural } from "../../../language/index.ts";
import { PageHead } from "../../components/page-head.tsx";
import { page } from "../../page.tsx";
import type { ShelfPageData } from "../../types.ts";

export const data = { permalink: "/topics/index.html" };

export const render = page(({ site, shelf: { topics } }: ShelfPageData) => {
  return {
    title: "Темы",
    path: "/topics/",
    body: (
      <div class="page">
        <PageHead title="Темы" site={site} />
        {topics.length === 0 ? <p>Тем пока нет.</p> : null}
        <ul class="topic-list">
          {topics.map((topic) => (
            <li key={topic.slug}>
              <a href={withPrefix(site, topic.path)}>{topic.name}</a>{" "}
              <span class="count">
                {withPlural(topic.count, ["материал", "материала", "материалов"])}
              </span>
            </li>
          ))}
        </ul>
      </div>
    ),
  };
});
