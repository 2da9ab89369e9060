/** What plays in a page. */
export type MediaKind = "audio" | "video";

/** By endings, what all browsers of the last years play. Servers know the types of files by them too. */
export const MEDIA_KINDS = {
  ".mp3": "audio",
  ".m4a": "audio",
  ".ogg": "audio",
  ".opus": "audio",
  ".wav": "audio",
  ".mp4": "video",
  ".webm": "video",
} as const satisfies Readonly<Record<string, MediaKind>>;

export type MediaEnding = keyof typeof MEDIA_KINDS;

/** What editors have besides, and browsers do not play. */
const UNPLAYED = /^\.(?:3gp|aac|aiff?|avi|flac|flv|m4v|mkv|mov|mpe?g|oga|ogv|wma|wmv)$/;

/**
 * @param name of a file
 * @returns whether its ending is of a sound or a film, playable or not
 */
export function isNamedMedia(name: string): boolean {
  // The editor in the browser asks too, and has no node:path.
  const [ending = ""] = /\.[^./\\]+$/.exec(name.toLowerCase()) ?? [];
  return Object.hasOwn(MEDIA_KINDS, ending) || UNPLAYED.test(ending);
}
