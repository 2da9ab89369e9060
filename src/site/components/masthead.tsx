import { type Site, withPrefix } from "../../content/index.ts";
import { ThemeIcon } from "./icons.tsx";
import { replaceable } from "./replaceable.tsx";
import { SearchForm } from "./search-form.tsx";

const SECTIONS = [
  { path: "/headlines/", name: "Заголовки" },
  { path: "/archive/", name: "Статьи" },
  { path: "/topics/", name: "Темы" },
] as const;

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
      {site.name}
    </a>
  );
  return (
    <header class={isFront ? "masthead masthead-front" : "masthead"}>
      <div class="masthead-inner">
        {isFront ? <h1 class="masthead-name">{name}</h1> : <p class="masthead-name">{name}</p>}
        {isFront ? <p class="masthead-tagline">{site.description}</p> : null}
        <Sections site={site} path={path} />
        <div class="masthead-tools">
          {path === "/search/" ? null : <SearchForm site={site} id="masthead-query" />}
          <ThemeSwitch />
        </div>
      </div>
    </header>
  );
}

function Sections({ site, path }: Props) {
  return (
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
        <li class="search-link">
          <a
            href={withPrefix(site, "/search/")}
            aria-current={path === "/search/" ? "page" : undefined}
          >
            Поиск
          </a>
        </li>
      </ul>
    </nav>
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
