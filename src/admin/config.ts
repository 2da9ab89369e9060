import type { Backend, CmsConfig, Field } from "@sveltia/cms";
import {
  type AdminSettings,
  articleSchema,
  headlineSchema,
  type Site,
  STANDING_FOLDER,
  siteSchema,
  standingSchema,
  withPrefix,
} from "../content/index.ts";
import { cmsFields } from "./fields.ts";
import { ARTICLE_FORMS, BODY_FIELD, HEADLINE_FORMS, SITE_FORMS, STANDING_FORMS } from "./forms.ts";

/**
 * The formats of files, which src/admin/browser reads and writes. The CMS's own would lose comments,
 * rewrite what nobody has changed, and turn days into times. It takes a format for one of .md files
 * by the end of its name.
 */
const FORMATS = {
  article: "vestnik-frontmatter",
  headlines: "vestnik-headlines",
  settings: "vestnik-settings",
  text: "vestnik-text-frontmatter",
} as const;

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
    site_url: site.address + withPrefix(site, "/"),
    media_folder: admin.content,
    public_folder: "/",
    media_libraries: {
      // Files get names in Latin letters, so that their addresses are readable.
      default: { config: { slugify_filename: true } },
      stock_assets: { providers: [] },
    },
    show_preview_links: false,
    slug: { encoding: "ascii", clean_accents: true, maxlength: 80, timezone: "local" },
    output: { omit_empty_optional_fields: true },
    editor: { preview: false },
    collections: [articles(site, admin), standingPages(admin), files(site, admin)],
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
  // Archives lie in folders of any depth; a path with the year in it would hide the others.
  nested: { subfolders: false },
  meta: { path: {} },
  extension: "md",
  format: FORMATS.article,
  slug: { template: "{{title}}", editable: ["create" as const] },
  // Pictures lie beside their article and are named without a folder.
  media_folder: "",
  public_folder: "",
  summary: "{{title}}",
  thumbnail: false,
};

/** A new article goes to the folder that an editor has opened, under its title in Latin letters. */
function articles(site: Site, { content }: AdminSettings) {
  return {
    name: "articles",
    label: "Статьи",
    label_singular: "статья",
    icon: "article",
    folder: content,
    ...TEXTS,
    fields: withText(cmsFields(articleSchema(site).shape, ARTICLE_FORMS)),
    sortable_fields: ["title", "date"],
  };
}

/** The name of a page's file is its address. */
function standingPages({ content }: AdminSettings) {
  return {
    name: "pages",
    label: "Страницы",
    label_singular: "страница",
    icon: "description",
    folder: `${content}/${STANDING_FOLDER}`,
    ...TEXTS,
    fields: withText(cmsFields(standingSchema().shape, STANDING_FORMS)),
    sortable_fields: ["title"],
  };
}

/** The text comes right after the title: the other fields are many, and most stay empty. */
function withText([title, ...others]: readonly Field[]): Field[] {
  return [...(title === undefined ? [] : [title]), BODY_FIELD, ...others];
}

function files(site: Site, { data }: AdminSettings) {
  return {
    name: "site",
    label: "Сайт",
    icon: "web",
    files: [
      {
        name: "headlines",
        label: "Заголовки",
        icon: "view_headline",
        file: `${data}/headlines.yaml`,
        format: FORMATS.headlines,
        fields: [headlineList(site)],
      },
      {
        name: "settings",
        label: "Настройки",
        icon: "settings",
        file: `${data}/site.yaml`,
        format: FORMATS.settings,
        fields: cmsFields(editableSettings(), SITE_FORMS),
      },
      {
        name: "about",
        label: "Страница о сайте",
        icon: "info",
        file: `${data}/about.md`,
        format: FORMATS.text,
        fields: [BODY_FIELD],
      },
    ],
  };
}

function headlineList(site: Site): Field {
  return {
    name: "items",
    label: "Заголовки",
    label_singular: "заголовок",
    widget: "list",
    required: false,
    // A file of years would be thousands of open forms.
    collapsed: true,
    add_to_top: true,
    summary: "{{text}}",
    fields: cmsFields(headlineSchema(site.timeZone).shape, HEADLINE_FORMS),
  };
}

function editableSettings() {
  const { admin: _, menu: _m, footer: _f, counter: _c, comments: _k, ...fields } = siteSchema.shape;
  return fields;
}
