import { expect, test } from "vitest";
import { z } from "zod";
import { cmsFields } from "../../../src/admin/fields.ts";
import { adminPage, cmsConfig } from "../../../src/admin/index.ts";
import {
  type AdminSettings,
  articleSchema,
  authorSchema,
  headlineSchema,
  type Site,
  sectionSchema,
  siteSchema,
  standingSchema,
  topicSchema,
} from "../../../src/content/index.ts";
import { adminPolicy } from "../../../src/hosting/headers.ts";

const ADMIN: AdminSettings = {
  backend: "github",
  repo: "vesti/sait",
  branch: "main",
  content: "novosti/content",
  data: "novosti/_data",
};

const SITE: Site = {
  name: "Городские <вести>",
  description: "Новости",
  address: "https://vesti.example",
  pathPrefix: "/news/",
  language: "ru",
  timeZone: "Asia/Yekaterinburg",
  offline: true,
  allowBrokenLinks: false,
  preview: false,
  admin: ADMIN,
};

interface Described {
  readonly name: string;
  readonly label?: string;
  readonly widget?: string;
  readonly required?: boolean;
  readonly pattern?: readonly [string, string];
  readonly fields?: readonly Described[];
}

interface Collection {
  readonly name: string;
  readonly fields: readonly Described[];
}

/** As the browser gets it. */
const config = JSON.parse(JSON.stringify(cmsConfig(SITE, ADMIN))) as {
  readonly collections: readonly Collection[];
  readonly singletons: readonly Collection[];
};
const [articles, pages] = config.collections;
/** As they are in a file: the fold is of the form alone. */
const unfolded = (fields: readonly Described[]) =>
  fields.flatMap((one) => (one.name === "more" ? (one.fields ?? []) : [one]));
const article = unfolded(articles?.fields ?? []);
const page = unfolded(pages?.fields ?? []);
const fieldsOf = (file: string) =>
  config.singletons.find(({ name }) => name === file)?.fields ?? [];
const itemOf = (file: string) => fieldsOf(file)[0]?.fields ?? [];
const headline = itemOf("headlines");
const settings = fieldsOf("settings");

const namesOf = (fields: readonly Described[]) => fields.map(({ name }) => name);
const sorted = (names: readonly string[]) => [...names].sort();

test("every field of the schemas can be edited, and no other", () => {
  const { admin: _, counter: _c, comments: _k, ...editable } = siteSchema.shape;
  expect(sorted(namesOf(settings))).toEqual(sorted(Object.keys(editable)));
  expect(namesOf(headline)).toEqual(Object.keys(headlineSchema("UTC").shape));
  expect(namesOf(itemOf("authors"))).toEqual(Object.keys(authorSchema.shape));
  expect(namesOf(itemOf("sections"))).toEqual(Object.keys(sectionSchema.shape));
  expect(namesOf(itemOf("topics"))).toEqual(Object.keys(topicSchema.shape));
  const ofArticle = [...Object.keys(articleSchema(SITE).shape), "body"];
  expect(sorted(namesOf(article))).toEqual(sorted(ofArticle));
  const ofPage = [...Object.keys(standingSchema().shape), "body"];
  expect(sorted(namesOf(page))).toEqual(sorted(ofPage));
});

test("an article is filled in in the order of writing, and what few need is folded", () => {
  const order = ["title", "summary", "body", "image", "topics", "authors", "date", "draft", "more"];
  expect(namesOf(articles?.fields ?? [])).toEqual(order);
  expect(articles?.fields.at(-1)).toMatchObject({ widget: "object", collapsed: true });
  const begun = article.filter((one) => ["date", "draft"].includes(one.name));
  expect(begun).toMatchObject([
    { name: "date", default: "{{now}}", input_timezone: "Asia/Yekaterinburg" },
    { name: "draft", default: true },
  ]);
});

test("the newest articles are seen first", () => {
  expect(articles).toMatchObject({
    sortable_fields: { default: { field: "date", direction: "descending" } },
  });
});

test("a field that has no form stops the build", () => {
  const schema = z.object({ title: z.string(), mood: z.string().optional() });
  expect(() => cmsFields(schema.shape, { title: { label: "Заголовок" } as never })).toThrow("mood");
});

test("only what the schemas ask for is asked for", () => {
  const asked = (fields: readonly Described[]) =>
    namesOf(fields.filter(({ required }) => required === true));
  expect(asked(article)).toEqual(["title"]);
  expect(asked(headline)).toEqual(["text"]);
  expect(asked(settings)).toEqual([]);
});

