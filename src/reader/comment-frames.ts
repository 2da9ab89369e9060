/** A page of comments, as the frame shows it. */
export interface CommentPage {
  /** The address of the article, where the site lives. */
  readonly address: string;
  readonly title: string;
  readonly language: string;
  readonly theme: "light" | "dark";
}

/** The service in the settings. */
export interface CommentsService {
  readonly service: "giscus" | "remark42";
  readonly host: string;
  readonly settings: Readonly<Record<string, string>>;
}

/** A frame's message: its height in pixels, or that its reader's session has ended. */
interface Told {
  readonly height?: number | undefined;
  readonly isForgotten?: boolean;
}

/** Both do as the scripts of the services themselves. */
export const FRAMES = {
  giscus: { address: giscusAddress, told: giscusTold },
  remark42: { address: remarkAddress, told: remarkTold },
};

function giscusAddress({ host, settings }: CommentsService, page: CommentPage): string {
  const here = new URL(location.href);
  here.searchParams.delete(SESSION);
  here.hash = "comments-title";
  const query = new URLSearchParams({
    ...settings,
    origin: here.href,
    backLink: page.address,
    session: session(),
    // As giscus itself calls a page by default, so that a newspaper may have used it before.
    term: new URL(page.address).pathname.slice(1),
    strict: "0",
    reactionsEnabled: "1",
    emitMetadata: "0",
    inputPosition: "bottom",
    theme: page.theme,
    description: page.title,
  });
  return `${host}/${page.language}/widget?${query}`;
}

function giscusTold(data: unknown): Told {
  const { resizeHeight, signOut, error } = recordOf(recordOf(data).giscus);
  const isStale = typeof error === "string" && /Bad credentials|Invalid state|expired/.test(error);
  return { height: heightOf(resizeHeight), isForgotten: signOut === true || isStale };
}

function remarkAddress({ host, settings }: CommentsService, page: CommentPage): string {
  const query = new URLSearchParams({
    site_id: settings.id ?? "",
    url: page.address,
    page_title: page.title,
    locale: page.language,
    theme: page.theme,
    host,
  });
  return `${host}/web/iframe.html?${query}`;
}

function remarkTold(data: unknown): Told {
  return { height: heightOf(recordOf(data).height) };
}

function recordOf(data: unknown): Readonly<Record<string, unknown>> {
  return typeof data === "object" && data !== null ? (data as Record<string, unknown>) : {};
}

/** In pixels: nothing that anybody reads is longer, and a browser draws no more. */
const LONGEST = 200_000;

function heightOf(value: unknown): number | undefined {
  const isHeight = typeof value === "number" && value > 0 && value < LONGEST;
  return isHeight ? Math.ceil(value) : undefined;
}

/** By this name giscus brings a reader back who has logged in, and keeps who that is. */
const SESSION = "giscus";
const KEPT = "giscus-session";

/** @returns whether the reader comes back from logging in: what they bring is kept, and left out of the address */
export function keepSession(): boolean {
  const here = new URL(location.href);
  const brought = here.searchParams.get(SESSION);
  if (brought === null) return false;
  here.searchParams.delete(SESSION);
  history.replaceState(history.state, "", here);
  try {
    localStorage.setItem(KEPT, JSON.stringify(brought));
  } catch {}
  return true;
}

export function forgetSession(): void {
  try {
    localStorage.removeItem(KEPT);
  } catch {}
}

/** Storage may be forbidden, or hold another value. */
function session(): string {
  try {
    return String(JSON.parse(localStorage.getItem(KEPT) ?? '""'));
  } catch {
    return "";
  }
}
