import type { MarkdownIt, Token } from "markdown-it";
import type { MediaKind } from "../model/media-names.ts";
import { typography } from "../typography/typography.ts";

/** A sound or a film as it goes into HTML. */
export interface ShownMedia {
  readonly kind: MediaKind;
  /** An address of a page: with the site's prefix. */
  readonly src: string;
  /** Of the file, for those whose browser plays nothing. */
  readonly name: string;
  /** Of a film, in pixels. */
  readonly size?: { readonly width: number; readonly height: number } | undefined;
  /** Of a film: the address of the picture that stands for it until it plays. */
  readonly poster?: string | undefined;
}

/** The data of the token of a sound or a film. */
interface Player {
  readonly caption: string;
  readonly shown?: ShownMedia | undefined;
}

/** A markdown-it plugin: the players of sounds and films, which the browser brings itself. */
export function markdownMedia(md: MarkdownIt): void {
  const { escapeHtml } = md.utils;
  md.renderer.rules.media = (tokens, index, options, env, renderer) => {
    const token = tokens[index];
    const player = token?.meta as unknown as Player | undefined;
    if (token === undefined || player?.shown === undefined) return "";
    const { caption, shown } = player;
    const about = renderer.renderInlineAsText(token.children ?? [], options, env);
    const told = caption === "" ? about : caption;
    const figcaption = told === "" ? "" : `<figcaption>${escapeHtml(told)}</figcaption>`;
    return playerHtml(shown, about, escapeHtml) + figcaption;
  };
}

/** Makes a player of the token of an image that stands alone and is called as a sound or a film. */
export function toMedia(image: Token): void {
  const title = String(image.attrGet("title") ?? "");
  image.type = "media";
  image.meta = { caption: title === "" ? "" : typography(title) } satisfies Player;
}

/** Sets the attributes of the token of a sound or a film. */
export function setMedia(token: Token, shown: ShownMedia): void {
  token.meta = { ...(token.meta as unknown as Player), shown } satisfies Player;
}

/** Nothing of a sound is loaded before it is played, and of a film only what its first frame needs. */
function playerHtml(
  { kind, src, name, size, poster }: ShownMedia,
  about: string,
  escapeHtml: (text: string) => string,
): string {
  const attributes = Object.entries({
    ...(kind === "audio" ? { preload: "none" } : { preload: "metadata", playsinline: "" }),
    src,
    ...size,
    ...(poster === undefined ? {} : { poster }),
    ...(about === "" ? {} : { "aria-label": about }),
  }).map(([key, value]) => (value === "" ? ` ${key}` : ` ${key}="${escapeHtml(String(value))}"`));
  const link = `<a href="${escapeHtml(src)}">${escapeHtml(name)}</a>`;
  return `<${kind} controls${attributes.join("")}>${link}</${kind}>`;
}
