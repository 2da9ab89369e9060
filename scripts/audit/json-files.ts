import { z } from "zod";
import { feedTextProblems } from "./feed-texts.ts";

/** What JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/) and web manifests have to hold. */

const address = z.url({ protocol: /^https?$/ });
const words = z.string().min(1);
const moment = z.iso.datetime({ offset: true });
const authors = z
  .array(z.strictObject({ name: words, url: address.optional(), avatar: address.optional() }))
  .min(1);

const feedText = words.superRefine((html, { addIssue }) => {
  for (const message of feedTextProblems(html)) addIssue({ code: "custom", message });
});

const feedItem = z
  .strictObject({
    id: words,
    url: address.optional(),
    external_url: address.optional(),
    title: words.optional(),
    content_html: feedText.optional(),
    content_text: words.optional(),
    summary: words.optional(),
    image: address.optional(),
    banner_image: address.optional(),
    date_published: moment.optional(),
    date_modified: moment.optional(),
    authors: authors.optional(),
    tags: z.array(words).optional(),
    language: words.optional(),
  })
  .refine(
    ({ content_html, content_text }) => (content_html ?? content_text) !== undefined,
    "neither content_html nor content_text",
  );

const jsonFeed = z
  .strictObject({
    version: z.literal("https://jsonfeed.org/version/1.1"),
    title: words,
    home_page_url: address,
    feed_url: address,
    description: words.optional(),
    icon: address.optional(),
    favicon: address.optional(),
    authors: authors.optional(),
    language: words.optional(),
    items: z.array(feedItem),
  })
  .refine(
    ({ items }) => new Set(items.map(({ id }) => id)).size === items.length,
    "two items have the same id",
  );

const icon = z.strictObject({
  src: words,
  type: z.string().regex(/^image\/.+$/),
  sizes: z.string().regex(/^(?:any|\d+x\d+)$/),
  purpose: z.enum(["any", "maskable", "monochrome"]),
});

const color = z.string().regex(/^#[0-9a-f]{6}$/);

const webManifest = z
  .strictObject({
    id: words,
    name: words,
    short_name: words.max(12),
    description: words,
    lang: words,
    dir: z.enum(["ltr", "rtl", "auto"]),
    start_url: words,
    scope: z.string().regex(/^\/(?:.*\/)?$/),
    display: z.enum(["fullscreen", "standalone", "minimal-ui", "browser"]),
    theme_color: color,
    background_color: color,
    categories: z.array(words),
    icons: z.array(icon),
  })
  .refine(({ start_url, scope }) => start_url.startsWith(scope), "it starts outside its scope")
  .refine(
    ({ icons }) => ["192x192", "512x512"].every((size) => icons.some((one) => one.sizes === size)),
    "browsers want icons of 192 and 512 pixels",
  );

/** @returns what is wrong with the text of a JSON Feed */
export function jsonFeedProblems(text: string): string[] {
  return problemsOf(text, jsonFeed);
}

/** @returns what is wrong with the text of a web manifest */
export function webManifestProblems(text: string): string[] {
  return problemsOf(text, webManifest);
}

function problemsOf(text: string, schema: z.ZodType): string[] {
  try {
    const { error } = schema.safeParse(JSON.parse(text));
    return (error?.issues ?? []).map(({ path, message }) => `${path.join(".")}: ${message}`);
  } catch (error) {
    return [String(error)];
  }
}
