import { russianSearch } from "./russian-search.ts";

/**
 * Every string that pages, feeds and scripts show to a reader, in Russian. A newspaper replaces any of
 * them in `_data/ui.yaml`; what stands in braces is put in where it is shown. A count chooses among the
 * forms of a plural by the categories of Unicode CLDR.
 */
export const russian = {
  // What the site's own pages are called: in menus, in titles, in ways back.
  "page.front": "Главная",
  "page.headlines": "Заголовки",
  "page.articles": "Статьи",
  "page.topics": "Темы",
  "page.authors": "Авторы",
  "page.search": "Поиск",
  "page.about": "О сайте",

  // The frame of every page.
  "frame.skip": "К тексту страницы",
  "frame.menu": "Разделы",
  "frame.footer": "О сайте и подписка",
  "frame.social": "Мы на других сайтах",
  "theme.dark": "Тёмная тема",
  "theme.light": "Светлая тема",

  // An article, and what stands around it.
  "article.draft": "Черновик: видите его только вы",
  "article.readingTime": {
    one: "{count} минута\u00a0чтения",
    few: "{count} минуты\u00a0чтения",
    many: "{count} минут\u00a0чтения",
  },
  "article.updated": "обновлено {date}",
  "article.source": "Источник: {source}",
  "article.contents": "Содержание",
  "article.corrections": "Исправлено",
  "article.topics": "Больше по темам",
  "article.neighbours": "Соседние статьи",
  "article.related": "О том же",

  "comments.title": "Комментарии",
  "comments.keeper":
    "Комментарии хранит не издание, а {keeper}. Пока вы их не откроете, туда ничего не отправляется.",
  "comments.open": "Открыть комментарии",
  "comments.script": "Чтобы открыть их здесь, нужен JavaScript.",

  // What an article's text gets from Markdown.
  "prose.important": "Важно",
  "prose.corrected": "Исправлено",
  "prose.more": "Подробнее",
  "prose.openPicture": "Открыть картинку",
  "prose.notes": "Примечания",
  "prose.note": "Примечание {number}",
  "prose.back": "Назад к тексту, примечание {number}",
  "prose.backTo": "Назад к тексту, примечание {number}, место {place}",
  "prose.video": "Видео",
  "prose.post": "Запись",
  "prose.watch": "Смотреть {where}",
  "prose.readPost": "Читать {where}",
  "prose.on.dzen": "в Дзене",
  "prose.on.ok": "в Одноклассниках",
  "prose.on.rutube": "на Rutube",
  "prose.on.telegram": "в Телеграме",
  "prose.on.vimeo": "на Vimeo",
  "prose.on.vk": "во ВКонтакте",
  "prose.on.vkvideo": "в VK Видео",
  "prose.on.x": "в X",
  "prose.on.youtube": "на YouTube",

  "social.dzen": "Дзен",
  "social.ok": "Одноклассники",
  "social.telegram": "Телеграм",
  "social.vk": "ВКонтакте",
  "social.vkvideo": "VK Видео",

  "series.partOf": "Серия {series}",
  "series.title": "Серия: {name}",
  "series.parts": {
    one: "Серия: {count} часть",
    few: "Серия: {count} части",
    many: "Серия: {count} частей",
  },

  // Lists of articles and headlines.
  "list.allArticles": "Все статьи",
  "list.allHeadlines": "Все заголовки",
  "list.allHeadlinesCount": "Все заголовки: {count}",
  "list.newer": "Новее",
  "list.older": "Раньше",
  "list.previous": "Назад",
  "list.next": "Дальше",
  "list.pages": "Страницы",
  "list.days": "Дни",
  "list.place": "Страница {number} из {total}",
  "list.page": "Страница {number}",
  "list.numbered": "{title}, страница {number}",
  "list.byYear": "По годам",
  "list.byMonth": "По месяцам",
  "list.undated": "Без даты",
  "list.undatedHeadlines": "Заголовки без даты",
  "list.noArticles": "Статей пока нет.",
  "list.noHeadlines": "Заголовков пока нет.",
  "list.noTopics": "Тем пока нет.",
  "list.items": {
    one: "{count} материал",
    few: "{count} материала",
    many: "{count} материалов",
  },
  "headline.permalink": "Ссылка на заголовок «{headline}»",

  // How long ago, of what is fresh.
  "time.now": "только что",
  "time.minutes": "{count}\u00a0мин назад",
  "time.hours": "{count}\u00a0ч назад",
  "time.today": "сегодня",
  "time.yesterday": "вчера",

  "share.telegram": "Поделиться в Телеграме",
  "share.vk": "Поделиться во ВКонтакте",
  "share.copy": "Скопировать ссылку",
  "share.send": "Поделиться",
  "share.copied": "Ссылка скопирована",
  "share.address": "Ссылка",
  "share.selected": "Скопируйте ссылку сами: она выделена",
  "share.failed": "Поделиться не удалось: скопируйте ссылку",

  "imprint.title": "Выходные данные",
  "imprint.name": "Издание",
  "imprint.registration": "Регистрация",
  "imprint.age": "Возраст читателей",
  "imprint.founder": "Учредитель",
  "imprint.editor": "Главный редактор",
  "imprint.address": "Адрес",
  "imprint.phone": "Телефон",
  "imprint.email": "Почта",

  // The page about the site, behind the editor's own words.
  "about.search": "Как искать",
  "about.searchText":
    "Пишите так, как удобно: {search} понимает слова в\u00a0любом падеже, «е»\u00a0вместо «ё», опечатки, латинские буквы и\u00a0забытую русскую раскладку. Слова в\u00a0кавычках ищутся подряд, слово с\u00a0минусом исключается.",
  "about.searchLink": "поиск",
  "about.dictionary":
    "Формы слов поиск знает из\u00a0словаря {dictionary}. Его можно использовать по\u00a0лицензии {licence}, а\u00a0то, что взято из\u00a0него для поиска, — {same}.",
  "about.dictionaryTerms": "на\u00a0тех\u00a0же условиях",
  "about.follow": "Как следить за\u00a0новостями",
  "about.followText":
    "Подпишитесь на\u00a0ленту в\u00a0программе для чтения новостей: {rss} или {json}. Своя лента есть и\u00a0у\u00a0{topics}.",
  "about.followTopics": "каждой темы",
  "about.stored": "Что хранится на\u00a0вашем устройстве",
  "about.storedPages":
    "Выбранное оформление, недавние запросы к\u00a0поиску и\u00a0прочитанные страницы, чтобы их\u00a0можно было открыть без связи.",
  "about.storedTheme": "Только выбранное оформление и\u00a0недавние запросы к\u00a0поиску.",
  "about.private":
    "Страницы ничего не\u00a0загружают с\u00a0чужих сайтов, а\u00a0поиск идёт прямо в\u00a0браузере: что вы ищете, никуда не\u00a0отправляется.",
  "about.privateSearch":
    "Поиск идёт прямо в\u00a0браузере: что вы ищете, никуда не\u00a0отправляется.",
  "about.counter":
    "Посещения считает служба {service}: ей сообщается адрес открытой страницы. Кто просит браузер не\u00a0следить за\u00a0собой (DNT, GPC), того не\u00a0считают.",
  "about.comments":
    "Комментарии к\u00a0статьям хранит служба {service}, и\u00a0открываются они по\u00a0нажатию.",

  // What is shown where a page is not.
  "notFound.title": "Страница не найдена",
  "notFound.text":
    "Возможно, в адресе опечатка или страница переехала. Попробуйте найти её по словам:",
  "notFound.ways": "Или начните {front}, посмотрите {headlines}, {articles} и {topics}.",
  "notFound.front": "с главной",
  "ways.headlines": "заголовки",
  "ways.articles": "статьи",
  "ways.topics": "темы",
  "redirect.title": "Страница переехала",
  "redirect.text": "Страница переехала: {address}",
  "offline.title": "Нет связи",
  "offline.text":
    "Копии этой страницы на вашем устройстве нет, и без связи её не показать. Поиск без связи тоже не работает. Когда связь появится, страница откроется сама.",
  "offline.read": "Пока можно перечитать то, что вы уже открывали:",
  "offline.nothing":
    "Сохранённых статей пока нет: они появятся здесь, когда вы что-нибудь прочтёте.",
  "notice.offline": "Нет связи: показана сохранённая копия.",
  "notice.slow": "Связь медленная: показана сохранённая копия.",
  "notice.fault": "Сайт не отвечает: показана сохранённая копия.",
  "notice.search": "Нет связи: поиск без неё может не сработать.",

  // What feeds and browsers say of themselves.
  "feed.topic": "Статьи и заголовки на тему «{name}»",
  "feed.author": "Статьи, автор — {name}",
  "feed.section": "Статьи раздела «{name}»",
  "opensearch.description": "Поиск: {name}. {description}",

  ...russianSearch,
} as const;
