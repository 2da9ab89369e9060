/** An attribute that leads somewhere. */
export interface Mark {
  readonly name: string;
  readonly value: string;
}

const TAG = /<([a-z][a-z0-9-]*)((?:\s+[^\s=>"/]+(?:="[^"]*")?)*)\s*\/?>/gi;
const ATTRIBUTE = /([^\s=>"/]+)="([^"]*)"/g;

/** Attributes that hold one address each. */
const LINKS = new Set(["href", "src", "action", "poster", "data-href"]);

/**
 * What a page leads to, and what can be led to on it. It reads the HTML that our templates and
 * markdown-it write, which always quotes attributes with «"».
 *
 * @param html a whole page
 */
export function marksOf(html: string): { links: Mark[]; ids: Set<string> } {
  const links: Mark[] = [];
  const ids = new Set<string>();
  for (const [, tag = "", attributes = ""] of html.matchAll(TAG)) {
    for (const [, name = "", raw = ""] of attributes.matchAll(ATTRIBUTE)) {
      const value = decoded(raw);
      if (name === "id") ids.add(value);
      links.push(...addressesIn(tag.toLowerCase(), name.toLowerCase(), value));
    }
  }
  return { links, ids };
}

function addressesIn(tag: string, name: string, value: string): Mark[] {
  if (LINKS.has(name)) return [{ name, value }];
  if (name === "srcset" || name === "imagesrcset") {
    const addresses = value.split(",").map((part) => part.trim().split(/\s+/)[0] ?? "");
    return addresses.map((address) => ({ name, value: address }));
  }
  if (tag !== "meta" || name !== "content") return [];
  // Open Graph wants whole addresses, and a page that has moved names its new one.
  const address = /^(?:\d+;\s*url=)?((?:https?:\/\/|\/)\S*)$/i.exec(value)?.[1];
  return address === undefined ? [] : [{ name, value: address }];
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"' };

function decoded(value: string): string {
  return value.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ENTITIES[name] ?? "'");
}
