import { splitFrontMatter } from "./front-matter.ts";
import { attempt } from "./problem.ts";
import { decode } from "./source-file.ts";
import { parseYaml } from "./yaml.ts";

/** The field with its list, up to the next field. */
const FIELD = /^topics:(?:.*)(?:\n(?:[ \t#-].*|))*/m;

/**
 * Makes a glance at the topics that an article names: addresses depend on all of an archive, and few of
 * its articles are read by one process. Most name the same, so what is written alike is read once.
 *
 * @returns the names as they are typed; none of fields that cannot be read, for that is told elsewhere
 */
export function topicGlance(): (frontMatter: string) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  return (frontMatter) => {
    if (!frontMatter.includes("topics")) return [];
    const field = FIELD.exec(frontMatter)?.[0] ?? "";
    const found = known.get(field) ?? topicsIn(field);
    if (found === undefined) return topicsIn(frontMatter) ?? [];
    known.set(field, found);
    return found;
  };
}

/** @returns nothing where it cannot be read by itself */
function topicsIn(yaml: string): readonly string[] | undefined {
  const value = attempt([], () => parseYaml("", yaml).value);
  if (typeof value !== "object" || value === null || !("topics" in value)) return undefined;
  const { topics } = value;
  return (Array.isArray(topics) ? topics : [topics]).filter((one) => typeof one === "string");
}

/** @returns the lines between the fences of a file; nothing where there are none */
export function frontMatterIn(bytes: Buffer): string {
  return attempt([], () => splitFrontMatter({ path: "", text: decode(bytes) }).yaml) ?? "";
}
