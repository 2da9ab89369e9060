/** A video or a post on another site, as its card tells of it. */
export interface Post {
  readonly kind: "Видео" | "Запись";
  /** Without www. */
  readonly host: string;
  /** What stands for a title where none is given: «Смотреть на YouTube». */
  readonly invitation: string;
}

interface Service {
  readonly hosts: readonly string[];
  /** With its preposition. */
  readonly where: string;
  /** What paths of videos and of posts look like, with the query. */
  readonly videos?: RegExp;
  readonly posts?: RegExp;
}

/** Only what is a video or a post: a link to a channel or a person stays a link. */
const SERVICES: readonly Service[] = [
  {
    hosts: ["youtube.com", "youtube-nocookie.com"],
    where: "на YouTube",
    videos: /^\/(?:watch\?(?:.*&)?v=|(?:shorts|live|embed)\/)[\w-]/,
  },
  { hosts: ["youtu.be"], where: "на YouTube", videos: /^\/[\w-]+/ },
  { hosts: ["rutube.ru"], where: "на Rutube", videos: /^\/(?:video|shorts)\/\w/ },
  { hosts: ["vkvideo.ru"], where: "в VK Видео", videos: /^\/(?:video|clip)-?\d/ },
  {
    hosts: ["vk.com", "vk.ru"],
    where: "во ВКонтакте",
    videos: /^\/(?:video|clip)-?\d|^\/.*[?&]z=(?:video|clip)/,
    posts: /^\/(?:.*[?&]w=)?wall-?\d/,
  },
  {
    hosts: ["ok.ru"],
    where: "в Одноклассниках",
    videos: /^\/(?:video|live)\/\d/,
    posts: /^\/.+\/(?:topic|statuses)\/\d/,
  },
  {
    hosts: ["dzen.ru"],
    where: "в Дзене",
    videos: /^\/(?:video\/watch|shorts)\/\w/,
    posts: /^\/(?:a|b)\/[\w-]/,
  },
  { hosts: ["vimeo.com"], where: "на Vimeo", videos: /^\/\d/ },
  { hosts: ["t.me"], where: "в Telegram", posts: /^\/(?:s\/|c\/)?\w+\/\d/ },
  { hosts: ["x.com", "twitter.com"], where: "в X", posts: /^\/\w+\/status\/\d/ },
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
  if (service?.videos?.test(path)) {
    return { kind: "Видео", host, invitation: `Смотреть ${service.where}` };
  }
  if (service?.posts?.test(path)) {
    return { kind: "Запись", host, invitation: `Читать ${service.where}` };
  }
  return undefined;
}
