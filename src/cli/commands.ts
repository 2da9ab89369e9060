/** What a command's module has. */
interface Command {
  /** @param args what stands behind the command's name; @throws as `runCommand` tells it */
  readonly run: (args: string[]) => void | Promise<void>;
}

/** What a command is for, in a line, and its module: loaded alone, for each takes its time. */
export interface Entry {
  /** Nothing where no editor calls it. */
  readonly purpose?: string;
  readonly load: () => Promise<Command>;
}

/** All that `vestnik` knows, in the order in which its help names them. */
export const COMMANDS = {
  init: { purpose: "начать газету в новой папке", load: () => import("./init.ts") },
  start: {
    purpose: "собрать сайт и показать его на этом компьютере",
    load: () => import("./start.ts"),
  },
  dev: {
    purpose: "показать сайт с черновиками и пересобирать его при сохранении",
    load: () => import("./dev.ts"),
  },
  new: { purpose: "начать статью", load: () => import("./new.ts") },
  check: { purpose: "проверить статьи", load: () => import("./check.ts") },
  import: { purpose: "перенести архив", load: () => import("./import.ts") },
  build: { purpose: "собрать сайт", load: () => import("./build.ts") },
  serve: { purpose: "показать собранный сайт", load: () => import("./serve.ts") },
  assemble: {
    purpose: "собрать сайт из готовых томов с других машин",
    load: () => import("./assemble.ts"),
  },
  hosting: {
    purpose: "напечатать настройки сервера или места, где сайт живёт",
    load: () => import("./hosting.ts"),
  },
  compress: {
    purpose: "сделать копию сайта со сжатыми файлами",
    load: () => import("./compress.ts"),
  },
  clean: { purpose: "забыть всё, что запомнили прежние сборки", load: () => import("./clean.ts") },
  eleventy: {
    purpose: "команда самой Eleventy, которая знает и eleventy.config.ts",
    load: () => import("./eleventy.ts"),
  },
  upgrade: { purpose: "перейти на другую версию Вестника", load: () => import("./upgrade.ts") },
  adopt: {
    purpose: "добавить русский поиск к сайту, который проиндексировал Pagefind",
    load: () => import("./adopt.ts"),
  },
  builder: { load: () => import("./dev/builder.ts") },
} as const satisfies Readonly<Record<string, Entry>>;

export type CommandName = keyof typeof COMMANDS;

/** @returns whether there is a command of that name */
export function isCommand(name: string): name is CommandName {
  return Object.hasOwn(COMMANDS, name);
}
