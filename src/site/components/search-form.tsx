import { type Site, withPrefix } from "../../content/index.ts";
import { text } from "../../interface/index.ts";
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
          {text(site, "search.site")}
        </label>
        <input
          id={id}
          type="search"
          name="q"
          placeholder={text(site, "page.search")}
          autocomplete="off"
        />
        <button type="submit">{text(site, "search.submit")}</button>
      </form>
    </search>
  );
}
