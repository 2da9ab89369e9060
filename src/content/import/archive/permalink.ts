import { DateTime } from "luxon";

/** The facts that fill a form of an address. */
export interface PermalinkFacts {
  /** In ISO 8601, in the zone of the site. */
  readonly date?: string | undefined;
  readonly categories: readonly string[];
  /** The last part of the address. */
  readonly slug: string;
  /** The title of the item, as it is. */
  readonly title: string;
  /** The folders of the file, from its root, and its name without an ending. */
  readonly folders: readonly string[];
  readonly name: string;
}

/** Forms that have names in Jekyll. */
const STYLES: ReadonlyMap<string, string> = new Map([
  ["date", "/:categories/:year/:month/:day/:title:output_ext"],
  ["pretty", "/:categories/:year/:month/:day/:title/"],
  ["ordinal", "/:categories/:year/:y_day/:title:output_ext"],
  ["weekdate", "/:categories/:year/W:week/:short_day/:title:output_ext"],
  ["none", "/:categories/:title:output_ext"],
]);

/** The default of Jekyll. */
export const JEKYLL_POSTS = "date";

/** Parts of a date, and the format of each in luxon. */
const OF_DATE: ReadonlyMap<string, string> = new Map([
  ["year", "yyyy"],
  ["short_year", "yy"],
  ["month", "MM"],
  ["i_month", "M"],
  ["short_month", "MMM"],
  ["long_month", "MMMM"],
  ["monthname", "MMMM"],
  ["day", "dd"],
  ["i_day", "d"],
  ["y_day", "ooo"],
  ["yearday", "o"],
  ["week", "WW"],
  ["short_day", "EEE"],
  ["long_day", "EEEE"],
  ["weekday", "EEEE"],
  ["hour", "HH"],
  ["minute", "mm"],
  ["second", "ss"],
]);

/** @returns whether an address is a form of one: it has parts that begin with a colon */
export function isForm(address: string): boolean {
  return (
    /(?:^|[/_.\-W]|output_ext):[a-z]/.test(address) && !/^[a-z][a-z0-9+.-]*:\/\//i.test(address)
  );
}

/**
 * Fills the form of an address in.
 *
 * @param form as generators write it: /:categories/:year/:month/:day/:title.html, or a name of Jekyll's
 * @returns the path, if all parts of it are known
 */
export function fillPermalink(form: string, facts: PermalinkFacts): string | undefined {
  let isWhole = true;
  const path = (STYLES.get(form) ?? form).replace(/:([a-z]+(?:_[a-z]+)*)/gi, (_, name: string) => {
    const part = partOf(name.toLowerCase(), facts);
    if (part === undefined) isWhole = false;
    return part ?? "";
  });
  return isWhole ? `/${path}`.replace(/\/{2,}/g, "/") : undefined;
}

/** All other parts. */
const OTHERS: readonly (readonly [names: RegExp, read: (facts: PermalinkFacts) => string])[] = [
  [
    /^(?:slugified_)?categories$/,
    ({ categories }) => categories.map((one) => one.toLowerCase()).join("/"),
  ],
  [/^category$/, ({ categories: [first = ""] }) => first.toLowerCase()],
  [/^(?:title|slug|slugorfilename|slugorcontentbasename)$/, ({ slug }) => slug],
  [/^(?:filename|contentbasename|basename|name|post_title)$/, ({ name }) => name],
  [/^section$/, ({ folders: [first = ""] }) => first],
  [/^(?:sections|path)$/, ({ folders }) => folders.join("/")],
  [/^output_ext$/, () => ".html"],
];

function partOf(name: string, facts: PermalinkFacts): string | undefined {
  const format = OF_DATE.get(name);
  if (format !== undefined) return dated(facts.date, format);
  return OTHERS.find(([names]) => names.test(name))?.[1](facts);
}

function dated(date: string | undefined, format: string): string | undefined {
  if (date === undefined) return undefined;
  return DateTime.fromISO(date, { setZone: true, locale: "en" }).toFormat(format);
}

/** Jekyll's last part of an address: letters, digits and a few signs, the rest hyphens. */
export function jekyllSlug(text: string): string {
  return text.replace(/[^\p{M}\p{L}\p{Nd}._~!$&'()+,;=@]+/gu, "-").replace(/^-+|-+$/g, "");
}

/** Hugo's form of names in addresses: small letters, hyphens for spaces. */
export function hugoSlug(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/\s+/g, "-")
    .replace(/[^\p{M}\p{L}\p{N}._~+@#-]+/gu, "")
    .replace(/-{2,}/g, "-");
}
