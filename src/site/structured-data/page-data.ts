import type {
  BreadcrumbList,
  Organization,
  ProfilePage,
  SearchAction,
  WebSite,
  WithActionConstraints,
  WithContext,
} from "schema-dts";
import type { Site } from "../../content/index.ts";
import { absoluteAddress } from "../feeds/address.ts";
import type { AuthorSummary, Crumb } from "../types.ts";
import { toImage } from "./image.ts";

/** The size of the logo, in pixels. */
const LOGO_SIZE = 512;

/** Who publishes the site: its name, its address and its sign. */
export function publisherOf(site: Site): Exclude<Organization, string> {
  return {
    "@type": "Organization",
    name: site.name,
    url: absoluteAddress(site, "/"),
    logo: toImage(site, { path: "/assets/icon-512.png", width: LOGO_SIZE, height: LOGO_SIZE }),
  };
}

/** The same with all that is known of it, for the front page. */
function organizationOf(site: Site): Exclude<Organization, string> {
  const { publisher = {}, social } = site;
  return {
    ...publisherOf(site),
    legalName: publisher.name,
    address: publisher.address,
    telephone: publisher.phone,
    email: publisher.email,
    sameAs: social,
  };
}

/** The site and its search, for its front page. */
export function siteData(site: Site): WithContext<WebSite> {
  const searched: WithActionConstraints<Exclude<SearchAction, string>> = {
    "@type": "SearchAction",
    target: {
      "@type": "EntryPoint",
      urlTemplate: `${absoluteAddress(site, "/search/")}?q={search_term_string}`,
    },
    "query-input": "required name=search_term_string",
  };
  return {
    "@context": "https://schema.org",
    "@type": "WebSite",
    name: site.name,
    description: site.description,
    url: absoluteAddress(site, "/"),
    inLanguage: site.language,
    publisher: organizationOf(site),
    potentialAction: searched,
  };
}

/** The author of a page, by the editor's description alone. */
export function authorData(site: Site, author: AuthorSummary): WithContext<ProfilePage> {
  const { name, path, description, photo, url } = author;
  return {
    "@context": "https://schema.org",
    "@type": "ProfilePage",
    mainEntity: {
      "@type": "Person",
      name,
      url: absoluteAddress(site, path),
      description,
      image: photo && toImage(site, photo),
      sameAs: url,
    },
  };
}

/**
 * The way from the front page to a page.
 *
 * @param trail from the front page to the page itself; search engines want two at least
 */
export function breadcrumbs(site: Site, trail: readonly Crumb[]): WithContext<BreadcrumbList> {
  return {
    "@context": "https://schema.org",
    "@type": "BreadcrumbList",
    itemListElement: trail.map(({ name, path }, index) => ({
      "@type": "ListItem",
      position: index + 1,
      name,
      item: absoluteAddress(site, path),
    })),
  };
}
