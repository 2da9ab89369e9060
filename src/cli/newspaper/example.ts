import { isRussian } from "../../language/index.ts";

/** What the first readers of a newspaper see, until its editor has written something. */
export interface Example {
  /** Of the newspaper. */
  readonly description: string;
  readonly headline: string;
  /** Of the article. */
  readonly title: string;
  readonly topic: string;
  /** Markdown. */
  readonly body: string;
}

const RUSSIAN: Example = {
  description: "Новости",
  headline: "Газета открылась",
  title: "Первая статья газеты",
  topic: "О газете",
  body: `Это пример: замените его своей новостью. Статья — файл в папке \`content\`: сверху между чертами её
заголовок, дата и темы, ниже текст.

## Как написать свою

1. \`npm run new -- "Заголовок"\` создаст черновик.
2. \`npm run dev\` покажет, как он выглядит, и обновит страницу при сохранении.
3. Когда статья готова, уберите из неё строку \`draft: true\`.
`,
};

const ENGLISH: Example = {
  description: "News",
  headline: "The newspaper is open",
  title: "The first article",
  topic: "About the newspaper",
  body: `This is an example: put news of your own in its place. An article is a file in the folder \`content\`:
its title, date and topics stand at the top between the lines, its text below.

## How to write your own

1. \`npm run new -- "Title"\` makes a draft.
2. \`npm run dev\` shows what it looks like, and the page follows when you save.
3. When the article is ready, remove its line \`draft: true\`.
`,
};

/** @param language of the newspaper; in others than Russian readers see English, as in the interface */
export function exampleIn(language: string): Example {
  return isRussian(language) ? RUSSIAN : ENGLISH;
}
