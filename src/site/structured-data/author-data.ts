import type { ProfilePage, WithContext } from "schema-dts";
import type { Site } from "../../content/index.ts";
import { absoluteAddress } from "../feeds/address.ts";
import type { AuthorSummary } from "../types.ts";
import { toImage } from "./image.ts";

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
