import { describe, expect, test } from "vitest";
import { z } from "zod";
import { cmsFields } from "../../../src/admin/fields.ts";
import { adminPage, adminPolicy, cmsConfig } from "../../../src/admin/index.ts";
import {
  type AdminSettings,
  articleSchema,
  headlineSchema,
  type Site,
  siteSchema,
  standingSchema,
} from "../../../src/content/index.ts";

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
  readonly fields?: readonly Described[];
  readonly files?: readonly { readonly name: string; readonly fields: readonly Described[] }[];
}

/** As the browser gets it. */
const config = JSON.parse(JSON.stringify(cmsConfig(SITE, ADMIN))) as {
  readonly collections: readonly Collection[];
};
const [articles, pages, files] = config.collections;
const article = articles?.fields ?? [];
const fieldsOf = (file: string) => files?.files?.find(({ name }) => name === file)?.fields ?? [];
const headline = fieldsOf("headlines")[0]?.fields ?? [];
const settings = fieldsOf("settings");

const namesOf = (fields: readonly Described[]) => fields.map(({ name }) => name);

test("every field of the schemas can be edited, and no other", () => {
  const {
    admin: _,
    menu: _m,
    footer: _f,
    counter: _c,
    comments: _k,
    ...editable
  } = siteSchema.shape;
  expect(namesOf(settings)).toEqual(Object.keys(editable));
  expect(namesOf(headline)).toEqual(Object.keys(headlineSchema("UTC").shape));
  const [title, body, ...others] = namesOf(article);
  expect([title, ...others]).toEqual(Object.keys(articleSchema(SITE).shape));
  expect(body).toBe("body");
  const [pageTitle, text, ...more] = namesOf(pages?.fields ?? []);
  expect([pageTitle, ...more]).toEqual(Object.keys(standingSchema().shape));
  expect(text).toBe("body");
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
  updated: "23.11.2026",
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

describe("patterns", () => {
  const patternOf = (name: string): RegExp => {
    const [source = "never"] = article.find((one) => one.name === name)?.pattern ?? [];
    return new RegExp(source);
  };

  test.each([
    "2026-11-23",
    "2026-11-23 14:30",
    "2026-11-23T14:30:00+03:00",
    "3.11.2026",
    "23.11.2026, 9:05",
  ])("the form takes the date %s, as the schema does", (date) => {
    expect(patternOf("date").test(date)).toBe(true);
    expect(articleSchema(SITE).safeParse({ title: "Мост", date }).success).toBe(true);
  });

  test.each(["вчера", "2026", "23/11/2026", "2026-11-23 утром"])(
    "nor of them the date %s",
    (date) => {
      expect(patternOf("date").test(date)).toBe(false);
      expect(articleSchema(SITE).safeParse({ title: "Мост", date }).success).toBe(false);
    },
  );

  test("an address of a page is checked as the schema does", () => {
    for (const slug of ["novyi-most", "a1"]) expect(patternOf("slug").test(slug)).toBe(true);
    for (const slug of ["Мост", "a--b", "-a", "a/b"])
      expect(patternOf("slug").test(slug)).toBe(false);
  });
});

test("the repository and its folders come from the settings", () => {
  expect(config).toMatchObject({
    backend: { name: "github", repo: "vesti/sait", branch: "main" },
    collections: [
      { folder: "novosti/content" },
      { folder: "novosti/content/pages", label: "Страницы" },
      { files: [{ file: "novosti/_data/headlines.yaml" }, {}, {}] },
    ],
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

test("the page runs one script of the site's own and is not to be found", () => {
  const page = adminPage(SITE, ADMIN, "admin-AAAAAAAA.js");
  expect(page).toContain('<script type="module" src="/news/admin/admin-AAAAAAAA.js"');
  expect(page.match(/<script/g)).toHaveLength(1);
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
