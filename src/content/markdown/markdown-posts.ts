import type { MessageKey } from "../../interface/index.ts";

/** A video or a post on another site, as its card tells of it. */
export interface Post {
  readonly kind: "prose.video" | "prose.post";
  /** Without www. */
  readonly host: string;
  /** Where it is, as one says: «на YouTube». */
  readonly where: Where;
}

type Where = Extract<MessageKey, `prose.on.${string}`>;

interface Service {
  readonly hosts: readonly string[];
  readonly where: Where;
  /** What paths of videos and of posts look like, with the query. */
  readonly videos?: RegExp;
  readonly posts?: RegExp;
}

/** Videos and posts only: a link to a channel or a person stays a link. */
const SERVICES: readonly Service[] = [
  {
    hosts: ["youtube.com", "youtube-nocookie.com"],
    where: "prose.on.youtube",
    videos: /^\/(?:watch\?(?:.*&)?v=|(?:shorts|live|embed)\/)[\w-]/,
  },
  { hosts: ["youtu.be"], where: "prose.on.youtube", videos: /^\/[\w-]+/ },
  { hosts: ["rutube.ru"], where: "prose.on.rutube", videos: /^\/(?:video|shorts)\/\w/ },
  { hosts: ["vkvideo.ru"], where: "prose.on.vkvideo", videos: /^\/(?:video|clip)-?\d/ },
  {
    hosts: ["vk.com", "vk.ru"],
    where: "prose.on.vk",
    videos: /^\/(?:video|clip)-?\d|^\/.*[?&]z=(?:video|clip)/,
    posts: /^\/(?:.*[?&]w=)?wall-?\d/,
  },
  {
    hosts: ["ok.ru"],
    where: "prose.on.ok",
    videos: /^\/(?:video|live)\/\d/,
    posts: /^\/.+\/(?:topic|statuses)\/\d/,
  },
  {
    hosts: ["dzen.ru"],
    where: "prose.on.dzen",
    videos: /^\/(?:video\/watch|shorts)\/\w/,
    posts: /^\/(?:a|b)\/[\w-]/,
  },
  { hosts: ["vimeo.com"], where: "prose.on.vimeo", videos: /^\/\d/ },
  { hosts: ["t.me"], where: "prose.on.telegram", posts: /^\/(?:s\/|c\/)?\w+\/\d/ },
  { hosts: ["x.com", "twitter.com"], where: "prose.on.x", posts: /^\/\w+\/status\/\d/ },
];

/**
 * @param address as written
 * @returns what is there, or nothing where it is no video and no post of a service that is known
 */
export function postAt(address: string): Post | undefined {
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return undefined;
  const { hostname, pathname, search } = new URL(address);
  const host = hostname.replace(/^(?:www|m)\./, "");
  const service = SERVICES.find(({ hosts }) => hosts.includes(host));
  const path = pathname + search;
  if (service === undefined) return undefined;
  const { where, videos, posts } = service;
  if (videos?.test(path)) return { kind: "prose.video", host, where };
  return posts?.test(path) ? { kind: "prose.post", host, where } : undefined;
}
