import type { authorSchema, sectionSchema, siteSchema, topicSchema } from "../content/index.ts";
import {
  type FieldForm,
  groupForm,
  groupsForm,
  lineForm,
  linesForm,
  linkForm,
  part,
  slugForm,
} from "./fields.ts";
import type { FormsOf } from "./forms.ts";

const OWN_SLUG = slugForm("Если имя латиницей не подходит. Обычно пусто.");

/** @param data the folder in which photos lie */
export function authorForms(data: string): FormsOf<typeof authorSchema> {
  return {
    name: lineForm("Имя", "Как его пишут в статьях."),
    slug: OWN_SLUG,
    // The folder of the file itself: the build looks for photos there.
    photo: {
      label: "Фотография",
      widget: "image",
      choose_url: false,
      media_folder: `/${data}`,
      public_folder: "",
    },
    text: { label: "Кто это", widget: "text", hint: "Абзац-другой, разметкой статей." },
    also: linesForm("Другие написания имени", "написание"),
    url: linkForm("Свой сайт"),
  };
}

export const SECTION_FORMS: FormsOf<typeof sectionSchema> = {
  name: lineForm("Название"),
  slug: OWN_SLUG,
  description: { label: "О чём раздел", widget: "text" },
  topics: linesForm("Темы раздела", "тему", "Статья о такой теме стоит в этом разделе."),
};

export const TOPIC_FORMS: FormsOf<typeof topicSchema> = {
  name: lineForm("Название"),
  slug: OWN_SLUG,
  description: { label: "О чём тема", widget: "text" },
  words: linesForm(
    "Слова",
    "слово",
    "Заголовок или статья без темы, где есть такое слово, получит её.",
  ),
};

const whole = (label: string, hint: string): FieldForm => {
  return { label, hint, widget: "number", value_type: "int", min: 1 };
};

function menuForm(label: string, hint: string): FieldForm {
  const list = groupsForm(label, "ссылку", "{{label}} {{address}} {{topic}}", [
    part("label", lineForm("Как назвать", "Пусто — как называется страница или тема.")),
    part("address", linkForm("Адрес")),
    part("topic", lineForm("Тема", "Вместо адреса: одно из двух.")),
  ]);
  return { ...list, hint };
}

const MARK_HINT = "Имя файла SVG или PNG, который лежит в _data или static.";
const COLOUR: FieldForm = {
  ...lineForm("Цвет светлой темы", "Так: #9c1f1f."),
  pattern: ["^#[0-9a-fA-F]{3}(?:[0-9a-fA-F]{3})?$", "Шестнадцатеричные цифры: #9c1f1f."],
};

/** Without `admin`: an editor who breaks it there could not mend it there. */
export const SITE_FORMS: Omit<FormsOf<typeof siteSchema>, "admin" | "counter" | "comments"> = {
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
  menu: menuForm("Меню", "Пусто — разделы, а без них — страницы сайта."),
  footer: menuForm("Ссылки в подвале", "Пусто — списки сайта."),
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
  share: linesForm("Поделиться", "сеть", "telegram, vk; пусто — обе."),
  social: linesForm("Мы на других сайтах", "адрес", "Целиком: https://vk.com/vesti"),
  head: {
    label: "Подтверждения прав на сайт",
    widget: "keyvalue",
    key_label: "Имя (yandex-verification)",
    value_label: "Значение",
  },
};
