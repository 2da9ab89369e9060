import { type MenuLink, type Site, withPrefix } from "../../content/index.ts";
import { ThemeIcon } from "./icons.tsx";
import { Logo } from "./logo.tsx";
import { MenuItems } from "./menu-items.tsx";
import { replaceable } from "./replaceable.tsx";
import { SearchForm } from "./search-form.tsx";

/** Where the settings say no other. */
const SECTIONS: readonly MenuLink[] = [
  { address: "/headlines/", label: "Заголовки" },
  { address: "/archive/", label: "Статьи" },
  { address: "/topics/", label: "Темы" },
];

const SEARCH = "/search/";

interface Props {
  readonly site: Site;
  /** Of the page, without the path prefix. */
  readonly path: string;
}

/** The top of every page: whose it is, where one can go, the search, the switch of themes. */
export const Masthead = replaceable("Masthead", OurMasthead);

function OurMasthead({ site, path }: Props) {
  const isFront = path === "/";
  const name = (
    <a href={withPrefix(site, "/")} aria-current={isFront ? "page" : undefined}>
      <Logo site={site} />
    </a>
  );
  return (
    <header class={isFront ? "masthead masthead-front" : "masthead"}>
      <div class="masthead-inner">
        {isFront ? <h1 class="masthead-name">{name}</h1> : <p class="masthead-name">{name}</p>}
        {isFront ? <p class="masthead-tagline">{site.description}</p> : null}
        <Sections site={site} path={path} />
        <div class="masthead-tools">
          {path === SEARCH ? null : <SearchForm site={site} id="masthead-query" />}
          <ThemeSwitch />
        </div>
      </div>
    </header>
  );
}

function Sections({ site, path }: Props) {
  const links = site.menu ?? SECTIONS;
  const hasSearch = links.some(({ address }) => address === SEARCH);
  return (
    <nav class="sections" aria-label="Разделы">
      <ul>
        <MenuItems links={links} site={site} path={path} />
        {hasSearch ? null : <SearchLink site={site} path={path} />}
      </ul>
    </nav>
  );
}

/** Where there is no room for the form. */
function SearchLink({ site, path }: Props) {
  return (
    <li class="search-link">
      <a href={withPrefix(site, SEARCH)} aria-current={path === SEARCH ? "page" : undefined}>
        Поиск
      </a>
    </li>
  );
}

/** A script shows it where it runs: without one the system's colours hold. */
function ThemeSwitch() {
  return (
    <div class="theme-place">
      <button type="button" class="icon-button" data-theme-switch hidden aria-label="Тёмная тема">
        <ThemeIcon />
      </button>
    </div>
  );
}
