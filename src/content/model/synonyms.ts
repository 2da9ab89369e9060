import { join } from "node:path";
import { z } from "zod";
import { hasSource, readSource } from "./source-file.ts";
import type { SynonymGroup } from "./types.ts";
import { fault, text, validate } from "./validate.ts";
import { parseYaml } from "./yaml/yaml.ts";

const schema = z.array(
  z
    .array(text())
    .refine(
      (group) => group.length > 1,
      fault("нужны хотя бы два слова.", "допишите второе слово: [КНР, Китай]."),
    ),
);

/**
 * Reads the synonyms that the search knows.
 *
 * @param dataFolder the folder of synonyms.yaml, a list of lists; no file is no synonyms
 * @throws ContentError where the file is not of that shape
 */
export function readSynonyms(dataFolder: string): SynonymGroup[] {
  const file = join(dataFolder, "synonyms.yaml");
  if (!hasSource(file)) return [];
  const yaml = parseYaml(file, readSource(file).text);
  return validate(schema, { ...yaml, value: yaml.value ?? [] });
}
