import type { Field } from "@sveltia/cms";
import type { articleSchema, headlineSchema, standingSchema } from "../content/index.ts";
import {
  dateForm,
  type FieldForm,
  groupForm,
  groupsForm,
  lineForm,
  linesForm,
  linkForm,
  mainPart,
  part,
  slugForm,
  sourceForm,
  TOPICS,
} from "./fields.ts";
import { MARKDOWN } from "./names.ts";

/** A form for each field of a schema: the compiler sees one that is missing. */
export type FormsOf<Schema extends { readonly shape: object }> = Readonly<
  Record<keyof Schema["shape"], FieldForm>
>;

const EXPIRES = dateForm("Убрать с сайта", "После этого на сайте не показывается.");

/** A new article has the current time, as `vestnik new` gives it. */
const NOW = { default: "{{now}}" };

const DRAFT: FieldForm = {
  label: "Черновик",
  widget: "boolean",
  default: false,
  hint: "На сайт не попадёт.",
};

export const ARTICLE_FORMS: FormsOf<ReturnType<typeof articleSchema>> = {
  title: lineForm("Заголовок"),
  date: { ...dateForm("Дата", "Если она в будущем, статья появится в своё время."), ...NOW },
  updated: dateForm("Обновлена"),
  expires: EXPIRES,
  pinned: {
    label: "Закрепить на главной",
    widget: "boolean",
    default: false,
    hint: "Стоит первой, какой бы старой ни была.",
  },
  summary: { label: "Кратко", widget: "text", hint: "Одной фразой: под заголовком и в списках." },
  authors: linesForm("Авторы", "автора", "Как их называть."),
  topics: TOPICS,
  series: lineForm("Серия", "Имя серии: её части встанут по порядку."),
  section: lineForm("Раздел", "Как в «Разделах». Пусто — по темам."),
  source: sourceForm(),
  sourceId: lineForm("Номер у источника", "Ставит импорт: не меняйте."),
  image: groupForm("Картинка над текстом", [
    mainPart("file", { label: "Файл", widget: "image", choose_url: false }),
    part("alt", lineForm("Что на ней", "Для тех, кто её не видит.")),
    part("caption", lineForm("Подпись")),
  ]),
  corrections: groupsForm("Исправления", "исправление", "{{date}} {{text}}", [
    mainPart("date", { ...dateForm("Дата"), ...NOW }),
    mainPart("text", { label: "Что исправлено", widget: "text" }),
  ]),
  aliases: linesForm("Прежние адреса", "адрес", "Пути от корня сайта: /2019/novyi-most.html."),
  translations: {
    label: "Переводы",
    widget: "keyvalue",
    key_label: "Язык (en, be)",
    value_label: "Адрес",
  },
  // As of `vestnik new`: nothing is published by its first saving.
  draft: { ...DRAFT, default: true, hint: "Пока включено, на сайт не попадёт." },
  slug: slugForm("Если имя файла не подходит. Обычно пусто."),
  comments: {
    label: "Комментарии",
    widget: "boolean",
    default: true,
    hint: "Если они есть у издания: под этой статьёй тоже.",
  },
};

/** The order in which an article is written; all other fields are folded. */
export const ARTICLE_ORDER: readonly string[] = [
  "title",
  "summary",
  "body",
  "image",
  "topics",
  "authors",
  "date",
  "draft",
];

export const STANDING_FORMS: FormsOf<ReturnType<typeof standingSchema>> = {
  title: ARTICLE_FORMS.title,
  description: {
    label: "О чём страница",
    widget: "text",
    hint: "Одной фразой, для поисковиков.",
  },
  aliases: ARTICLE_FORMS.aliases,
  draft: { ...DRAFT, default: true },
};

export const STANDING_ORDER: readonly string[] = ["title", "body", "description", "draft"];

/**
 * The text is edited as it is written, by a field of ours: the visual editor of the CMS does not know
 * our Markdown (languages, callouts, footnotes) and would rewrite what it does not know.
 *
 * @param hasPictures whether pictures may lie beside the file
 */
export function bodyField(hasPictures: boolean): Field {
  return {
    name: "body",
    label: "Текст",
    widget: MARKDOWN,
    required: false,
    pictures: hasPictures,
  } as Field;
}

export const HEADLINE_FORMS: FormsOf<ReturnType<typeof headlineSchema>> = {
  text: { label: "Заголовок", widget: "text" },
  date: { ...dateForm("Дата"), ...NOW },
  expires: EXPIRES,
  link: linkForm("Ссылка"),
  topics: TOPICS,
  source: sourceForm(),
  slug: slugForm("Для ссылки на заголовок. Обычно пусто."),
};
