import { isRefused, type Look, lookHere } from "./look.ts";

/** The counter, put in when the script is bundled. */
declare const COUNTER: {
  readonly service: keyof typeof TELL;
  /** The one address that the policy opens. */
  readonly address: string;
  readonly id: string;
  /** Where the site lives: looks at copies of it elsewhere are no visits. */
  readonly site: string;
};

/** The request of a visit for each service, as its documents describe it. */
const TELL = {
  metrika: ({ url, referrer, title }: Look) =>
    askImage({
      "browser-info": `pv:1:rn:${random()}:en:utf-8:la:${navigator.language}:t:${title}`,
      "page-url": url,
      "page-ref": referrer,
    }),
  goatcounter: ({ url, referrer, title, width, height }: Look) => {
    const { pathname, search } = new URL(url);
    const rest = { t: title, r: referrer, q: search, s: `${width},${height},1`, rnd: random() };
    askImage({ p: pathname, ...rest });
  },
  matomo: ({ url, referrer, title, width, height }: Look) =>
    askImage({
      idsite: COUNTER.id,
      rec: "1",
      url,
      urlref: referrer,
      action_name: title,
      res: `${width}x${height}`,
      rand: random(),
    }),
  plausible: ({ url, referrer }: Look) =>
    post("text/plain", { name: "pageview", domain: COUNTER.id, url, referrer: referrer || null }),
  umami: ({ url, referrer, title, width, height }: Look) =>
    post("application/json", {
      type: "event",
      payload: {
        website: COUNTER.id,
        hostname: location.hostname,
        language: navigator.language,
        screen: `${width}x${height}`,
        title,
        url,
        referrer,
      },
    }),
};

/** The same address twice would be answered from the browser's memory. */
function random(): string {
  return String(Math.floor(Math.random() * 1_000_000_000));
}

function askImage(told: Readonly<Record<string, string>>): void {
  new Image().src = `${COUNTER.address}?${new URLSearchParams(told)}`;
}

/** Whether it arrives is nothing to the page: a counter that is down, or blocked, is not waited for. */
function post(type: string, told: object): void {
  const body = JSON.stringify(told);
  const headers = { "Content-Type": type };
  fetch(COUNTER.address, {
    method: "POST",
    keepalive: true,
    credentials: "omit",
    headers,
    body,
  }).catch(() => {});
}

function count(): void {
  if (location.origin === COUNTER.site && !isRefused()) TELL[COUNTER.service](lookHere());
}

/** A page that a browser makes ready before it is asked for is counted when it is shown. */
if ((document as Document & { readonly prerendering?: boolean }).prerendering === true) {
  document.addEventListener("prerenderingchange", count, { once: true });
} else count();
