import { withPrefix } from "../../content/index.ts";
import { withPlural } from "../../language/index.ts";
import { page } from "../page.tsx";

export const data = { permalink: "/topics/index.html" };

export const render = page(({ archive }) => {
  const { site, topics } = archive;
  return {
    title: "Темы",
    path: "/topics/",
    body: (
      <div class="page">
        <h1>Темы</h1>
        {topics.length === 0 ? <p>Тем пока нет.</p> : null}
        <ul class="topic-list">
          {topics.map((topic) => (
            <li key={topic.slug}>
              <a href={withPrefix(site, topic.path)}>{topic.name}</a>{" "}
              <span class="count">
                {withPlural(topic.items.length, ["материал", "материала", "материалов"])}
              </span>
            </li>
          ))}
        </ul>
      </div>
    ),
  };
});
