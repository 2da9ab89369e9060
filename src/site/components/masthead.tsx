import { type Site, withPrefix } from "../../content/index.ts";

const SECTIONS = [
  { path: "/headlines/", name: "Заголовки" },
  { path: "/archive/", name: "Статьи" },
  { path: "/topics/", name: "Темы" },
] as const;

/** The top of every page: whose it is, where one can go, the search. */
export function Masthead({ site, path }: { site: Site; path: string }) {
  const isFront = path === "/";
  const name = (
    <a href={withPrefix(site, "/")} aria-current={isFront ? "page" : undefined}>
      {site.name}
    </a>
  );
  return (
    <header class="masthead">
      <div class="masthead-inner">
        {isFront ? <h1 class="masthead-name">{name}</h1> : <p class="masthead-name">{name}</p>}
        <nav class="sections" aria-label="Разделы">
          <ul>
            {SECTIONS.map((section) => (
              <li key={section.path}>
                <a
                  href={withPrefix(site, section.path)}
                  aria-current={path === section.path ? "page" : undefined}
                >
                  {section.name}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        {path === "/search/" ? null : <SearchForm site={site} />}
      </div>
    </header>
  );
}

/** A plain form: it leads to the search page, which takes the query from the address. */
function SearchForm({ site }: { site: Site }) {
  return (
    <search class="masthead-search">
      <form action={withPrefix(site, "/search/")} method="get">
        <label class="visually-hidden" for="masthead-query">
          Поиск по сайту
        </label>
        <input id="masthead-query" type="search" name="q" placeholder="Поиск" autocomplete="off" />
        <button type="submit">Найти</button>
      </form>
    </search>
  );
}
