import { withPrefix } from "../../../content/index.ts";
import { DictionaryCredit } from "../../components/dictionary-credit.tsx";
import { ImprintList } from "../../components/imprint.tsx";
import { PageHead } from "../../components/page-head.tsx";
import { page } from "../../page.tsx";
import type { ListsPageData } from "../../types.ts";

export const data = { permalink: "/about/index.html" };

/** The editor's own words, and behind them what holds of every site of this kind. */
export const render = page(({ site, lists }: ListsPageData) => ({
  title: "О сайте",
  path: "/about/",
  body: (
    <div class="page">
      <PageHead title="О сайте" site={site} />
      {lists.about === undefined ? (
        <p class="summary">{site.description}</p>
      ) : (
        <div class="prose" dangerouslySetInnerHTML={{ __html: lists.about }} />
      )}
      <div class="prose about-facts">
        {site.publisher === undefined ? null : (
          <>
            <h2>Выходные данные</h2>
            <ImprintList publisher={site.publisher} />
          </>
        )}
        <h2>Как искать</h2>
        <p>
          Пишите так, как удобно: <a href={withPrefix(site, "/search/")}>поиск</a> понимает слова
          в&nbsp;любом падеже, «е»&nbsp;вместо «ё», опечатки, латинские буквы и&nbsp;забытую русскую
          раскладку. Слова в&nbsp;кавычках ищутся подряд, слово с&nbsp;минусом исключается.
        </p>
        <DictionaryCredit site={site} />
        <h2>Как следить за&nbsp;новостями</h2>
        <p>
          Подпишитесь на&nbsp;ленту в&nbsp;программе для чтения новостей:{" "}
          <a href={withPrefix(site, "/rss.xml")}>RSS</a> или{" "}
          <a href={withPrefix(site, "/feed.json")}>JSON&nbsp;Feed</a>. Своя лента есть
          и&nbsp;у&nbsp;<a href={withPrefix(site, "/topics/")}>каждой темы</a>.
        </p>
        <h2>Что хранится на&nbsp;вашем устройстве</h2>
        <p>
          {site.offline ? PAGES_AND_THEME : THEME} Страницы ничего не&nbsp;загружают с&nbsp;чужих
          сайтов, а&nbsp;поиск идёт прямо в&nbsp;браузере: что вы ищете, никуда
          не&nbsp;отправляется.
        </p>
      </div>
    </div>
  ),
}));

const PAGES_AND_THEME =
  "Выбранное оформление и\u00a0прочитанные страницы, чтобы их\u00a0можно было открыть без связи.";
const THEME = "Только выбранное оформление.";
