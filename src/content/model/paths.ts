import type { PublicationDate } from "./dates.ts";
import { labelPath } from "./labels.ts";
import type { Site } from "./types.ts";

/**
 * Where things live in the site. Paths begin with «/» and do not hold the path prefix, so that
 * they are the same wherever the site is deployed.
 */

export function articlePath(slug: string): string {
  return `/articles/${slug}/`;
}

export function topicPath(slug: string): string {
  return labelPath({ kind: "topic", slug });
}

/** The year or month in the address of an undated item. */
export const UNDATED = "bez-daty";

/** @param month 2026-11, or UNDATED */
export function monthPath(month: string): string {
  return `/archive/${month === UNDATED ? month : month.replace("-", "/")}/`;
}

/**
 * A day's headlines have a page; those without a date share the front page of headlines.
 *
 * @param page of a day that has several, from 1
 */
export function headlinesPath(date: PublicationDate | undefined, page = 1): string {
  const day = date === undefined ? "" : `${date.day.replaceAll("-", "/")}/`;
  return listPagePath(`/headlines/${day}`, page);
}

/** @returns where a page of a list lives: the list's own path, or /page/2/ behind it */
export function listPagePath(path: string, number: number): string {
  return number === 1 ? path : `${path}page/${number}/`;
}

/** @returns where the icon of the site lies that browsers show beside its name, and its type */
export function iconOf({ icon }: Pick<Site, "icon">): { path: string; type: string } {
  return icon === "png"
    ? { path: "/assets/icon-192.png", type: "image/png" }
    : { path: "/assets/icon.svg", type: "image/svg+xml" };
}

/**
 * @param path a path of the site
 * @returns the path under the site's prefix, as a browser asks for it: /news/articles/slug/
 */
export function withPrefix(site: Pick<Site, "pathPrefix">, path: string): string {
  return `${site.pathPrefix}${path.replace(/^\//, "")}`;
}

/**
 * Brings the letters of an address into the form that the site's own addresses have: `й` is one sign, as
 * a browser sends it as it stands.
 *
 * @param address of the site, encoded or not; what stands behind «?» or «#» stays as it is
 */
export function inOneForm(address: string): string {
  const [, path = "", rest = ""] = /^([^?#]*)(.*)$/s.exec(address) ?? [];
  return path.replace(/[^/]+/g, nameInOneForm) + rest;
}

function nameInOneForm(name: string): string {
  try {
    const text = decodeURIComponent(name);
    const form = text.normalize("NFC");
    return form === text ? name : encodeURIComponent(form);
  } catch {
    return name;
  }
}

/** @returns an address as people read it: with letters instead of their codes, where these are right */
export function readableAddress(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

/** @returns a part of an address with letters instead of all their codes; as it stands where these are wrong */
export function decodedPart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
