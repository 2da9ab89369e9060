import { readFile } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import sirv from "sirv";
import { headersOf } from "../site/index.ts";
import { compressAnswer } from "./compression.ts";

export interface ServeOptions {
  /** The folder of a finished site. */
  readonly folder: string;
  /** The folder of the address under which the site works: «/» or «/news/». */
  readonly pathPrefix: string;
  /** 0 takes any free port. */
  readonly port: number;
}

export interface RunningServer {
  /** Where the site is: http://localhost:8080/news/ */
  readonly address: string;
  close(): Promise<void>;
}

/**
 * Serves a finished site as a CDN would: under its prefix, with the site's 404 page and the
 * headers of its policy, text compressed, and what never changes to be kept for ever. Files are read
 * anew for each request, so that a rebuilt site shows.
 *
 * @throws Error with code EADDRINUSE where the port is taken
 */
export async function serveSite(options: ServeOptions): Promise<RunningServer> {
  const { folder, pathPrefix } = options;
  const files = sirv(folder, { dev: true, etag: true });
  const server = createServer((request, response) => {
    const path = request.url ?? "/";
    const isInSite = path.startsWith(pathPrefix);
    const local = isInSite ? `/${path.slice(pathPrefix.length)}` : path;
    say(response, pathOf(local));
    compressAnswer(request, response);
    if (isInSite) {
      request.url = local;
      files(request, response, () => notFound(folder, response));
    } else redirectOrMiss(path, response, options);
  });
  await listen(server, options.port);
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://localhost:${port}${pathPrefix}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** @param url with or without a query */
function pathOf(url: string): string {
  return url.replace(/[?#].*$/s, "");
}

function say(response: ServerResponse, path: string): void {
  for (const [name, value] of Object.entries(headersOf(path))) response.setHeader(name, value);
}

/** The root leads to the site, for that is what the address without a path is typed for. */
function redirectOrMiss(path: string, response: ServerResponse, options: ServeOptions): void {
  const isRoot = path === "/" || `${path}/` === options.pathPrefix;
  if (isRoot) response.writeHead(302, { Location: options.pathPrefix }).end();
  else notFound(options.folder, response);
}

/** A folder without a 404 page, or one that is just being replaced, is no reason to fall over. */
function notFound(folder: string, response: ServerResponse): void {
  readFile(join(folder, "404.html"), (error, page) => {
    const body = error === null ? page : "404";
    // Whatever was asked for, this is a page, and not to be kept for ever.
    say(response, "/404.html");
    response.writeHead(404, { "Content-Type": "text/html; charset=utf-8" }).end(body);
  });
}

function listen(server: Server<typeof IncomingMessage>, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, () => resolve());
  });
}
