import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { buildOptions, foldersOf, UsageError } from "../build/index.ts";
import { displayPath, readSite, type Site } from "../content/index.ts";
import { hostHeaders, isMedia } from "../hosting/headers.ts";
import {
  caddyConfiguration,
  githubPublish,
  gitlabPublish,
  nginxConfiguration,
  type ServerOptions,
} from "../hosting/index.ts";
import { BUILD_FLAGS, OPTIONS_HELP, readArguments } from "./arguments.ts";

const HELP = `npm run --silent hosting -- --for МЕСТО [параметры]

Печатает файл настроек для места, где сайт будет жить, по _data/site.yaml:
  nginx, caddy              настройки своего сервера
  netlify, cloudflare       файл _headers; сборка и сама кладёт его в сайт
  github-publish, gitlab    что делать после каждого git push

  --to ФАЙЛ              записать в файл, а не на экран
  --site ПАПКА           где сайт лежит на сервере   /var/www/сервер
  --listen ПОРТ          что слушать                 80; у Caddy имя сервера и HTTPS
  --brotli               у nginx есть модуль Brotli

${OPTIONS_HELP}`;

const FLAGS = {
  ...BUILD_FLAGS,
  for: { type: "string" },
  to: { type: "string" },
  site: { type: "string" },
  listen: { type: "string" },
  brotli: { type: "boolean" },
} as const;

type Make = (site: Site, options: ServerOptions & { readonly hasMedia: boolean }) => string;

const PLACES: Readonly<Record<string, Make>> = {
  nginx: nginxConfiguration,
  caddy: caddyConfiguration,
  netlify: hostHeaders,
  cloudflare: hostHeaders,
  "github-publish": () => githubPublish(),
  gitlab: () => gitlabPublish(),
};

export function run(args: string[]): void {
  const { values } = readArguments({ args, options: FLAGS });
  if (values.help) return void console.log(HELP);
  const make = PLACES[values.for ?? ""];
  if (make === undefined) {
    throw new UsageError(`Укажите место: --for ${Object.keys(PLACES).join(", ")}.`);
  }
  const options = buildOptions(values, process.env);
  const site = readSite(options.data, options.overrides);
  const hasMedia = hasMediaIn(foldersOf(options).statics);
  const folder = values.site ?? `/var/www/${new URL(site.address).hostname}`;
  const text = make(site, { folder, listen: values.listen, brotli: values.brotli, hasMedia });
  if (values.to === undefined) return void process.stdout.write(text);
  writeFileSync(resolve(values.to), text);
  console.log(`Готово: ${displayPath(resolve(values.to))}`);
}

/** As a build sees it. */
function hasMediaIn(statics: string): boolean {
  if (!existsSync(statics)) return false;
  const names = readdirSync(statics, { recursive: true, encoding: "utf8" });
  return names.some((name) => isMedia(`/${name}`));
}
