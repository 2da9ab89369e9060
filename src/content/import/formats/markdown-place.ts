/** What the path of a Markdown file says. */
export interface MarkdownPlace {
  /** Of 2019-05-12-most.md */
  readonly day: string | undefined;
  /** The name without day and language. */
  readonly slug: string;
  /** Of most.en.md */
  readonly language: string | undefined;
  /** The same for all languages of one text. */
  readonly key: string;
  readonly isDraft: boolean;
  /** A page of Hugo that is about a section. */
  readonly isSection: boolean;
}

const DATED = /^(\d{4}-\d{1,2}-\d{1,2})-(.+)$/;

/** Languages, alone or with a region. Any two letters would do for «node.js.md» too. */
const LANGUAGE =
  /^(.+)\.((?:ru|en|uk|be|kk|ky|uz|tt|ba|cv|hy|az|ka|tg|de|fr|es|it|pt|pl|cs|sk|sr|bg|ro|hu|fi|sv|no|nb|da|nl|et|lv|lt|el|tr|he|ar|fa|hi|zh|ja|ko|vi)(?:-[a-z]{2,4})?)$/i;

/** @returns a path without the language that a name before its ending ends with: index.ru is index */
export function withoutLanguage(path: string): string {
  const at = path.lastIndexOf("/") + 1;
  return path.slice(0, at) + path.slice(at).replace(LANGUAGE, "$1");
}

/** @param path where the file lies in its source, with «/» */
export function markdownPlace(path: string): MarkdownPlace {
  const names = path.replace(/\.\w+$/, "").split("/");
  const [, bare = names.at(-1) ?? "", language] = LANGUAGE.exec(names.at(-1) ?? "") ?? [];
  const name = (bare === "index" ? names.at(-2) : bare) ?? "";
  const [, day, rest] = DATED.exec(name) ?? [];
  return {
    day,
    slug: rest ?? name,
    language: language?.toLowerCase(),
    key: [...names.slice(0, -1), bare].join("/"),
    isDraft: names.includes("_drafts") || names.includes("drafts"),
    isSection: bare === "_index",
  };
}
