/**
 * The services of others that a newspaper may name in its settings: what each is told by, and what the
 * content security policy opens for it. No code of theirs runs on a page of ours: counters are asked by a
 * script of the site's own (src/reader/counter.ts), and comments stand in a frame (src/reader/comments.ts).
 */

/** The directive of the policy that is opened. */
type OpenDirective = "img-src" | "connect-src" | "frame-src";

/** The form of a service's setting. */
interface SettingForm {
  readonly form: RegExp;
  /** For an editor. */
  readonly example: string;
  /** The default; without one the setting is required. */
  readonly usual?: string;
}

export interface Service {
  /** What readers and editors call it. */
  readonly title: string;
  readonly directive: OpenDirective;
  /** Where it is: an address that editors may replace by that of a server of their own. */
  readonly host?: string;
  /** Whether it runs on servers of one's own. */
  readonly isOwn?: true;
  readonly settings: Readonly<Record<string, SettingForm>>;
  /** The path that is opened: one address of a counter; all of the host for a frame. */
  readonly path: (id: string) => string;
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export const COUNTERS = {
  // tag.js needs frames, eval and scripts of other hosts; its noscript is one image.
  metrika: {
    title: "Яндекс Метрика",
    directive: "img-src",
    host: "https://mc.yandex.ru",
    settings: { id: { form: /^[1-9]\d{3,11}$/, example: "12345678" } },
    path: (id) => `/watch/${id}`,
  },
  // https://plausible.io/docs/events-api
  plausible: {
    title: "Plausible",
    directive: "connect-src",
    host: "https://plausible.io",
    isOwn: true,
    settings: {
      id: {
        form: /^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?:\/[\w.-]+)*$/i,
        example: "vesti.example",
      },
    },
    path: () => "/api/event",
  },
  // https://umami.is/docs/api/sending-stats; the host is that which the tracker of Umami Cloud asks.
  umami: {
    title: "Umami",
    directive: "connect-src",
    host: "https://gateway.umami.is",
    isOwn: true,
    settings: { id: { form: UUID, example: "94db1cb1-74f4-4a40-ad6c-962362670409" } },
    path: () => "/api/send",
  },
  // https://www.goatcounter.com/help/pixel; each newspaper has a host of its own there.
  goatcounter: {
    title: "GoatCounter",
    directive: "img-src",
    isOwn: true,
    settings: {},
    path: () => "/count",
  },
  // https://developer.matomo.org/api-reference/tracking-api
  matomo: {
    title: "Matomo",
    directive: "img-src",
    isOwn: true,
    settings: { id: { form: /^[1-9]\d{0,8}$/, example: "1" } },
    path: () => "/matomo.php",
  },
} as const satisfies Readonly<Record<string, Service>>;

export const COMMENTS = {
  giscus: {
    title: "GitHub (giscus.app)",
    directive: "frame-src",
    host: "https://giscus.app",
    settings: {
      repo: { form: /^[\w.-]+\/[\w.-]+$/, example: "vladelets/kommentarii" },
      repoId: { form: /^(?:R_|MDEwOl)[\w=-]+$/, example: "R_kgDOJ1a2bQ" },
      category: { form: /^[^<>"]+$/, example: "Announcements" },
      categoryId: { form: /^(?:DIC_|MDE4Ok)[\w=-]+$/, example: "DIC_kwDOJ1a2bc4CXYZ1" },
    },
    path: () => "",
  },
  remark42: {
    title: "Remark42",
    directive: "frame-src",
    isOwn: true,
    settings: { id: { form: /^[\w.-]+$/, example: "remark", usual: "remark" } },
    path: () => "",
  },
} as const satisfies Readonly<Record<string, Service>>;

type CounterName = keyof typeof COUNTERS;
type CommentsName = keyof typeof COMMENTS;

/** A service as a newspaper uses it. */
export interface ChosenService<Name extends string = string> {
  readonly service: Name;
  /** An https address without a slash at its end. */
  readonly host: string;
  /** All that its settings say, by their names. */
  readonly settings: Readonly<Record<string, string>>;
}

export type Counter = ChosenService<CounterName>;
export type Comments = ChosenService<CommentsName>;

/** @returns the one address that a counter is asked at, without parameters */
export function counterAddress({ service, host, settings }: Counter): string {
  return host + COUNTERS[service].path(settings.id ?? "");
}

/** A source of the policy, and the directive that takes it. */
export type Opening = readonly [directive: OpenDirective, source: string];

/** @returns what the policy opens for a counter: one address */
export function openingOfCounter(counter: Counter): Opening {
  return [COUNTERS[counter.service].directive, counterAddress(counter)];
}

/** @returns what the policy opens for comments: one host, for the frame goes from page to page in it */
export function openingOfComments({ service, host }: Comments): Opening {
  return [COMMENTS[service].directive, new URL(host).origin];
}
