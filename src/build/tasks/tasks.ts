import { BUNDLED } from "../assets/bundled.ts";

/**
 * Everything that a build makes. `run` of a task's module fills a folder, which stays in the cache under a
 * key (maker.ts): the hash of what the task is made from, and of the code that its module really imports
 * (code-keys.ts).
 *
 *   read ─┬─ related ── pages ──┐
 *         ├─ cards              │
 *         ├─ pictures ← image   ├── the site
 *         ├─ leaf ── segment ── search
 *         ├─ feeds ─────────────┤
 *         └─ year, lists ───────┘         assets, static, portraits, admin: of no article
 *
 * read, related, pages, cards, pictures and leaf are of a slice of the archive (slices/slices.ts), image of one
 * picture, year of one year, segment of some slices, and the others of the whole archive.
 */
export const TASKS = {
  assets: {
    publishes: "стили и программы сайта",
    bundles: BUNDLED,
    load: () => import("./assets.ts"),
  },
  admin: {
    publishes: "редактор сайта",
    bundles: ["admin/browser/admin", "admin/browser/admin.css"],
    load: () => import("./admin.ts"),
  },
  static: { publishes: "файл из static", load: () => import("./static.ts") },
  read: { load: () => import("./read.ts") },
  related: { load: () => import("./related.ts") },
  pages: { publishes: "страницы статей", load: () => import("./pages.ts") },
  cards: {
    publishes: "карточки для соцсетей",
    reads: ["site/card/glyphs.json.br", "site/card/glyphs.bin.br"],
    load: () => import("./cards.ts"),
  },
  pictures: { publishes: "картинки статей", load: () => import("./pictures.ts") },
  portraits: { publishes: "фотографии авторов", load: () => import("./portraits.ts") },
  image: { load: () => import("./image.ts") },
  leaf: { publishes: "поиск", load: () => import("./leaf.ts") },
  segment: { publishes: "поиск", load: () => import("./segment.ts") },
  search: {
    publishes: "поиск",
    reads: ["index/lexicon/dictionary.filter"],
    load: () => import("./search.ts"),
  },
  year: { publishes: "страницы архива по годам", load: () => import("./year.ts") },
  lists: {
    publishes: "общие страницы сайта или своя из src/pages",
    load: () => import("./lists.ts"),
  },
  feeds: { publishes: "ленты RSS, Atom и JSON", load: () => import("./feeds.ts") },
} as const satisfies Readonly<Record<string, Task>>;

export type TaskName = keyof typeof TASKS;

/** A row of the table of tasks. */
export interface Task {
  /**
   * The parts of a site that it makes, in Russian for editors; absent where its result is for other tasks.
   */
  readonly publishes?: string;
  /** Modules and styles that it bundles for browsers: they are code of the task as what it imports is. */
  readonly bundles?: readonly string[];
  /** Other files of ours that its code reads. */
  readonly reads?: readonly string[];
  readonly load: () => Promise<TaskModule>;
}

/** @param folder an empty one, to be filled; what is for the site goes into PUBLISHED */
interface TaskModule {
  readonly run: (order: never, folder: string) => Promise<void>;
}

/** The order for a task: values that can be sent to another process. */
export type Order<Name extends TaskName> = Parameters<
  Awaited<ReturnType<(typeof TASKS)[Name]["load"]>>["run"]
>[0];

/** A task with its order and the folder for its result. */
export interface Job<Name extends TaskName = TaskName> {
  readonly task: Name;
  readonly order: Order<Name>;
  readonly folder: string;
}

/** @throws ContentError with what an editor has to mend; then nothing in the folder is of use */
export async function runTask({ task, order, folder }: Job): Promise<void> {
  const { run } = await TASKS[task].load();
  await (run as (order: unknown, folder: string) => Promise<void>)(order, folder);
}
