import type { Site } from "../../content/index.ts";
import { text } from "../../interface/index.ts";
import { absoluteAddress } from "../feeds/address.ts";
import { toXml } from "../feeds/xml.ts";
import { shortName } from "./short-name.ts";

export const OPENSEARCH_PATH = "/opensearch.xml";

/** Lengths that the specification allows: https://github.com/dewitt/opensearch */
const MOST = { shortName: 16, longName: 48, description: 1024 };

function descriptionOf(site: Site): string {
  const { name, description } = site;
  return text(site, "opensearch.description", { name, description });
}

/** Tells browsers how the site is searched (OpenSearch 1.1). */
export function toOpenSearch(site: Site): string {
  const search = absoluteAddress(site, "/search/");
  const self = absoluteAddress(site, OPENSEARCH_PATH);
  return toXml({
    OpenSearchDescription: {
      "@xmlns": "http://a9.com/-/spec/opensearch/1.1/",
      ShortName: shortName(site.name, MOST.shortName),
      LongName: shortName(site.name, MOST.longName),
      Description: shortName(descriptionOf(site), MOST.description),
      Url: [
        { "@type": "text/html", "@template": `${search}?q={searchTerms}` },
        { "@type": "application/opensearchdescription+xml", "@rel": "self", "@template": self },
      ],
      Image: {
        "@width": "192",
        "@height": "192",
        "@type": "image/png",
        "#text": absoluteAddress(site, "/assets/icon-192.png"),
      },
      Language: site.language,
      InputEncoding: "UTF-8",
      OutputEncoding: "UTF-8",
    },
  });
}
