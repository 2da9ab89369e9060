import type { TellNote } from "../imported-item.ts";
import type { Attachment, BlogLibrary } from "./wordpress-records.ts";

const CODE = /\[(gallery|playlist)\b([^\]]*)\]/gi;

/**
 * Writes galleries and playlists as pictures and players: of the numbers that they name, or all of the post.
 *
 * @param post its number
 */
export function withGalleries(
  text: string,
  post: string | undefined,
  library: BlogLibrary,
  note: TellNote,
): string {
  return text.replace(CODE, (all, name: string, attributes: string) => {
    const { files, missing } = filesOf(attributes, post, library);
    for (const id of missing)
      note({ what: "файла галереи нет среди вложений", detail: `№ ${id}`, written: id });
    const isList = name.toLowerCase() === "playlist";
    const sound = /type="video"/.test(attributes) ? "film" : "sound";
    const shown = files.filter(({ url }) => kindOf(url) === (isList ? sound : "picture"));
    if (shown.length + missing.length === 0)
      note({ what: "галерея записи пуста и не перенесена", detail: all.slice(0, 100) });
    return `\n\n${shown.map(isList ? player : figure).join("\n\n")}\n\n`;
  });
}

function filesOf(attributes: string, post: string | undefined, library: BlogLibrary) {
  const numbers = (name: string): string[] | undefined => {
    const [, list] = new RegExp(`\\b${name}=["'“”«]?([\\d,\\s]+)`).exec(attributes) ?? [];
    return list?.split(",").flatMap((id) => id.trim() || []);
  };
  const ids = numbers("ids") ?? numbers("include");
  const excluded = new Set(numbers("exclude"));
  if (ids === undefined) {
    const own = library.uploads.get(numbers("id")?.[0] ?? post ?? "") ?? [];
    return { files: own.filter(({ id }) => !excluded.has(id)), missing: [] };
  }
  const files = ids.map((id) => library.attachments.get(id));
  const missing = ids.filter((id) => !library.attachments.has(id));
  return { files: files.filter((file) => file !== undefined), missing };
}

function kindOf(url: string): "picture" | "sound" | "film" | undefined {
  if (/\.(?:avif|gif|jpe?g|png|svg|webp|bmp|tiff?)(?:$|[?#])/i.test(url)) return "picture";
  if (/\.(?:mp3|m4a|ogg|oga|wav|flac|aac)(?:$|[?#])/i.test(url)) return "sound";
  return /\.(?:mp4|m4v|webm|ogv|mov|avi)(?:$|[?#])/i.test(url) ? "film" : undefined;
}

function figure({ url, alt, caption }: Attachment): string {
  const words = caption === undefined ? "" : `<figcaption>${escaped(caption)}</figcaption>`;
  return `<figure><img src="${escaped(url)}" alt="${escaped(alt ?? "")}">${words}</figure>`;
}

function player({ url }: Attachment): string {
  return `<iframe src="${escaped(url)}"></iframe>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
