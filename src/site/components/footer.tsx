import { type Site, withPrefix } from "../../content/index.ts";
import { replaceable } from "./replaceable.tsx";

/** What every page ends with: where else to go, and how to follow the site. */
const LINKS = [
  { path: "/about/", name: "О сайте" },
  { path: "/topics/", name: "Темы" },
  { path: "/archive/", name: "Архив" },
  { path: "/search/", name: "Поиск" },
  { path: "/rss.xml", name: "RSS" },
] as const;

export const Footer = replaceable("Footer", OurFooter);

function OurFooter({ site }: { site: Site }) {
  return (
    <footer class="footer">
      <div class="footer-inner">
        <div>
          <p class="footer-name">
            <a href={withPrefix(site, "/")}>{site.name}</a>
          </p>
          <p>{site.description}</p>
        </div>
        <nav aria-label="О сайте и подписка">
          <ul>
            {LINKS.map(({ path, name }) => (
              <li key={path}>
                <a href={withPrefix(site, path)}>{name}</a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </footer>
  );
}
