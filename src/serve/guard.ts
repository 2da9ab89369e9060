import type { IncomingMessage } from "node:http";

/**
 * The one place that judges requests, before anything else looks at them: what gets through is an
 * address that names a place in the site, and a range that can be read.
 */

export interface Asked {
  /** Decoded, from the root; no part of it is empty, «.» or «..»: /articles/most/ */
  readonly path: string;
  /** As it came, with its «?»; empty where there is none. */
  readonly query: string;
}

export interface Refusal {
  readonly status: number;
  /** In Russian, for who has typed the address. */
  readonly reason: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export type Request = Pick<IncomingMessage, "method" | "url" | "headers" | "headersDistinct">;

const METHODS = ["GET", "HEAD"];

const OTHER_HOST = "Этот сервер отвечает только по своему адресу: по тому, который он напечатал.";
const OTHER_ORIGIN = "Страницы других сайтов отсюда ничего не получают.";
const NO_HOST = "В запросе нужен один заголовок Host.";
const OTHER_METHOD = "Этот сервер только показывает файлы: GET и HEAD.";
const WRONG_ADDRESS = "Адрес записан неверно.";
const WRONG_RANGE = "Часть файла запрошена неверно.";

/** The scheme of an origin; a page without an origin sends «null». */
const SCHEME = /^https?:\/\//;

/**
 * @param isOwnHost tells whether the value of a Host header names this server
 * @returns the path, or the refusal
 */
export function judge(request: Request, isOwnHost: (header: string) => boolean): Asked | Refusal {
  const { method = "", url = "", headers, headersDistinct } = request;
  const [host, ...more] = headersDistinct.host ?? [];
  if (host === undefined || more.length > 0) return { status: 400, reason: NO_HOST };
  if (!isOwnHost(host)) return { status: 403, reason: OTHER_HOST };
  if (headers.origin !== undefined && !isOwnHost(headers.origin.replace(SCHEME, ""))) {
    return { status: 403, reason: OTHER_ORIGIN };
  }
  if (!METHODS.includes(method)) {
    return { status: 405, reason: OTHER_METHOD, headers: { Allow: METHODS.join(", ") } };
  }
  const asked = readTarget(url);
  if (asked === undefined) return { status: 400, reason: WRONG_ADDRESS };
  if (headers.range !== undefined && isWrongRange(headers.range)) {
    return { status: 416, reason: WRONG_RANGE };
  }
  return asked;
}

/** A path from the root and a query, of visible ASCII: no whole address, no «*», no fragment. */
const TARGET = /^(\/[^?#\\]*)(\?[^#]*)?$/;
const VISIBLE = /^[\x21-\x7e]+$/;

/** A slash that is no border of parts. */
const ENCODED_SLASH = /%2f/i;

/** In a path that has been decoded: what no file of a site has in its name, or was encoded twice. */
const NEVER_IN_PATHS = /[\p{Cc}\\%]/u;

/** A query is left as it is: «100%» may be searched for, and no file is looked for by it. */
function readTarget(target: string): Asked | undefined {
  const [, encoded, query = ""] = TARGET.exec(target) ?? [];
  if (encoded === undefined || !VISIBLE.test(target) || ENCODED_SLASH.test(encoded)) {
    return undefined;
  }
  const path = decoded(encoded);
  return path === undefined || NEVER_IN_PATHS.test(path) || !isPlain(path)
    ? undefined
    : { path, query };
}

/** Refuses invalid UTF-8: overlong forms, halves of pairs. */
function decoded(encoded: string): string | undefined {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return undefined;
  }
}

function isPlain(path: string): boolean {
  const parts = path.split("/").slice(1);
  return parts.every((part, index) => {
    if (part === "") return index === parts.length - 1;
    return part !== "." && part !== "..";
  });
}

/** A range of another unit than bytes, which is to be ignored (RFC 9110, 14.2). */
const OTHER_UNIT = /^(?!bytes=)[\w!#$%&'*+.^`|~-]+=/i;

/** @see RFC 9110, 14.1.2: first and last byte, the last left out, or so many at the end */
const BYTES = /^bytes=[ \t]*(?:\d+-\d*|-\d+)(?:[ \t]*,[ \t]*(?:\d+-\d*|-\d+))*[ \t]*$/i;

function isWrongRange(range: string): boolean {
  if (OTHER_UNIT.test(range)) return false;
  if (!BYTES.test(range)) return true;
  return [...range.matchAll(/(\d+)-(\d+)/g)].some(
    ([, first, last]) => Number(last) < Number(first),
  );
}
