import { type MenuLink, type Site, withPrefix } from "../../content/index.ts";
import { text } from "../../interface/index.ts";
import { Imprint } from "./imprint.tsx";
import { MenuItems } from "./menu-items.tsx";
import { replaceable } from "./replaceable.tsx";
import { SocialLinks } from "./social-links.tsx";

/** What every page ends with, unless the settings say otherwise: where else to go, how to follow the site. */
function usualLinks(site: Site): readonly MenuLink[] {
  return [
    { address: "/about/", label: text(site, "page.about") },
    { address: "/topics/", label: text(site, "page.topics") },
    { address: "/archive/", label: text(site, "page.articles") },
    { address: "/search/", label: text(site, "page.search") },
    { address: "/rss.xml", label: "RSS" },
  ];
}

export const Footer = replaceable("Footer", OurFooter);

function OurFooter({ site }: { site: Site }) {
  const { name, description, footer = usualLinks(site), publisher, social } = site;
  return (
    <footer class="footer">
      <div class="footer-inner">
        <div>
          <p class="footer-name">
            <a href={withPrefix(site, "/")}>{name}</a>
          </p>
          <p>{description}</p>
        </div>
        {publisher === undefined ? null : <Imprint publisher={publisher} site={site} />}
        <nav aria-label={text(site, "frame.footer")}>
          <ul>
            <MenuItems links={footer} site={site} />
          </ul>
        </nav>
        {social === undefined ? null : <SocialLinks addresses={social} site={site} />}
      </div>
    </footer>
  );
}
