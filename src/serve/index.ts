import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { fail, refuse, type Served, sendPlace } from "./answers.ts";
import { shapeBody } from "./body.ts";
import { judge } from "./guard.ts";
import { addressOf, hostCheck, LOCALHOST } from "./hosts.ts";
import { listen } from "./listen.ts";

export { isLoopback } from "./hosts.ts";
export { nextFreePort } from "./listen.ts";

export interface ServeOptions extends Served {
  /** The address to listen on; by default this machine alone, by both of its loopback addresses. */
  readonly host?: string | undefined;
  /** 0 takes any free port. */
  readonly port: number;
  /**
   * May answer a request instead of the site's files.
   *
   * @param path in the site, without its prefix: /articles/most/
   * @returns whether it does
   */
  readonly answer?: (path: string, request: IncomingMessage, response: ServerResponse) => boolean;
}

export interface RunningServer {
  /** Where the site is: http://localhost:8080/news/ */
  readonly address: string;
  close(): Promise<void>;
}

/**
 * Serves a finished site as a CDN would: under its prefix, with the site's 404 page and the
 * headers of its policy, text compressed, and what never changes to be kept for ever. Files are read
 * anew for each request, so that a rebuilt site shows. No request ends the server, and none leads out
 * of the folder.
 *
 * @throws Error with the system's code where it cannot listen: EADDRINUSE, EACCES, EADDRNOTAVAIL
 */
export async function serveSite(options: ServeOptions): Promise<RunningServer> {
  const { host = LOCALHOST, pathPrefix } = options;
  const isOwnHost = hostCheck(host);
  const server = createServer((request, response) => {
    // Who has gone away gets no answer, and that is all.
    response.on("error", () => response.destroy());
    answer(request, response, options, isOwnHost).catch((error) => fail(response, error));
  });
  const { port, close } = await listen(server, host, options.port);
  return {
    address: addressOf(host, port, pathPrefix),
    close: () =>
      new Promise((resolve) => {
        server.once("close", resolve);
        close();
        server.closeAllConnections();
      }),
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  site: ServeOptions,
  isOwnHost: (header: string) => boolean,
): Promise<void> {
  const asked = judge(request, isOwnHost);
  if ("reason" in asked) return refuse(response, asked);
  const isInSite = asked.path.startsWith(site.pathPrefix);
  const path = isInSite ? `/${asked.path.slice(site.pathPrefix.length)}` : undefined;
  if (path !== undefined && site.answer?.(path, request, response) === true) return;
  shapeBody(request, response, site.pageEnd?.());
  await sendPlace({ request, response }, site, asked, path);
}
