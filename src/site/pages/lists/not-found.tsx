import { withPrefix } from "../../../content/index.ts";
import { text, textWith } from "../../../interface/index.ts";
import { PageHead } from "../../components/page-head.tsx";
import { SearchForm } from "../../components/search-form.tsx";
import { waysOf } from "../../components/ways.tsx";
import { page } from "../../page.tsx";

export const data = { permalink: "/404.html" };

export const render = page(({ site }) => ({
  title: text(site, "notFound.title"),
  path: "/404.html",
  hidden: true,
  body: (
    <div class="page ways">
      <PageHead title={text(site, "notFound.title")} site={site} />
      <p>{text(site, "notFound.text")}</p>
      <SearchForm site={site} id="page-query" />
      <p>
        {textWith(site, "notFound.ways", {
          front: <a href={withPrefix(site, "/")}>{text(site, "notFound.front")}</a>,
          ...waysOf(site),
        })}
      </p>
    </div>
  ),
}));
