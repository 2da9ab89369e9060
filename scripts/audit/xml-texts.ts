import { XMLParser } from "fast-xml-parser";

/** @returns the texts of all elements of a name, or of attributes: «item», «link@href» */
export type TextsOf = (name: string) => readonly string[];

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: "@",
  parseTagValue: false,
  parseAttributeValue: false,
});

/** Reads a document that is known to be right. */
export function textsOf(xml: string): TextsOf {
  const texts = new Map<string, string[]>();
  for (const [name, text] of textsIn(parser.parse(xml), "")) {
    const known = texts.get(name);
    if (known === undefined) texts.set(name, [text]);
    else known.push(text);
  }
  return (name) => texts.get(name) ?? [];
}

function* textsIn(value: unknown, name: string): Generator<readonly [string, string]> {
  if (Array.isArray(value)) {
    for (const one of value) yield* textsIn(one, name);
  } else if (typeof value === "object" && value !== null) {
    for (const [own, inner] of Object.entries(value)) yield* textsIn(inner, nameOf(own, name));
  } else yield [name, String(value)];
}

function nameOf(own: string, parent: string): string {
  if (own === "#text") return parent;
  return own.startsWith("@") ? parent + own : own;
}
