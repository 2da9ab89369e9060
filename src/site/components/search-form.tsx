import { type Site, withPrefix } from "../../content/index.ts";
import { replaceable } from "./replaceable.tsx";

/**
 * A plain form: it leads to the search page, which takes the query from the address. Where scripts
 * run, its field offers results while somebody types (src/search/ui/box).
 *
 * @param id of its field, unique on the page
 */
export const SearchForm = replaceable("SearchForm", OurSearchForm);

function OurSearchForm({ site, id }: { site: Site; id: string }) {
  return (
    <search class="masthead-search">
      <form class="search-form" action={withPrefix(site, "/search/")} method="get" data-search-box>
        <label class="visually-hidden" for={id}>
          Поиск по сайту
        </label>
        <input id={id} type="search" name="q" placeholder="Поиск" autocomplete="off" />
        <button type="submit">Найти</button>
      </form>
    </search>
  );
}
