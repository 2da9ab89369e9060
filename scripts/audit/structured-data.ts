import Validator from "@adobe/structured-data-validator";
import { z } from "zod";

/**
 * Finds what is wrong with the structured data of a page: with what schema.org and the rich results
 * of search engines want of an article, a way to a page, a site. That properties belong to their
 * types is not checked here: the compiler does it where they are written (schema-dts).
 *
 * @param html a whole page
 * @returns what is wrong, in English; nothing where all is well, or nothing is there
 */
export async function structuredDataProblems(html: string): Promise<string[]> {
  const problems = blocksOf(html).map((text) => problemsOfBlock(text));
  return (await Promise.all(problems)).flat();
}

/** @returns the texts of all JSON-LD of a page */
export function blocksOf(html: string): string[] {
  const blocks = html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs);
  return [...blocks].map(([, text = ""]) => text);
}

async function problemsOfBlock(text: string): Promise<string[]> {
  const { data, error } = parse(text);
  if (data === undefined) return [`JSON-LD: ${error}`];
  const type = data["@type"];
  const own = SCHEMAS[type]?.safeParse(data).error?.issues ?? [];
  const issues = await new Validator().validate({ jsonld: { [type]: [data] } });
  return [
    ...own.map(({ path, message }) => `${type} ${path.join(".")}: ${message}`),
    ...issues.map(({ issueMessage, fieldNames = [] }) => {
      return `${type} ${fieldNames.join(", ")}: ${issueMessage}`;
    }),
  ];
}

const root = z.looseObject({ "@context": z.literal("https://schema.org"), "@type": z.string() });

function parse(text: string): { data?: z.infer<typeof root>; error?: string } {
  try {
    const { data, error } = root.safeParse(JSON.parse(text));
    return { data, error: error && z.prettifyError(error) };
  } catch (error) {
    return { error: String(error) };
  }
}

const address = z.url({ protocol: /^https?$/ });
const words = z.string().min(1);
const when = z.union([z.iso.date(), z.iso.datetime({ offset: true })]);
const named = z.looseObject({ "@type": z.enum(["Person", "Organization"]), name: words });
const image = z.looseObject({ "@type": z.literal("ImageObject"), url: address });
const publisher = named.extend({ url: address, logo: image });

/** By type. What may be missing may be missing: the site makes nothing up. */
const SCHEMAS: Readonly<Record<string, z.ZodType>> = {
  NewsArticle: z.looseObject({
    headline: words,
    url: address,
    mainEntityOfPage: z.looseObject({ "@type": z.literal("WebPage"), "@id": address }),
    inLanguage: words,
    datePublished: when.optional(),
    dateModified: when.optional(),
    author: z.array(named).min(1).optional(),
    publisher,
    image: z.array(image).min(1),
    isBasedOn: address.optional(),
    correction: z
      .array(z.looseObject({ "@type": z.literal("CorrectionComment"), text: words }))
      .min(1)
      .optional(),
  }),
  WebSite: z.looseObject({
    name: words,
    url: address,
    publisher,
    potentialAction: z.looseObject({
      "@type": z.literal("SearchAction"),
      target: z.looseObject({ urlTemplate: z.string().includes("{search_term_string}") }),
      "query-input": z.literal("required name=search_term_string"),
    }),
  }),
  BreadcrumbList: z.looseObject({
    itemListElement: z
      .array(z.looseObject({ position: z.number(), name: words, item: address }))
      .refine(
        (items) => items.every(({ position }, index) => position === index + 1),
        "positions do not count from 1",
      ),
  }),
};
