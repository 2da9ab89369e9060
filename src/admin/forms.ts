import type { Field } from "@sveltia/cms";
import type {
  articleSchema,
  headlineSchema,
  siteSchema,
  standingSchema,
} from "../content/index.ts";
import {
  dateForm,
  type FieldForm,
  groupForm,
  lineForm,
  linesForm,
  linkForm,
  slugForm,
  sourceForm,
  TOPICS,
} from "./fields.ts";

/** A form for each field of a schema: the compiler sees one that is missing. */
type FormsOf<Schema extends { readonly shape: object }> = Readonly<
  Record<keyof Schema["shape"], FieldForm>
>;

const EXPIRES = dateForm("Убрать с сайта", "После этого на сайте не показывается.");

export const ARTICLE_FORMS: FormsOf<ReturnType<typeof articleSchema>> &
  Readonly<Record<"sourceId", FieldForm>> = {
  title: lineForm("Заголовок"),
  date: dateForm("Дата", "Если она в будущем, статья появится в своё время."),
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
  section: lineForm("Раздел", "Как в sections.yaml. Пусто — по темам."),
  source: sourceForm(),
  sourceId: lineForm("Номер у источника", "Ставит импорт: не меняйте."),
  image: groupForm("Картинка над текстом", [
    { name: "file", label: "Файл", widget: "image", required: true },
    { name: "alt", ...lineForm("Что на ней", "Для тех, кто её не видит."), required: false },
    { name: "caption", ...lineForm("Подпись"), required: false },
  ] as Field[]),
  corrections: {
    label: "Исправления",
    label_singular: "исправление",
    widget: "list",
    collapsed: true,
    summary: "{{date}} {{text}}",
    fields: [
      { name: "date", ...dateForm("Дата"), required: true },
      { name: "text", label: "Что исправлено", widget: "text", required: true },
    ] as Field[],
  },
  aliases: linesForm("Прежние адреса", "адрес", "Пути от корня сайта: /2019/novyi-most.html."),
  translations: {
    label: "Переводы",
    widget: "keyvalue",
    key_label: "Язык (en, be)",
    value_label: "Адрес",
  },
  draft: {
    label: "Черновик",
    widget: "boolean",
    default: false,
    hint: "На сайт не попадёт.",
  },
  slug: slugForm("Если имя файла не подходит. Обычно пусто."),
};

export const STANDING_FORMS: FormsOf<ReturnType<typeof standingSchema>> = {
  title: ARTICLE_FORMS.title,
  description: {
    label: "О чём страница",
    widget: "text",
    hint: "Одной фразой, для поисковиков.",
  },
  aliases: ARTICLE_FORMS.aliases,
  draft: ARTICLE_FORMS.draft,
};

/**
 * The text is edited as it is written: the visual editor of the CMS does not know our Markdown
 * (languages, callouts, footnotes) and would rewrite what it does not know.
 */
export const BODY_FIELD = {
  name: "body",
  label: "Текст",
  widget: "text",
  required: false,
} as Field;

export const HEADLINE_FORMS: FormsOf<ReturnType<typeof headlineSchema>> &
  Readonly<Record<"sourceId", FieldForm>> = {
  text: { label: "Заголовок", widget: "text" },
  date: dateForm("Дата"),
  expires: EXPIRES,
  link: linkForm("Ссылка"),
  topics: TOPICS,
  source: sourceForm(),
  sourceId: lineForm("Номер у источника", "Ставит импорт: не меняйте."),
  slug: slugForm("Для ссылки на заголовок. Обычно пусто."),
};

const whole = (label: string, hint: string): FieldForm => {
  return { label, hint, widget: "number", value_type: "int", min: 1 };
};

/** A field of a group that may stay empty. */
const part = (name: string, form: FieldForm): Field =>
  ({ name, ...form, required: false }) as Field;

const MARK_HINT = "Имя файла SVG или PNG, который лежит в _data или static.";
const COLOUR: FieldForm = {
  ...lineForm("Цвет светлой темы", "Так: #9c1f1f."),
  pattern: ["^#[0-9a-fA-F]{3}(?:[0-9a-fA-F]{3})?$", "Шестнадцатеричные цифры: #9c1f1f."],
};

/** What is not edited there: `admin` says where the editor writes to; a menu's entries have several forms. */
type InFileOnly = "admin" | "menu" | "footer";

export const SITE_FORMS: Omit<FormsOf<typeof siteSchema>, InFileOnly> = {
  name: lineForm("Название"),
  description: lineForm("О чём сайт"),
  address: linkForm("Где сайт живёт"),
  pathPrefix: lineForm("Папка сайта на сервере", "Обычно пусто."),
  language: lineForm("Язык", "ru"),
  timeZone: lineForm("Часовой пояс", "По списку IANA: Europe/Moscow"),
  maxFragments: whole("Файлов поиска в томе", "Обычно пусто."),
  volumeItems: whole("Материалов в томе", "Обычно пусто."),
  feeds: {
    label: "Статьи в лентах RSS",
    widget: "select",
    options: [
      { label: "целиком", value: "full" },
      { label: "только начало", value: "teasers" },
    ],
    default: "full",
  },
  offline: { label: "Чтение без сети", widget: "boolean", default: true },
  allowBrokenLinks: {
    label: "Публиковать с битыми ссылками",
    widget: "boolean",
    default: false,
    hint: "Для перенесённых архивов: о ссылках в никуда сборка только скажет.",
  },
  logo: groupForm("Логотип", [
    part("light", lineForm("Логотип", MARK_HINT)),
    part("dark", lineForm("Для тёмной темы", "Если в ней он другой.")),
  ]),
  icon: lineForm("Значок", MARK_HINT),
  accent: groupForm("Цвет издания", [
    part("light", COLOUR),
    part("dark", { ...COLOUR, label: "Цвет тёмной темы" }),
  ]),
  publisher: groupForm("Выходные данные", [
    part("name", lineForm("Издание")),
    part("registration", lineForm("Регистрация")),
    part("age", lineForm("Возраст", "0+, 6+, 12+, 16+ или 18+")),
    part("founder", lineForm("Учредитель")),
    part("editor", lineForm("Главный редактор")),
    part("address", lineForm("Адрес редакции")),
    part("phone", lineForm("Телефон")),
    part("email", lineForm("Почта")),
  ]),
  social: linesForm("Мы на других сайтах", "адрес", "Целиком: https://vk.com/vesti"),
  head: {
    label: "Подтверждения прав на сайт",
    widget: "keyvalue",
    key_label: "Имя (yandex-verification)",
    value_label: "Значение",
  },
};
