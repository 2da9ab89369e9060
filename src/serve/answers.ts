import { fstatSync, type Stats } from "node:fs";
import { readFile, realpath } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import send, { type SendError } from "send";
import { headersOf } from "../hosting/headers.ts";
import { findFile } from "./files.ts";
import type { Asked, Refusal } from "./guard.ts";

/** A site that is served. */
export interface Served {
  /** The folder of a finished site. */
  readonly folder: string;
  /** The folder of the address under which the site works: «/» or «/news/». */
  readonly pathPrefix: string;
  /** The policy, where the site's settings name a service of others. */
  readonly policy?: string | undefined;
  /** HTML to be added at the end of every page, which then is sent anew each time. */
  readonly pageEnd?: () => string;
}

/** A request and its answer. */
interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

const REPLACED: Refusal = { status: 503, reason: "Папки с сайтом сейчас нет: он собирается?" };

/**
 * Answers with a file of the site, or says where it is, or that there is none.
 *
 * @param path in the site, without its prefix; nothing where the address is outside of it
 */
export async function sendPlace(
  exchange: Exchange,
  site: Served,
  asked: Asked,
  path: string | undefined,
): Promise<void> {
  const root = await realpath(site.folder).catch(() => undefined);
  if (root === undefined) return refuse(exchange.response, REPLACED);
  if (path === undefined) return leadIn(exchange, site, asked, root);
  const found = await findFile(root, path);
  if (found === undefined) return notFound(exchange.response, root, site);
  if (found === "folder") {
    return redirect(exchange.response, 301, encodeURI(`${asked.path}/`) + asked.query);
  }
  say(exchange.response, path, site.policy);
  const again = (): void => {
    clear(exchange.response);
    sendPlace(exchange, site, asked, path).catch((error) => fail(exchange.response, error));
  };
  sendFile(exchange, site, found.file, root, again);
}

/** The root redirects to the site: people type the address without its path. */
async function leadIn({ response }: Exchange, site: Served, { path }: Asked, root: string) {
  const isRoot = path === "/" || `${path}/` === site.pathPrefix;
  if (isRoot) redirect(response, 302, site.pathPrefix);
  else await notFound(response, root, site);
}

function redirect(response: ServerResponse, status: number, to: string): void {
  response.writeHead(status, { Location: to, "Content-Length": 0 }).end();
}

/**
 * @param again is called where the site was replaced between the look at the file and its opening: the
 *   headers are of the one file then, and the body would be of the other
 */
function sendFile(
  exchange: Exchange,
  site: Served,
  file: string,
  root: string,
  again: () => void,
): void {
  const { request, response } = exchange;
  // A changed page must not be taken for the browser's copy.
  const mayBeKept = site.pageEnd === undefined;
  const validators = { etag: mayBeKept, lastModified: mayBeKept };
  // Which files are hidden has been decided, and the site itself may lie below a hidden folder.
  const options = { dotfiles: "allow", index: false, cacheControl: false, ...validators } as const;
  let looked: Stats | undefined;
  send(request, encodeURIComponent(file), options)
    .on("headers", (_response, _path, stats) => {
      looked = stats;
    })
    .on("stream", (body) => {
      body.once("open", (opened) => {
        if (isSameFile(fstatSync(opened), looked)) return;
        body.unpipe(response).destroy();
        again();
      });
    })
    .on("error", (error) => {
      notSent(exchange, site, root, error).catch((other) => fail(response, other));
    })
    .pipe(response);
}

function isSameFile(opened: Stats, looked: Stats | undefined): boolean {
  const { ino, size, mtimeMs } = opened;
  return ino === looked?.ino && size === looked.size && mtimeMs === looked.mtimeMs;
}

/** Nothing of an answer has been sent yet. */
function clear(response: ServerResponse): void {
  for (const name of response.getHeaderNames()) response.removeHeader(name);
  response.statusCode = 200;
}

/** A file may have gone since it was found: the site was replaced meanwhile. */
async function notSent(
  { response }: Exchange,
  site: Served,
  root: string,
  error: SendError,
): Promise<void> {
  if (response.headersSent || error.status >= 500) return fail(response, error);
  clear(response);
  if (error.status === 404) return notFound(response, root, site);
  response.writeHead(error.status, { ...error.headers, "Content-Length": 0 }).end();
}

/** A folder without a 404 page is no reason to fall over. */
async function notFound(response: ServerResponse, root: string, { policy }: Served): Promise<void> {
  const found = await findFile(root, "/404.html");
  const page = typeof found === "object" ? await readFile(found.file).catch(() => "404") : "404";
  // Whatever was asked for, this is a page, and not to be kept for ever.
  say(response, "/404.html", policy);
  response.statusCode = 404;
  response.setHeader("Content-Type", "text/html; charset=utf-8");
  response.end(page);
}

function say(response: ServerResponse, path: string, policy: Served["policy"]): void {
  const headers = Object.entries(headersOf(path, policy));
  for (const [name, value] of headers) response.setHeader(name, value);
}

/** Says in Russian why a request is not answered, and ends the connection: more may be on its way. */
export function refuse(response: ServerResponse, { status, reason, headers }: Refusal): void {
  const body = `${reason}\n`;
  response
    .writeHead(status, {
      "Content-Type": "text/plain; charset=utf-8",
      "Content-Length": Buffer.byteLength(body),
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "no-store",
      Connection: "close",
      ...headers,
    })
    .end(body);
}

const FAULT: Refusal = { status: 500, reason: "Сервер не справился: причина в терминале." };

/** A fault of ours or of the disk: it ends an answer, and never the server. */
export function fail(response: ServerResponse, error: unknown): void {
  console.error("A request could not be answered:", error);
  if (response.headersSent) response.destroy();
  else refuse(response, FAULT);
}