/** What an editor may fill in, everywhere. */
const VALUES: Readonly<Record<string, unknown>> = {
  date: "2026-11-23 14:30",
  updated: "2026-11-23 00:00",
  expires: "2026-12-01",
  link: "/articles/most/",
  url: "https://gazeta.example/",
  slug: "novyi-most",
  translations: { en: "/en/bridge/" },
  aliases: ["/2019/most.html"],
};

function filled(field: Described): unknown {
  const { name, widget, fields } = field;
  if (name in VALUES) return VALUES[name];
  if (widget === "boolean") return true;
  const group = fields && Object.fromEntries(fields.map((one) => [one.name, filled(one)]));
  if (widget === "list") return [group ?? "Город"];
  return group ?? "Слова";
}

test("a form that is filled in whole is what the schemas take", () => {
  const { body: _, ...values } = Object.fromEntries(article.map((one) => [one.name, filled(one)]));
  expect(articleSchema(SITE).safeParse(values).error).toBeUndefined();
  const entry = Object.fromEntries(headline.map((one) => [one.name, filled(one)]));
  expect(headlineSchema(SITE.timeZone).safeParse(entry).error).toBeUndefined();
});

test("everything is named in Russian", () => {
  const all = [article, headline, settings].flat();
  const labels = all.flatMap((one) => [one, ...(one.fields ?? [])]).map(({ label }) => label);
  expect(labels.length).toBeGreaterThan(30);
  for (const label of labels) expect(label).toMatch(/^[А-ЯЁ][а-яё ]/);
});

test("an address of a page is checked as the schema does", () => {
  const [source = "never"] = article.find((one) => one.name === "slug")?.pattern ?? [];
  for (const slug of ["novyi-most", "a1"]) expect(slug).toMatch(new RegExp(source));
  for (const slug of ["Мост", "a--b", "-a", "a/b"]) expect(slug).not.toMatch(new RegExp(source));
});

test("the repository and its folders come from the settings", () => {
  expect(config).toMatchObject({
    backend: { name: "github", repo: "vesti/sait", branch: "main" },
    collections: [
      { folder: "novosti/content" },
      { folder: "novosti/content/pages", label: "Страницы" },
    ],
    singletons: [
      { file: "novosti/_data/headlines.yaml" },
      { file: "novosti/_data/sections.yaml" },
      { file: "novosti/_data/topics.yaml" },
      { file: "novosti/_data/authors.yaml" },
      { file: "novosti/_data/about.md" },
      { file: "novosti/_data/site.yaml" },
    ],
    logo: { src: "/news/assets/icon.svg" },
    site_url: "https://vesti.example/news/",
  });
  expect(cmsConfig(SITE, { ...ADMIN, backend: "gitlab", appId: "42" }).backend).toEqual({
    name: "gitlab",
    repo: "vesti/sait",
    branch: "main",
    auth_type: "pkce",
    app_id: "42",
  });
  const login = "https://vhod.example";
  expect(cmsConfig(SITE, { ...ADMIN, login }).backend).toMatchObject({ base_url: login });
});

const FILES = { script: "admin-AAAAAAAA.js", styles: "admin-BBBBBBBB.css" };

test("the page runs one script of the site's own and is not to be found", () => {
  const page = adminPage(SITE, ADMIN, FILES);
  expect(page).toContain('<script type="module" src="/news/admin/admin-AAAAAAAA.js"');
  expect(page.match(/<script/g)).toHaveLength(1);
  expect(page).toContain('<link rel="stylesheet" href="/news/admin/admin-BBBBBBBB.css"/>');
  expect(page).toContain('<meta name="robots" content="noindex, nofollow"/>');
  expect(page).toContain("Городские &lt;вести");
  expect(page).toContain(`content="${adminPolicy(ADMIN)}"`);
});

test("the policy knows the repository's host, the login's, and no other", () => {
  const policy = adminPolicy({ ...ADMIN, login: "https://vhod.example/put" });
  expect(policy).toContain("script-src 'self';");
  expect(policy).toContain(
    "connect-src 'self' blob: data: https://api.github.com https://vhod.example;",
  );
  expect(policy).not.toMatch(/unsafe-eval|gitlab|\*/);
  expect(adminPolicy({ ...ADMIN, backend: "gitlab" })).not.toContain("github");
});
