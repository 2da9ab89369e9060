/** A visit for a counter: the page, the referrer, the window's size; nothing of who the reader is. */
export interface Look {
  readonly url: string;
  /** Empty where it is not known. */
  readonly referrer: string;
  /** Of pages that search engines may show; empty of others, such as that of the search. */
  readonly title: string;
  /** Of the window, in pixels. */
  readonly width: number;
  readonly height: number;
}

/** The marks of an advertisement or a letter; no other part of a query is sent. */
const CAMPAIGN = /^utm_/;

/** @returns an address without what a reader has asked for: /search/?q=… is nobody's business */
function bare(address: string): string {
  if (!URL.canParse(address)) return "";
  const { origin, pathname, searchParams } = new URL(address);
  const kept = [...searchParams].filter(([name]) => CAMPAIGN.test(name));
  const query = kept.length === 0 ? "" : `?${new URLSearchParams(kept)}`;
  return origin + pathname + query;
}

/** @returns what is told of the page that is open */
export function lookHere(): Look {
  const title = document.querySelector<HTMLMetaElement>('meta[property="og:title"]')?.content;
  const { innerWidth: width, innerHeight: height } = window;
  return {
    url: bare(location.href),
    referrer: bare(document.referrer),
    title: title ?? "",
    width,
    height,
  };
}

/** @returns whether the reader's browser says that they do not want to be counted */
export function isRefused(): boolean {
  const { doNotTrack, globalPrivacyControl } = navigator as Navigator & {
    readonly globalPrivacyControl?: boolean;
  };
  return globalPrivacyControl === true || doNotTrack === "1";
}
