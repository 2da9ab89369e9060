import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type RunningServer, serveSite } from "../../src/serve/index.ts";

/** How the server does: well, not answering pages, answering with a fault, or not there at all. */
type Health = "well" | "silent" | "faulty" | "gone";

/** The real server, behind one that can be made to fail. */
export interface WeakServer extends RunningServer {
  health: Health;
}

/** @param pathPrefix «/» or «/news/» */
export async function serveWeakly(folder: string, pathPrefix: string): Promise<WeakServer> {
  const real = await serveSite({ folder, pathPrefix, port: 0 });
  const front = createServer((incoming, response) => answer(incoming, response));
  await new Promise<void>((resolve) => front.listen(0, resolve));
  const { port } = front.address() as AddressInfo;
  const server: WeakServer = {
    address: `http://localhost:${port}${pathPrefix}`,
    health: "well",
    close: async () => {
      front.closeAllConnections();
      await new Promise((resolve) => front.close(resolve));
      await real.close();
    },
  };
  const answer = (incoming: IncomingMessage, response: ServerResponse): void => {
    const isPage = incoming.url?.endsWith("/") === true;
    if (server.health === "gone") incoming.destroy();
    else if (isPage && server.health === "faulty") response.writeHead(503).end("503");
    else if (!isPage || server.health !== "silent") pass(incoming, response, real.address);
  };
  return server;
}

function pass({ url = "/", headers }: IncomingMessage, response: ServerResponse, to: string): void {
  const asked = request(new URL(url, to), { headers }, (answered) => {
    response.writeHead(answered.statusCode ?? 500, answered.headers);
    answered.pipe(response);
  });
  asked.on("error", () => response.destroy());
  asked.end();
}
