import { spawnSync } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

/** A site for Hugo as plain as can be: articles, a paged list of all, a paged list of each topic. */
const FILES: Readonly<Record<string, string>> = {
  "config.toml": `baseURL = "https://archive.example/"
title = "Архив для измерений"
languageCode = "ru"
paginate = 30
summaryLength = 40
buildFuture = true
timeout = "600s"
disableKinds = ["section", "RSS", "sitemap"]
[taxonomies]
topic = "topics"
`,
  "layouts/_default/baseof.html": `<!doctype html>
<html lang="ru">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ .Title }} — {{ site.Title }}</title>
<link rel="canonical" href="{{ .Permalink }}">
</head>
<body>
<header><a href="/">{{ site.Title }}</a> <a href="/topics/">Темы</a></header>
<main>{{ block "main" . }}{{ end }}</main>
<footer>{{ site.Title }}</footer>
</body>
</html>
`,
  "layouts/_default/single.html": `{{ define "main" }}
<article data-pagefind-body>
<h1>{{ .Title }}</h1>
{{ partial "byline.html" . }}
{{ .Content }}
</article>
{{ end }}
`,
  "layouts/_default/list.html": `{{ define "main" }}
<h1>{{ .Title }}</h1>
{{ $pages := .Pages }}
{{ if .IsHome }}{{ $pages = site.RegularPages }}{{ end }}
{{ $pager := .Paginate $pages }}
<ul>
{{ range $pager.Pages }}
<li>
<h2><a href="{{ .RelPermalink }}">{{ .Title }}</a></h2>
<p>{{ .Summary | plainify }}</p>
{{ partial "byline.html" . }}
</li>
{{ end }}
</ul>
<nav>
{{ if $pager.HasPrev }}<a href="{{ $pager.Prev.URL }}">← Новее</a>{{ end }}
Страница {{ $pager.PageNumber }} из {{ $pager.TotalPages }}
{{ if $pager.HasNext }}<a href="{{ $pager.Next.URL }}">Раньше →</a>{{ end }}
</nav>
{{ end }}
`,
  "layouts/_default/terms.html": `{{ define "main" }}
<h1>{{ .Title }}</h1>
<ul>
{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>
{{ end }}
</ul>
{{ end }}
`,
  "layouts/partials/byline.html": `<p>
<time datetime="{{ .Date.Format "2006-01-02" }}">{{ .Date.Format "02.01.2006" }}</time>
{{ range .GetTerms "topics" }}<a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ end }}
</p>
`,
};

/** Writes the configuration and the templates of a site for Hugo. */
export async function writeHugoSite(folder: string): Promise<void> {
  for (const [name, text] of Object.entries(FILES)) {
    const file = join(folder, name);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
}

/**
 * Finds Hugo, or installs Debian's package.
 *
 * @throws Error where there is none and none can be had
 */
export function ensureHugo(): string {
  if (isThere()) return "hugo";
  console.log("No hugo found; trying apt-get");
  const sudo = process.getuid?.() === 0 ? "" : "sudo -n ";
  const command = `${sudo}apt-get update -q && ${sudo}apt-get install -qy hugo`;
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  spawnSync("sh", ["-c", command], { env, stdio: ["ignore", "ignore", "inherit"] });
  if (isThere()) return "hugo";
  throw new Error("There is no hugo on PATH, and apt-get did not install one");
}

function isThere(): boolean {
  return spawnSync("hugo", ["version"], { stdio: "ignore" }).status === 0;
}
