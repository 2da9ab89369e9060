import { ELEMENTS } from "../markdown/markdown-tags.ts";

/** Marks of other programs, and ours where they are written wrong: readers see them as they are. */
export interface MarkupSign {
  readonly pattern: RegExp;
  /** Why it is shown, behind «… читатель увидит как есть: ». */
  readonly reason: string;
  readonly mend: string | ((found: string) => string);
  /** Whether it is markup in a field too, which is plain text: a title, a caption. */
  readonly inFields?: boolean;
}

/** The stand-in for code, pictures, escaped signs and whole addresses. */
export const OBJECT = "\uE000";

const tags = Object.keys(ELEMENTS).join("|");

/** What to write in place of a tag. */
const IN_PLACE_OF_TAGS: readonly (readonly [RegExp, string])[] = [
  [/^<\/?a\b/i, "ссылка — это [слова](адрес)."],
  [/^<img\b/i, "картинка — это ![что на ней](файл)."],
  [
    /^<\/?(?:iframe|video|audio|script|embed|object)\b/i,
    "дайте ссылку на запись отдельным абзацем.",
  ],
  [/^<\/?h\d\b/i, "подзаголовок — это строка, которая начинается с «## »."],
  [/^<\/?[ou]l\b|^<\/?li\b/i, "пункт списка — это строка, которая начинается с «- »."],
  [/^<\/?(?:table|t[rhd]|thead|tbody)\b/i, "таблица — это строки вида | а | б |."],
  [/^<\/?blockquote\b/i, "цитата — это строки, которые начинаются с «> »."],
  [/^<\/?(?:code|pre)\b/i, "код берётся в обратные кавычки: `код`."],
  [/^<hr\b/i, "черта — это строка «---» между пустыми строками."],
  [/^<\/?br\b/i, "перенос строки — это <br>, без свойств."],
  [
    new RegExp(`^</?(?:${tags})\\b`, "i"),
    "нужны оба тега, в одном абзаце и без свойств: <b>слово</b>.",
  ],
];

function mendOfTag(tag: string): string {
  const own = IN_PLACE_OF_TAGS.find(([pattern]) => pattern.test(tag))?.[1] ?? "уберите его.";
  return `${own} Чтобы показать сам знак, поставьте перед «<» знак «\\».`;
}

const ENTITIES =
  "nbsp|laquo|raquo|mdash|ndash|quot|hellip|shy|thinsp|amp|lt|gt|copy|bull|deg|times";
const BB_CODES =
  "b|i|u|s|url|img|quote|code|center|size|color|caption|gallery|embed|video|audio|spoiler";

const MARK = "пометок других программ сайт не знает";

