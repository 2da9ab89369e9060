import { withPrefix } from "../../../content/index.ts";
import { PageHead } from "../../components/page-head.tsx";
import { SearchForm } from "../../components/search-form.tsx";
import { page } from "../../page.tsx";

export const data = { permalink: "/404.html" };

export const render = page(({ site }) => ({
  title: "Страница не найдена",
  path: "/404.html",
  hidden: true,
  body: (
    <div class="page ways">
      <PageHead title="Такой страницы нет" site={site} />
      <p>Возможно, в адресе опечатка или страница переехала. Попробуйте найти её по словам:</p>
      <SearchForm site={site} id="page-query" />
      <p>
        Или начните <a href={withPrefix(site, "/")}>с главной</a>, посмотрите{" "}
        <a href={withPrefix(site, "/headlines/")}>заголовки</a>,{" "}
        <a href={withPrefix(site, "/archive/")}>статьи</a> и{" "}
        <a href={withPrefix(site, "/topics/")}>темы</a>.
      </p>
    </div>
  ),
}));
