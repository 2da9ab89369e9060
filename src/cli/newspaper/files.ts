import { stringify } from "yaml";
import { NEWSPAPER_FORMAT } from "../../build/index.ts";
import { draftOf } from "../../content/index.ts";
import { githubPublish, gitlabPublish } from "../../hosting/index.ts";
import type { Answers } from "./answers.ts";
import { type Example, exampleIn } from "./example.ts";

/** The scripts that its editors and its host call. */
const COMMANDS = [
  "start",
  "dev",
  "new",
  "check",
  "import",
  "build",
  "serve",
  "assemble",
  "compress",
];

/**
 * The files that a newspaper owns.
 *
 * @param folderName the name of its folder, by which npm knows it
 * @param dependency how it depends on Vestnik, as of `dependencyFor`
 * @param now milliseconds since 1970: when its first article was written
 * @returns from paths in its folder to their texts
 */
export function newspaperFiles(
  answers: Answers,
  folderName: string,
  dependency: string,
  now: number,
): Readonly<Record<string, string>> {
  const example = exampleIn(answers.language);
  const article = exampleArticle(example, answers, now);
  return {
    "package.json": packageFile(folderName, dependency),
    "eleventy.config.js": CONFIG,
    ".gitignore": IGNORED,
    "README.md": readme(answers.name),
    "_data/site.yaml": settings(answers, example),
    "_data/headlines.yaml": headlines(example),
    [`content/${article.path}`]: article.text,
    "src/pages/.gitkeep": "",
    ...publishing(answers.hosting, isFromGit(dependency)),
  };
}

function packageFile(name: string, vestnik: string): string {
  const scripts = Object.fromEntries(COMMANDS.map((command) => [command, `vestnik ${command}`]));
  const own = {
    name:
      name
        .toLowerCase()
        .replace(/[^a-z0-9._-]+/g, "-")
        .replace(/^[._-]+/, "") || "gazeta",
    private: true,
    type: "module",
    scripts,
    dependencies: { vestnik },
    vestnik: { format: NEWSPAPER_FORMAT },
  };
  return `${JSON.stringify(own, null, 2)}\n`;
}

const CONFIG = `import vestnik from "vestnik";

export default function (eleventy) {
  eleventy.addPlugin(vestnik, { content: "content", data: "_data" });
}

// Свои страницы лежат в src/pages.
export const config = { dir: { input: "src/pages", output: "_site" } };
`;

const IGNORED = `node_modules/
_site/
_site.*
volumes/
public/
import-report.txt
.DS_Store
`;

function settings(
  { name, address, language, timeZone }: Answers,
  { description }: Example,
): string {
  const head = "# Настройки сайта. Все поля: node_modules/vestnik/docs/editors.md\n";
  return head + stringify({ name, description, address, language, timeZone });
}

function headlines(example: Example): string {
  const head = "# Заголовки: короткие новости в одну строку. Этот — пример, замените его своим.\n";
  return head + stringify([{ text: example.headline }]);
}

function exampleArticle(
  { title, topic, body }: Example,
  { timeZone }: Answers,
  now: number,
): { path: string; text: string } {
  const { path, text } = draftOf({ title, topics: [topic], now }, timeZone);
  const [, front = ""] = text.split("---\n");
  const fields = front.replace("draft: true\n", "");
  return { path, text: `---\n${fields}---\n\n${body}` };
}

/** With scripts of packages off, npm does not build what comes from Git. */
function isFromGit(dependency: string): boolean {
  return /^(?:git|github:|gitlab:|bitbucket:|https?:.*\.git)/.test(dependency);
}

function publishing(hosting: string, needsScripts: boolean): Readonly<Record<string, string>> {
  const install = needsScripts ? "npm ci --omit=dev" : undefined;
  if (hosting === "github") return { ".github/workflows/publish.yml": githubPublish(install) };
  if (hosting === "gitlab") return { ".gitlab-ci.yml": gitlabPublish(install) };
  if (hosting === "netlify") return { "netlify.toml": NETLIFY };
  return {};
}

const NETLIFY = `[build]
  command = "npm run build"
  publish = "_site"

[build.environment]
  NODE_VERSION = "22"
`;

function readme(name: string): string {
  return `# ${name}

Сайт собирает [Вестник](node_modules/vestnik/README.md) из файлов этой папки. Нужен Node 20.19 или новее.

\`\`\`sh
npm install && npm start     # собирает сайт и показывает его: http://localhost:8080/
\`\`\`

| команда | что делает |
| --- | --- |
| \`npm run new -- "Заголовок"\` | создаёт черновик статьи |
| \`npm run dev\` | показывает сайт с черновиками и обновляет его при сохранении |
| \`npm run check\` | проверяет статьи и заголовки; \`-- --fix\` исправляет кавычки и тире |
| \`npm run build\` | собирает сайт в папку \`_site\` |
| \`npx vestnik --help\` | все команды |

| где | что |
| --- | --- |
| \`content/\` | статьи: Markdown с полями сверху; в \`content/pages/\` — страницы, которые не новости: «Контакты», «Реклама» |
| \`_data/site.yaml\` | название, адрес, меню, логотип, цвет, выходные данные |
| \`_data/headlines.yaml\` | заголовки; рядом могут лежать \`authors.yaml\`, \`sections.yaml\`, \`topics.yaml\` |
| \`static/\` | файлы, которые выходят как есть: PDF, звук, подтверждения |
| \`styles/custom.css\` | свой стиль поверх нашего |
| \`src/pages/\`, \`src/components/\` | свои шаблоны и части страниц |

Как писать и что значат поля: [для редакторов](node_modules/vestnik/docs/editors.md). Новая версия Вестника:
\`npx vestnik upgrade\`.
`;
}
