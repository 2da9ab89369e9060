import type { Backend, CmsConfig, CollectionFile, Field } from "@sveltia/cms";
import {
  type AdminSettings,
  articleSchema,
  authorSchema,
  headlineSchema,
  iconOf,
  type Site,
  STANDING_FOLDER,
  sectionSchema,
  siteSchema,
  standingSchema,
  topicSchema,
  withPrefix,
} from "../content/index.ts";
import { authorForms, SECTION_FORMS, SITE_FORMS, TOPIC_FORMS } from "./data-forms.ts";
import { cmsFields, type FieldForm, type FieldSchemas, inOrder, inZone } from "./fields.ts";
import {
  ARTICLE_FORMS,
  ARTICLE_ORDER,
  bodyField,
  HEADLINE_FORMS,
  STANDING_FORMS,
  STANDING_ORDER,
} from "./forms.ts";
import { type AdminConfig, FORMATS, ITEMS } from "./names.ts";

/**
 * The configuration of the editor's page.
 *
 * @param site whose language and zone the schemas need
 * @param admin where the files are
 */
export function adminConfig(site: Site, admin: AdminSettings): AdminConfig {
  const { timeZone } = site;
  return { cms: cmsConfig(site, admin), timeZone, front: withPrefix(site, "/") };
}

/**
 * The configuration of the CMS, made from the very schemas that the build checks files with.
 *
 * @param site whose language and zone the schemas need
 * @param admin where the files are
 */
export function cmsConfig(site: Site, admin: AdminSettings): CmsConfig {
  return {
    load_config_file: false,
    backend: backendOf(admin),
    app_title: `${site.name}: редактор`,
    logo: { src: withPrefix(site, iconOf(site).path), show_in_header: true },
    site_url: site.address + withPrefix(site, "/"),
    media_folder: admin.content,
    public_folder: "/",
    media_libraries: {
      // Files get names in Latin letters, so that their addresses are readable.
      default: { config: { slugify_filename: true } },
      stock_assets: { providers: [] },
    },
    show_preview_links: false,
    // Names and folders are ours: browser/cms-hooks.ts.
    slug: { encoding: "ascii", clean_accents: true },
    output: { omit_empty_optional_fields: true },
    collections: [articles(site, admin), standingPages(site, admin)],
    singletons: [headlines(site, admin), ...lists(admin), about(admin), settings(admin)],
  };
}

function backendOf({ backend, repo, branch, login, appId }: AdminSettings): Backend {
  const common = { repo, branch, ...(login === undefined ? {} : { base_url: login }) };
  if (backend === "github") return { name: "github", ...common };
  const pkce = appId === undefined ? {} : ({ auth_type: "pkce", app_id: appId } as const);
  return { name: "gitlab", ...common, ...pkce };
}

/** What articles and pages that are no news have in common: texts in folders, with pictures beside them. */
const TEXTS = {
  extension: "md",
  // Pictures lie beside their article and are named without a folder.
  media_folder: "",
  public_folder: "",
  thumbnail: false,
};

/** A new article goes where `vestnik new` puts it, under the same name: the year, and its title. */
function articles(site: Site, { content }: AdminSettings) {
  const fields = cmsFields(articleSchema(site).shape, ARTICLE_FORMS);
  return {
    name: "articles",
    label: "Статьи",
    label_singular: "статья",
    icon: "article",
    folder: content,
    ...TEXTS,
    format: FORMATS.article,
    slug: { template: "{{title}}", editable: false },
    summary: "{{date | date('DD.MM.YYYY')}} {{title}}{{draft | ternary(' · черновик', '')}}",
    fields: inZone(inOrder([...fields, bodyField(true)], ARTICLE_ORDER), site.timeZone),
    sortable_fields: {
      fields: ["date", "title"],
      default: { field: "date", direction: "descending" as const },
    },
    view_filters: [
      { label: "Черновики", field: "draft", pattern: true },
      { label: "Опубликованные", field: "draft", pattern: false },
      { label: "Закреплённые", field: "more.pinned", pattern: true },
    ],
    view_groups: [{ label: "По годам", field: "date", pattern: "\\d{4}" }],
  };
}

/** The name of a page's file is its address. */
function standingPages(site: Site, { content }: AdminSettings) {
  const fields = cmsFields(standingSchema().shape, STANDING_FORMS);
  return {
    name: "pages",
    label: "Страницы",
    label_singular: "страница",
    icon: "description",
    folder: `${content}/${STANDING_FOLDER}`,
    ...TEXTS,
    format: FORMATS.page,
    slug: { template: "{{title}}", editable: false },
    summary: "{{title}}{{draft | ternary(' · черновик', '')}}",
    fields: inZone(inOrder([...fields, bodyField(true)], STANDING_ORDER), site.timeZone),
    sortable_fields: ["title"],
  };
}

/** What nobody looks at as a page. */
const WITHOUT_PREVIEW = { editor: { preview: false } };

function headlines(site: Site, { data }: AdminSettings): CollectionFile {
  const fields = cmsFields(headlineSchema(site.timeZone).shape, HEADLINE_FORMS);
  return {
    name: "headlines",
    label: "Заголовки",
    icon: "view_headline",
    file: `${data}/headlines.yaml`,
    format: `${FORMATS.list}-headlines`,
    ...WITHOUT_PREVIEW,
    fields: [
      listField({
        label: "Заголовки",
        label_singular: "заголовок",
        // A file of years is the newest first, as it is written by hand.
        add_to_top: true,
        summary: "{{text}}",
        fields: inZone(fields, site.timeZone),
      }),
    ],
  };
}

/** The lists of sections, topics and authors. */
function lists({ data }: AdminSettings): CollectionFile[] {
  const file = (name: string, icon: string, label: string, one: string, fields: Field[]) => ({
    name,
    label,
    icon,
    file: `${data}/${name}.yaml`,
    // Formats read their fields from the form: each list has its own.
    format: `${FORMATS.list}-${name}`,
    ...WITHOUT_PREVIEW,
    fields: [listField({ label, label_singular: one, summary: "{{name}}", fields })],
  });
  const authors = cmsFields(authorSchema.shape, authorForms(data));
  const sections = cmsFields(sectionSchema.shape, SECTION_FORMS);
  const topics = cmsFields(topicSchema.shape, TOPIC_FORMS);
  return [
    file("sections", "category", "Разделы", "раздел", sections),
    file("topics", "sell", "Темы", "тему", topics),
    file("authors", "group", "Авторы", "автора", authors),
  ];
}

/** The list that a whole file is; folded, for there may be thousands of forms. */
function listField(form: FieldForm): Field {
  return { name: ITEMS, widget: "list", required: false, collapsed: true, ...form } as Field;
}

function about({ data }: AdminSettings): CollectionFile {
  return {
    name: "about",
    label: "Страница о сайте",
    icon: "info",
    file: `${data}/about.md`,
    format: FORMATS.text,
    ...WITHOUT_PREVIEW,
    fields: [bodyField(false)],
  };
}

function settings({ data }: AdminSettings): CollectionFile {
  // Services that learn of readers are not changed here. The most used fields come first.
  const { admin: _, counter: _c, comments: _k, ...fields } = siteSchema.shape;
  const { name, description, menu, footer, ...others } = fields;
  const editable = { name, description, menu, footer, ...others };
  return {
    name: "settings",
    label: "Настройки и меню",
    icon: "settings",
    file: `${data}/site.yaml`,
    format: FORMATS.settings,
    ...WITHOUT_PREVIEW,
    fields: cmsFields(editable satisfies FieldSchemas, SITE_FORMS),
  };
}
