import { withPrefix } from "../../../content/index.ts";
import { PageHead } from "../../components/page-head.tsx";
import { page } from "../../page.tsx";
import type { ListsPageData } from "../../types.ts";

export const data = {
  permalink: ({ site }: ListsPageData) => (site.offline ? "/offline/index.html" : false),
};

/**
 * What the service worker shows where there is neither a connection nor a copy of the page that was
 * asked for; src/reader/offline-list.ts fills the list.
 */
export const render = page(({ site, assets }: ListsPageData) => ({
  title: "Нет связи",
  path: "/offline/",
  hidden: true,
  head: <script async type="module" src={withPrefix(site, assets.offlineScript)} />,
  body: (
    <div class="page ways">
      <PageHead title="Нет связи" site={site} />
      <p>
        Копии этой страницы на вашем устройстве нет, и без связи её не показать. Поиск без связи
        тоже не работает. Когда связь появится, страница откроется сама.
      </p>
      <p data-offline-some hidden>
        Пока можно перечитать то, что вы уже открывали:
      </p>
      <ul data-offline-list />
      <p data-offline-none hidden>
        Сохранённых статей пока нет: они появятся здесь, когда вы что-нибудь прочтёте.
      </p>
    </div>
  ),
}));
