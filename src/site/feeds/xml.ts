import { XMLBuilder } from "fast-xml-parser";

/**
 * An element by its children: names that begin with «@» are attributes, «#text» is the text beside
 * them, a list is the same element again and again, and what is undefined is left out.
 */
export interface XmlElement {
  readonly [name: string]: XmlValue;
}

type XmlValue = string | XmlElement | readonly XmlValue[] | undefined;

const builder = new XMLBuilder({
  ignoreAttributes: false,
  attributeNamePrefix: "@",
  // Otherwise isPermaLink="true" loses its value, which HTML allows and XML does not.
  suppressBooleanAttributes: false,
  format: true,
});

/** Characters that XML 1.0 has no way to write, half a surrogate pair among them. */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/**
 * Writes an XML document. Texts and attributes are escaped; what XML cannot hold is left out.
 *
 * @param root the root element by its name
 */
export function toXml(root: XmlElement): string {
  const declaration = { "@version": "1.0", "@encoding": "UTF-8" };
  return builder.build({ "?xml": declaration, ...root }).replace(FORBIDDEN, "");
}
