import type { TellNote } from "../imported-item.ts";

/** A shortcode; «[[shortcode]]» shows it as text. */
const CODE = /\[(\/?)([a-z][a-z0-9_-]{2,30})((?:\s[^[\]<>]*)?)\]/gi;

/** Shortcodes of WordPress itself; unknown ones may be words in brackets. */
const KNOWN = new Set(["caption", "embed", "video", "audio", "wp_caption"]);

/** Writes WordPress's own shortcodes as HTML: captions, players. */
export function shortcodesToHtml(text: string, note: TellNote): string {
  if (!text.includes("[")) return text;
  const html = text
    .replace(
      /\[(?:wp_)?caption\b([^\]]*)\]([\s\S]*?)\[\/(?:wp_)?caption\]/gi,
      (_, attributes, inner) => figure(String(inner), String(attributes)),
    )
    .replace(/\[embed[^\]]*\]\s*(\S+?)\s*\[\/embed\]/gi, (_, url) => player(String(url)))
    .replace(/\[(?:video|audio)\b([^\]]*)\](?:\s*\[\/(?:video|audio)\])?/gi, (all, attributes) => {
      const url =
        /(?:src|mp4|webm|ogv|mp3|m4a|ogg|wav)="([^"]+)"/.exec(String(attributes))?.[1] ??
        /^\s+(https?:\/\/\S+)/.exec(String(attributes))?.[1];
      return url === undefined ? all : player(url);
    });
  for (const [all, slash, name = "", attributes = ""] of html.matchAll(CODE)) {
    const isCode = KNOWN.has(name.toLowerCase()) || /=/.test(attributes) || slash === "/";
    if (isCode) note({ what: "код плагина WordPress остался в тексте", detail: all.slice(0, 100) });
  }
  return html;
}

/** The image with its link comes first, the caption after it. */
function figure(inner: string, attributes: string): string {
  const [, image = "", rest = ""] =
    /^\s*((?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*<\/a>)?)([\s\S]*)$/i.exec(inner) ?? [];
  if (image === "") return inner;
  // Old posts have quotation marks inside of it.
  const [, old = ""] =
    /caption="(.*)"\s*$/s.exec(attributes.replace(/"\s+(?!caption=)\w+="[^"]*"\s*$/, '"')) ?? [];
  const caption = rest.trim() || old;
  return `\n\n<figure>${image}<figcaption>${caption}</figcaption></figure>\n\n`;
}

function player(url: string): string {
  return `\n\n<iframe src="${url.replaceAll('"', "&quot;")}"></iframe>\n\n`;
}
