import { type MenuLink, type Site, withPrefix } from "../../content/index.ts";
import { text } from "../../interface/index.ts";
import { ThemeIcon } from "./icons.tsx";
import { Logo } from "./logo.tsx";
import { MenuItems } from "./menu-items.tsx";
import { replaceable } from "./replaceable.tsx";
import { SearchForm } from "./search-form.tsx";

/** Where the settings say no other. */
function usualSections(site: Site): readonly MenuLink[] {
  return [
    { address: "/headlines/", label: text(site, "page.headlines") },
    { address: "/archive/", label: text(site, "page.articles") },
    { address: "/topics/", label: text(site, "page.topics") },
  ];
}

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
          <ThemeSwitch site={site} />
        </div>
      </div>
    </header>
  );
}

function Sections({ site, path }: Props) {
  const links = site.menu ?? usualSections(site);
  const hasSearch = links.some(({ address }) => address === SEARCH);
  return (
    <nav class="sections" aria-label={text(site, "frame.menu")}>
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
        {text(site, "page.search")}
      </a>
    </li>
  );
}

/** A script shows it where it runs: without one the system's colours hold. */
function ThemeSwitch({ site }: { site: Site }) {
  return (
    <div class="theme-place">
      <button
        type="button"
        class="icon-button"
        data-theme-switch
        hidden
        aria-label={text(site, "theme.dark")}
      >
        <ThemeIcon />
      </button>
    </div>
  );
}
