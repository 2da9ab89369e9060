import { readFileSync } from "node:fs";
import { z } from "zod";

const docSchema = z.object({ id: z.string(), title: z.string().optional(), text: z.string() });
const querySchema = z.object({ query: z.string(), relevant: z.array(z.string()) });
const formSchema = z.object({ form: z.string(), lemmas: z.array(z.string()) });

/** A page of a collection. */
export type Doc = z.output<typeof docSchema>;
/** A query with the ids of the pages that answer it. */
export type JudgedQuery = z.output<typeof querySchema>;
/** A word form with its lemmas. */
export type GoldForm = z.output<typeof formSchema>;

export const readDocs = (file: string): Doc[] => readLines(file, docSchema);
export const readQueries = (file: string): JudgedQuery[] => readLines(file, querySchema);
export const readForms = (file: string): GoldForm[] => readLines(file, formSchema);

/** @throws Error with file and line where a line is not of the schema's shape */
function readLines<Schema extends z.ZodType>(file: string, schema: Schema): z.output<Schema>[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .flatMap((line, index) => {
      if (line.trim() === "") return [];
      const result = schema.safeParse(JSON.parse(line));
      if (!result.success) throw new Error(`${file}:${index + 1}: ${result.error.message}`);
      return [result.data];
    });
}
