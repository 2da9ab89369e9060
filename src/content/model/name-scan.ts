import { splitFrontMatter } from "./front-matter.ts";
import { attempt } from "./problem.ts";
import { decode } from "./source-file.ts";
import { parseYaml } from "./yaml/yaml.ts";

/** A field with its list, up to the next field. */
function fieldForm(field: string): RegExp {
  return new RegExp(`^${field}:(?:.*)(?:\\n(?:[ \\t#-].*|))*`, "m");
}

/**
 * Makes a function that finds an article's topics, authors or section without parsing its YAML. Addresses
 * depend on the whole archive, and no process reads all of it. Equal lines are read once.
 *
 * @param field a plain word
 * @returns the names as they are typed; none of fields that cannot be read, for that is told elsewhere
 */
export function scanNames(field: string): (frontMatter: string) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  const form = fieldForm(field);
  return (frontMatter) => {
    if (!frontMatter.includes(field)) return [];
    const text = form.exec(frontMatter)?.[0] ?? "";
    const found = known.get(text) ?? namesIn(text, field);
    if (found === undefined) return namesIn(frontMatter, field) ?? [];
    known.set(text, found);
    return found;
  };
}

/** @returns nothing where it cannot be read by itself */
function namesIn(yaml: string, field: string): readonly string[] | undefined {
  const value = attempt([], () => parseYaml("", yaml).value);
  if (typeof value !== "object" || value === null || !(field in value)) return undefined;
  const names: unknown = (value as Readonly<Record<string, unknown>>)[field];
  return (Array.isArray(names) ? names : [names]).filter((one) => typeof one === "string");
}

/** @returns the lines between the fences of a file; nothing where there are none */
export function frontMatterIn(bytes: Buffer): string {
  return attempt([], () => splitFrontMatter({ path: "", text: decode(bytes) }).yaml) ?? "";
}
