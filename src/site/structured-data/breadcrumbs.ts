import type { BreadcrumbList, WithContext } from "schema-dts";
import type { Site } from "../../content/index.ts";
import { absoluteAddress } from "../feeds/address.ts";
import type { Crumb } from "../types.ts";

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
