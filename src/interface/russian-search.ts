/** What the search says: its results, its page, the box of the masthead, the marks on an article. */
export const russianSearch = {
  // What a result of the search is.
  "kind.article": "Статья",
  "kind.headline": "Заголовок",
  "kind.page": "Страница",

  // The search page.
  "search.site": "Поиск по сайту",
  "search.query": "Что найти?",
  "search.submit": "Найти",
  "search.noScript":
    "Поиск работает в браузере, и для него нужен JavaScript. Без него читайте {articles}, {headlines} и {topics}.",
  "search.results": "Результаты",
  "search.toResults": "К результатам",
  "search.filters": "Фильтры",
  "search.filtersCount": "Фильтры ({count})",
  "search.show": "Показать {count}",
  "search.close": "Закрыть",
  "search.chosen": "Выбранные фильтры",
  "search.kind": "Тип",
  "search.topic": "Тема",
  "search.year": "Год",
  "search.dates": "Дата",
  "search.sort": "Сортировка",
  "search.byRelevance": "по релевантности",
  "search.byDate": "по дате",
  "search.fresh": "Свежее",
  "search.searching": "Ищем…",
  "search.found": {
    one: "Найден {count} результат",
    few: "Найдено {count} результата",
    many: "Найдено {count} результатов",
  },
  "search.count": {
    one: "{count} результат",
    few: "{count} результата",
    many: "{count} результатов",
  },
  "search.nothing": "Ничего не найдено",
  "search.nothingFor": "По запросу «{query}» ничего не найдено",
  "search.shownFor": "Показаны результаты по запросу «{query}».",
  "search.asTyped": "Искать «{query}»",
  "search.exact": "Ищем без исправления опечаток.",
  "search.correct": "Исправлять опечатки",
  "search.suggestion": "Возможно, вы имели в виду «{query}»",
  "search.synonyms": "Искали и по-другому: {words}.",
  "search.apart": {
    one: "Подряд не встречается: {phrases}. Показаны результаты, где эти слова стоят порознь.",
    few: "Подряд не встречаются: {phrases}. Показаны результаты, где эти слова стоят порознь.",
    many: "Подряд не встречаются: {phrases}. Показаны результаты, где эти слова стоят порознь.",
  },
  "search.missing": {
    one: "Нигде не встречается: {words}. Показаны результаты без этого слова.",
    few: "Нигде не встречаются: {words}. Показаны результаты без этих слов.",
    many: "Нигде не встречаются: {words}. Показаны результаты без этих слов.",
  },
  "search.quoted": "«{text}»",
  "search.more": "Показать ещё ({count})",
  "search.moreFailed": "Не получилось загрузить. Нажмите ещё раз.",
  "search.moreValues": "ещё {count}",
  "search.removeFilter": "Убрать фильтр: {name}",
  "search.reset": "Сбросить все",
  "search.recent": "Недавние запросы",
  "search.erase": "Стереть",
  "search.since": "с {day}",
  "search.until": "по {day}",
  "search.range": "{from} — {to}",
  "search.lastWeek": "7 дней",
  "search.thisMonth": "Этот месяц",
  "search.lastMonth": "Прошлый месяц",
  "search.thisYear": "Этот год",
  "search.lastYear": "Прошлый год",

  // What the search page offers where nothing is found.
  "search.noneFiltered": "Под выбранные фильтры ничего не подходит.",
  "search.tried": "Искали слова во всех формах, в другой раскладке, латиницей и с опечатками.",
  "search.triedExact": "Искали слова во всех формах, без исправления опечаток.",
  "search.tryAnother": "Попробуйте слово покороче или в другой форме.",
  "search.partOfSite": "Фильтры оставили только часть сайта.",
  "search.try": "Искать {how} ({count})",
  "search.both": "{first} и {second}",
  "search.withoutFilters": "без фильтров",
  "search.withoutQuotes": "без кавычек",
  "search.withoutMinus": "без минуса",
  "search.withCorrections": "с исправлением опечаток",
  "search.anyTime": "за всё время",

  // What is said of a search that failed.
  "fault.unsupported":
    "Этот браузер не может запустить поиск: он не умеет распаковывать файлы. Обновите его или откройте сайт в другом.",
  "fault.outdated":
    "Сайт обновился, пока эта страница была открыта. Обновите её, и поиск заработает.",
  "fault.renewed": "Сайт обновился, пока эта страница была открыта: список составлен до этого.",
  "fault.broken": "Поиск не загрузился: связь прервалась или сайт не отвечает.",
  "fault.offline":
    "Нет связи. Без неё поиск находит только то, что уже загрузил. Страницы, которые вы недавно открывали, читаются и так.",
  "fault.slow":
    "Связь очень медленная: поиск ещё загружается. Можно подождать или попробовать снова.",
  "fault.retry": "Повторить",
  "fault.reload": "Обновить страницу",
  "fault.again": "Искать заново",

  // The box under the field of the masthead.
  "box.suggestions": "Подсказки поиска",
  "box.complete": "Дополнить",
  "box.all": "Все результаты по запросу «{query}»",
  "box.nothing":
    "По запросу «{query}» ничего не найдено. Нажмите Enter, и страница поиска предложит, что изменить.",
  "box.countFor": "{found} по запросу «{query}»",
  "box.completions": {
    one: "{count} дополнение",
    few: "{count} дополнения",
    many: "{count} дополнений",
  },
  "box.recentCount": {
    one: "{count} недавний запрос",
    few: "{count} недавних запроса",
    many: "{count} недавних запросов",
  },

  // Marks on an article that was found.
  "found.label": "Найденное на странице",
  "found.count": {
    one: "{count} совпадение",
    few: "{count} совпадения",
    many: "{count} совпадений",
  },
  "found.place": "{number} из {count}: «{text}»",
  "found.andOthers": "{words} и другие",
  "found.previous": "Предыдущее совпадение",
  "found.next": "Следующее совпадение",
  "found.remove": "Убрать",
} as const;
