import { withPrefix } from "../../../content/index.ts";
import { page } from "../../page.tsx";

export const data = { permalink: "/404.html" };

export const render = page(({ site }) => ({
  title: "Страница не найдена",
  path: "/404.html",
  hidden: true,
  body: (
    <div class="page">
      <h1>Такой страницы нет</h1>
      <p>
        Возможно, в адресе опечатка или страница переехала. Начните{" "}
        <a href={withPrefix(site, "/")}>с главной</a>, посмотрите{" "}
        <a href={withPrefix(site, "/headlines/")}>заголовки</a> или воспользуйтесь{" "}
        <a href={withPrefix(site, "/search/")}>поиском</a>.
      </p>
    </div>
  ),
}));
