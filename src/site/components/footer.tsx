import { type MenuLink, type Site, withPrefix } from "../../content/index.ts";
import { Imprint } from "./imprint.tsx";
import { MenuItems } from "./menu-items.tsx";
import { replaceable } from "./replaceable.tsx";
import { SocialLinks } from "./social-links.tsx";

/** What every page ends with, unless the settings say otherwise: where else to go, how to follow the site. */
const LINKS: readonly MenuLink[] = [
  { address: "/about/", label: "О сайте" },
  { address: "/topics/", label: "Темы" },
  { address: "/archive/", label: "Архив" },
  { address: "/search/", label: "Поиск" },
  { address: "/rss.xml", label: "RSS" },
];

export const Footer = replaceable("Footer", OurFooter);

function OurFooter({ site }: { site: Site }) {
  const { name, description, footer = LINKS, publisher, social } = site;
  return (
    <footer class="footer">
      <div class="footer-inner">
        <div>
          <p class="footer-name">
            <a href={withPrefix(site, "/")}>{name}</a>
          </p>
          <p>{description}</p>
        </div>
        {publisher === undefined ? null : <Imprint publisher={publisher} />}
        <nav aria-label="О сайте и подписка">
          <ul>
            <MenuItems links={footer} site={site} />
          </ul>
        </nav>
        {social === undefined ? null : <SocialLinks addresses={social} />}
      </div>
    </footer>
  );
}
