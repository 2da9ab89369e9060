import type { ImageObject, QuantitativeValue } from "schema-dts";
import type { Site } from "../../content/index.ts";
import { absoluteAddress } from "../feeds/address.ts";

/** A picture of the site, by its place and its size in pixels. */
export interface ShownImage {
  /** Without the path prefix. */
  readonly path: string;
  readonly width: number;
  readonly height: number;
  /** Plain text under it. */
  readonly caption?: string | undefined;
}

export function toImage(site: Site, { path, width, height, caption }: ShownImage): ImageObject {
  const url = absoluteAddress(site, path);
  return { "@type": "ImageObject", url, width: pixels(width), height: pixels(height), caption };
}

/** E37 is the pixel of UN/CEFACT Recommendation 20, by which schema.org names units. */
function pixels(value: number): QuantitativeValue {
  return { "@type": "QuantitativeValue", value, unitCode: "E37" };
}
