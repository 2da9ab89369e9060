import type {
  Organization,
  SearchAction,
  WebSite,
  WithActionConstraints,
  WithContext,
} from "schema-dts";
import type { Site } from "../../content/index.ts";
import { absoluteAddress } from "../feeds/address.ts";
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