/** In the text of an article. Each is looked for in what those before it have left. */
export const SIGNS: readonly MarkupSign[] = [
  {
    pattern: /<!--[\s\S]*?(?:-->|$)/g,
    reason: "комментариев в тексте не бывает",
    mend: "удалите его; заметки для себя храните не в статье.",
    inFields: true,
  },
  {
    pattern: /\{\{[^{}\n]{0,300}\}\}|\{%[^{}\n]{0,300}%\}/g,
    reason: MARK,
    mend: "уберите её; картинку или ссылку впишите разметкой сайта.",
    inFields: true,
  },
  {
    pattern: new RegExp(
      `\\[/(?:${BB_CODES})\\]|\\[(?:${BB_CODES})(?:=|\\s+[a-z_-]+=)[^\\]\\n]{0,200}\\]`,
      "gi",
    ),
    reason: MARK,
    mend: "уберите её: жирное — **слово**, ссылка — [слова](адрес), картинка — ![что на ней](файл).",
    inFields: true,
  },
  {
    pattern: /^(?:\[?\[?_?TOC_?\]?\]?(?:\n\{:\s*toc[^{}\n]*\})?|\{:\s*toc[^{}\n]*\}|\$\{toc\})$/gim,
    reason: "оглавление сайт ставит сам",
    mend: "уберите эту строку.",
  },
  {
    pattern: /\{(?:[:.#][^{}\n]{0,200}|[a-z-]+=[^{}\n]{0,200})\}/gi,
    reason: "в фигурных скобках бывают только {#imia} в конце подзаголовка и [слова]{lang=en}",
    mend: "уберите их или поставьте туда, где они что-то значат.",
  },
  {
    pattern: /!?\[\[[^[\]\n]{1,200}\]\]/g,
    reason: "это не ссылка",
    mend: "ссылка — это [слова](/articles/adres-stati/), картинка — ![что на ней](файл).",
  },
  {
    pattern: /^\[![a-zа-я]+\]/gim,
    reason: MARK,
    mend: "врезка — это строка «::: важно», после текста — «:::».",
  },
  {
    pattern: /<\/?[a-z][a-z\d-]*(?:\s[^<>]{0,500})?\/?>/gi,
    reason: "тег не сработал",
    mend: mendOfTag,
    inFields: true,
  },
  {
    pattern: /<(?:www\.[^<>\s]{1,200}|[^<>\s@]{1,64}@[^<>\s]{1,200})>/gi,
    reason: "в угловых скобках ссылкой становится только полный адрес",
    mend: "уберите скобки или напишите [слова](https://адрес).",
  },
  {
    pattern: new RegExp(
      `&(?:#x?[\\da-f]{1,8}|[a-z][a-z\\d]{1,30});|&(?:${ENTITIES})(?![a-z\\d;=])`,
      "gi",
    ),
    reason: "это не обозначение знака",
    mend: "вставьте сам знак; обозначение пишется строчными и с «;» в конце: &nbsp;.",
    inFields: true,
  },
  {
    pattern:
      /\$\$[^$]{1,500}\$\$|(?<![\p{L}\d$])\$(?=[^\s$\d]|\d[^\s$]{0,50}[\\^_={}])[^$\n]{0,199}[^\s$]\$(?!\d)/gu,
    reason: "формул сайт не набирает",
    mend: "напишите её знаками, например x<sup>2</sup>, или поместите картинкой.",
  },
  {
    pattern: /^:[ \t]+\S[^\n]{0,100}/gm,
    reason: "списка определений нет",
    mend: "напишите «**слово** — что оно значит» или пункты списка.",
  },
  {
    pattern: /^::(?!:)[ \t]?[^\s:][^\n]{0,100}/gm,
    reason: "у врезки три двоеточия",
    mend: "начните её строкой «::: важно», после текста — «:::».",
  },
  {
    pattern: /\^\[[^\]\n]{1,300}\]|\[\^[^[\]\n]*\s[^[\]\n]*\]/g,
    reason: "сноска пишется иначе",
    mend: "поставьте [^имя], без пробелов в имени, и отдельной строкой «[^имя]: текст».",
  },
  {
    pattern: /==(?=[^\s=])[^=\n]{0,199}[^\s=]==/g,
    reason: "так текст не выделяется",
    mend: "напишите <mark>слова</mark> или **слова**.",
  },
  {
    pattern: /(?<![\p{L}\p{N}+])\+\+(?=[^\s+])[^+\n]{0,199}[^\s+]\+\+(?!\+)/gu,
    reason: "так текст не подчёркивается",
    mend: "напишите <u>слова</u> или **слова**.",
  },
  {
    pattern: /(?<!~)~[^\s~]{1,50}~(?!~)/g,
    reason: "с одной волной это ничего не значит",
    mend: "нижний знак — H<sub>2</sub>O, зачёркнутое — ~~слова~~.",
  },
  {
    pattern: /\^[^\s^]{1,50}\^/g,
    reason: "так знак не поднимается",
    mend: "напишите м<sup>2</sup> или м².",
  },
  {
    pattern: /\[(?:[^[\]]|\[[^[\]]{0,100}\]){0,200}\]\((?:[^()\n]|\([^()\n]{0,100}\)){0,300}\)?/g,
    reason: "это не стало ни ссылкой, ни картинкой",
    mend: "адрес с пробелами и скобками возьмите в угловые скобки: [слова](<адрес>); если это текст, поставьте «\\» перед «[».",
    inFields: true,
  },
  {
    pattern: new RegExp(
      `\\][ \\t]+\\((?:${OBJECT}|/|www\\.|[^\\s()]{1,100}\\.[a-z\\d]{2,4}\\))|\\)\\[(?:${OBJECT}|/|www\\.)`,
      "g",
    ),
    reason: "это не стало ссылкой",
    mend: "между скобками не бывает пробела, слова стоят в квадратных, адрес — в круглых: [слова](адрес).",
  },
  {
    pattern: /\[(?:[^[\]]|\[[^[\]]{0,100}\]){0,200}\]\[[^[\]\n]{0,200}\]/g,
    reason: "адреса с таким именем нет",
    mend: "напишите [слова](адрес) или дайте адрес отдельной строкой «[имя]: адрес».",
  },
  {
    // «х**ня» is no mistake: one or two letters are left on each side.
    pattern:
      /(?<![\p{L}\p{N}*])\*{2,}(?=[^\s*])[^*\n]{0,100}(?:\*{2,})?|(?<!\S)\*\*[ \t][^*\n]{1,200}\*\*|(?<=[\p{L}\p{N}]{4})\*{2,}(?=[\p{L}\p{N}])|(?<=[\p{L}\p{N}])\*{2,}(?=[\p{L}\p{N}]{4}|[«„"])/gu,
    reason: "у звёздочек нет пары",
    mend: "они ставятся вплотную к словам с обеих сторон и в одном абзаце: **слова**; сами звёздочки — это \\*\\*.",
    inFields: true,
  },
  {
    pattern: /(?<!\S)\*[^\s*][^*\n]{0,100}\s\*(?=[\p{L}\p{N}])/gu,
    reason: "у звёздочки нет пары",
    mend: "она ставится вплотную к словам с обеих сторон: *слова*; сама звёздочка — это \\*.",
  },
  {
    pattern:
      /(?<![\p{L}\p{N}_])_{1,2}(?=[^\s_])[^_\n]{1,200}_{1,2}|(?<![\p{L}\p{N}_])__(?=[\p{L}«"])/gu,
    reason: "у подчёркиваний нет пары",
    mend: "внутри слова выделяют звёздочки: *под*черк; сам знак — это \\_.",
    inFields: true,
  },
  {
    pattern: /~~(?=[^\s~])|(?<=[^\s~])~~/g,
    reason: "у волн нет пары",
    mend: "они ставятся вплотную к словам с обеих сторон и в одном абзаце: ~~слова~~.",
  },
  {
    pattern: /`+/g,
    reason: "у обратной кавычки нет пары",
    mend: "код берётся в две: `код`; апостроф — это ’.",
  },
  {
    pattern:
      /^[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*){1,50}\|?[ \t]*$|^\|[^\n]*\|\n\|[^\n]*\|$/gm,
    reason: "таблица не получилась",
    mend: "первая строка — заголовки, вторая — |---|---|, и ячеек в них поровну; над таблицей — пустая строка.",
  },
  {
    pattern: /(?<![\p{L}\p{N}:]):[a-z][a-z\d_+-]{1,30}:(?![\p{L}\p{N}])/gu,
    reason: MARK,
    mend: "вставьте сам значок: 🙂.",
  },
  {
    pattern: /\\(?=\s*$)/g,
    reason: "за этим знаком строка не продолжается",
    mend: "уберите его.",
  },
];

/** Only in a paragraph: elsewhere a sign of a number or a tag of a network begins so. */
export const HEADING_SIGN: MarkupSign = {
  pattern: /^#{1,6}[^\s#\d][^\s]{0,50}|^#{2,6}\d[^\s]{0,50}|^#{7,}/gm,
  reason: "это не стало подзаголовком",
  mend: "после «#» нужен пробел: «## Слова»; если это метка, поставьте перед ней «\\».",
};

/** In a field, which is plain text. */
export const FIELD_SIGNS: readonly MarkupSign[] = SIGNS.filter(({ inFields }) => inFields === true);
