import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { drawPictures } from "../archive/pictures.ts";

/** The article that the guide writes, without its ending. */
export const SLUG = "cherez-reku-otkryt-novyi-most";
/** What the page takes for now: some minutes after the article was begun. */
export const NOW = "2026-11-25T09:12:00+03:00";

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

/** Writes the guide's own small archive into a folder that Git knows. Its town and its bridge are made up. */
export async function writeProject(folder: string): Promise<void> {
  const picture = (await drawPictures(4, 6)).at(-1);
  if (picture === undefined) throw new Error("No picture was drawn");
  put(folder, "_data/site.yaml", SITE);
  put(folder, "_data/headlines.yaml", HEADLINES);
  put(folder, "content/2026/most.jpg", picture.bytes);
  setStage(folder, "new");
  execFileSync("git", ["init", "--quiet", folder]);
}

export function setStage(folder: string, stage: Stage): void {
  put(folder, `content/2026/${SLUG}.md`, STAGES[stage]);
}

function put(folder: string, path: string, content: string | Buffer): void {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}
