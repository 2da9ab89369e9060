import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { randomNumbers } from "../../../scripts/random.ts";
import { KEPT, readKept } from "../../../src/build/site/kept-files.ts";
import { SEED, SIZES } from "../../sizes.ts";

/** An article as an editor has written it. */
interface Article {
  title: string;
  text: string;
  /** None for one without a date. */
  day: string | undefined;
  topic: string;
  draft: boolean;
  /** The bytes of the image beside it, which it shows; none for one without. */
  image: string | undefined;
}

interface Headline {
  text: string;
  day: string | undefined;
  topic: string | undefined;
}

const WORDS = "мост река город школа сад трамвай площадь музей дорога парк театр завод".split(" ");
const TOPICS = ["Город", "Транспорт", "Культура", "Погода"];
const ZONES = ["Europe/Moscow", "Asia/Yekaterinburg", "Asia/Vladivostok"];
const FIRST_YEAR = 2021;
const YEARS = 6;

/** An archive of six years on disk that is edited at random, always in the same way for a seed. */
export class TinyArchive {
  readonly folder: string;
  readonly #random: () => number;
  readonly #articles = new Map<string, Article>();
  readonly #headlines: Headline[] = [];
  readonly #settings = {
    name: "Вести",
    description: "Новости",
    address: "https://vesti.example",
    timeZone: "Europe/Moscow",
    volumeItems: SIZES.archive.volumeItems,
  };
  #synonyms: string[][] = [];
  #count = 0;

  /** @param folder empty; gets content/ and _data/ */
  constructor(folder: string) {
    this.folder = folder;
    this.#random = randomNumbers(SEED);
    const { articles, headlines } = SIZES.archive;
    for (let index = 0; index < articles; index++) this.#addArticle();
    for (let index = 0; index < headlines; index++) this.#addHeadline();
    this.#write();
  }

  /** @returns what was edited */
  edit(): string {
    const edits = Object.entries(this.#edits);
    const [name, edit] = edits[Math.floor(this.#random() * edits.length)] ?? ["nothing", () => ""];
    const file = edit();
    this.#write();
    return `${name} ${file}`;
  }

  readonly #edits: Readonly<Record<string, () => string>> = {
    "add an article": () => this.#addArticle(),
    "add an article of today": () => this.#addArticle({ day: "2026-11-24" }),
    "change a text": () => this.#change(() => ({ text: this.#sentence() })),
    "change a title": () => this.#change(() => ({ title: this.#title() })),
    "change a date": () => this.#change(() => ({ day: this.#day() })),
    "change a topic": () => this.#change(() => ({ topic: this.#pick(TOPICS) })),
    "change an image": () => this.#change(({ image = "" }) => ({ image: this.#image(image) })),
    "take an image away": () => this.#change(() => ({ image: undefined })),
    "draft on or off": () => this.#change(({ draft }) => ({ draft: !draft })),
    "rename a file": () => this.#rename(),
    "delete a file": () => this.#delete(),
    "add a headline": () => this.#addHeadline(),
    "remove a headline": () => this.#headlines.splice(this.#index(this.#headlines), 1).join(),
    "change the name": () => this.#set({ name: `Вести ${this.#word()}` }),
    "change the description": () => this.#set({ description: this.#sentence() }),
    "change the zone": () => this.#set({ timeZone: this.#pick(ZONES) }),
    "change synonyms": () => {
      this.#synonyms = [
        [this.#word(), `новое${this.#word()}`],
        ["река", "поток"],
      ];
      return "";
    },
  };

  #addArticle(fields: Partial<Article> = {}): string {
    const name = `${this.#pick(["2023", "raznoe", "."])}/novost-${this.#count++}`;
    this.#articles.set(name, {
      title: this.#title(),
      text: this.#sentence(),
      day: this.#day(),
      topic: this.#pick(TOPICS),
      draft: this.#random() < 0.1,
      image: this.#random() < 0.3 ? this.#image() : undefined,
      ...fields,
    });
    return name;
  }

  #change(fields: (article: Article) => Partial<Article>): string {
    const name = this.#anyName();
    const article = this.#articles.get(name);
    if (article !== undefined) this.#articles.set(name, { ...article, ...fields(article) });
    return name;
  }

  #rename(): string {
    const name = this.#anyName();
    const article = this.#articles.get(name);
    this.#articles.delete(name);
    const other = `raznoe/imia-${this.#count++}`;
    if (article !== undefined) this.#articles.set(other, article);
    return `${name} → ${other}`;
  }

  #delete(): string {
    const name = this.#anyName();
    this.#articles.delete(name);
    return name;
  }

  #addHeadline(): string {
    const text = `${this.#title()} ${this.#count++}`;
    const day = this.#day();
    const topic = this.#random() < 0.5 ? this.#pick(TOPICS) : undefined;
    this.#headlines.splice(this.#index(this.#headlines), 0, { text, day, topic });
    return text;
  }

  #set(settings: Readonly<Record<string, string>>): string {
    Object.assign(this.#settings, settings);
    return "";
  }

  #anyName(): string {
    return this.#pick([...this.#articles.keys()]);
  }

  #index(items: readonly unknown[]): number {
    return Math.floor(this.#random() * items.length);
  }

  #pick(items: readonly string[]): string {
    return items[this.#index(items)] ?? "";
  }

  #word(): string {
    return this.#pick(WORDS);
  }

  #title(): string {
    return `Новый ${this.#word()} и ${this.#word()}`;
  }

  #sentence(): string {
    return `${Array.from({ length: 12 }, () => this.#word()).join(" ")}.`;
  }

  /** Every sixth time there is none; every third one has a time of the day. */
  #day(): string | undefined {
    if (this.#random() < 1 / 6) return undefined;
    const pad = (most: number): string =>
      String(1 + Math.floor(this.#random() * most)).padStart(2, "0");
    const year = FIRST_YEAR + Math.floor(this.#random() * YEARS);
    const time = this.#random() < 1 / 3 ? ` ${pad(22)}:30` : "";
    return `${year}-${pad(12)}-${pad(28)}${time}`;
  }

  /** Of the same size as every other, and never the one that it replaces. */
  #image(old = ""): string {
    const color = Math.floor(this.#random() * 9e5) + 1e5;
    const image = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"><path fill="#${color}"/></svg>`;
    return image === old ? this.#image(old) : image;
  }

  /** Writes what differs from what stands there, as an editor does. */
  #write(): void {
    const files = new Map<string, string>();
    for (const [name, article] of this.#articles) {
      const image = `${name.split("/").at(-1)}.svg`;
      files.set(join("content", `${name}.md`), markdown(article, image));
      if (article.image === undefined) continue;
      files.set(join("content", dirname(name), image), article.image);
    }
    files.set(join("_data", "site.yaml"), JSON.stringify(this.#settings));
    files.set(join("_data", "headlines.yaml"), JSON.stringify(this.#headlines.map(headlineYaml)));
    files.set(join("_data", "synonyms.yaml"), JSON.stringify(this.#synonyms));
    for (const path of pathsIn(this.folder).filter(isInput)) {
      if (!files.has(path)) rmSync(join(this.folder, path));
    }
    const standing = new Set(pathsIn(this.folder));
    for (const [path, text] of files) {
      const file = join(this.folder, path);
      if (standing.has(path) && readFileSync(file, "utf8") === text) continue;
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
  }
}

function isInput(path: string): boolean {
  return /^(?:content|_data)\//.test(path);
}

function markdown({ title, day, topic, draft, image, text }: Article, imageName: string): string {
  const fields = [
    `title: ${title}`,
    ...(day === undefined ? [] : [`date: ${day}`]),
    `topics: [${topic}]`,
    ...(draft ? ["draft: true"] : []),
  ];
  const shown = image === undefined ? "" : `\n![Вид](${imageName})\n`;
  return `---\n${fields.join("\n")}\n---\n\n${text}\n${shown}`;
}

function headlineYaml({ text, day, topic }: Headline): Record<string, string> {
  return {
    text,
    ...(day === undefined ? {} : { date: day }),
    ...(topic === undefined ? {} : { topics: topic }),
  };
}

function pathsIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}

/**
 * @returns the SHA-256 of every file of a folder but for those kept of earlier sites, by its path, in
 *   the order of paths
 */
export function hashesIn(folder: string): Record<string, string> {
  const kept = readKept(folder);
  const own = pathsIn(folder).filter((path) => path !== KEPT && !kept.has(path));
  return Object.fromEntries(
    own.map((path) => {
      const hash = createHash("sha256")
        .update(readFileSync(join(folder, path)))
        .digest("hex");
      return [path, hash];
    }),
  );
}
