import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { PROJECT } from "../../src/build/index.ts";
import { drawPictures } from "../archive/pictures.ts";

/** The article that the guide writes, without its ending. */
export const SLUG = "cherez-reku-otkryt-novyi-most";
/** What the page takes for now: some minutes after the article was begun. */
export const NOW = "2026-11-25T09:12:00+03:00";

const ARTICLE = `content/2026/${SLUG}.md`;

/** The editor in the browser is asked for: one picture shows it. */
const SITE = `name: Заречный вестник
description: Новости города Заречного
address: https://example.org
language: ru
timeZone: Europe/Moscow
admin:
  repo: vladelets/sait
`;

const HEAD = `title: Через реку открыт новый мост
date: 2026-11-25 09:00
`;

const MORE = `topics:
  - Город
image:
  file: most.jpg
  alt: Холмы за рекой солнечным утром
  caption: Вид с нового моста
`;

const TEXT = `Новый мост соединил два берега реки. Пешеходы пошли по нему в шесть утра, автобусы -- в семь.

## Что изменится

Раньше дорога до вокзала занимала полчаса, теперь -- пять минут. Старый мост закроют на ремонт, а весной откроют "только для пеших".
`;

const HEADLINES = `- text: Автобусы пошли по новому мосту
  date: 2026-11-25 08:00
- text: Школьники посадили сад
  date: 2026-11-24
`;

/** How the article stands at some step of the guide. */
export type Stage = "new" | "broken" | "ready";

const STAGES: Readonly<Record<Stage, string>> = {
  new: `---\n${HEAD}draft: true\n---\n\nТекст статьи.\n`,
  broken: `---\n${HEAD.replace("2026-11-25 09:00", "31.02.2026")}draft: true\n---\n\n${TEXT}`,
  ready: `---\n${HEAD}${MORE}---\n\n${TEXT}`,
};

/** What of the project a command needs. */
const PROGRAM = [
  "package.json",
  "package-lock.json",
  "tsconfig.json",
  "eleventy.config.ts",
  "scripts",
  "src",
] as const;

/**
 * A copy of the project with the guide's own small archive instead of the seed, so that messages name
 * files as editors see them. Its town and its bridge are made up.
 */
export class GuideProject {
  readonly folder: string;

  /** @param folder an empty folder, which is filled */
  constructor(folder: string) {
    this.folder = folder;
  }

  /** Writes the program, the settings, the picture and a new article, in a folder that Git knows. */
  async write(): Promise<void> {
    for (const name of PROGRAM) {
      cpSync(join(PROJECT, name), join(this.folder, name), { recursive: true });
    }
    symlinkSync(join(PROJECT, "node_modules"), join(this.folder, "node_modules"), "junction");
    const picture = (await drawPictures(4, 6)).at(-1);
    if (picture === undefined) throw new Error("No picture was drawn");
    this.#put("_data/site.yaml", SITE);
    this.#put("_data/headlines.yaml", HEADLINES);
    this.#put("content/2026/most.jpg", picture.bytes);
    this.setStage("new");
    execFileSync("git", ["init", "--quiet", this.folder]);
  }

  setStage(stage: Stage): void {
    this.#put(ARTICLE, STAGES[stage]);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  #put(path: string, content: string | Buffer): void {
    const file = join(this.folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}
