import { once } from "node:events";
import { createServer, type Server } from "node:net";
import { LOCALHOST } from "./hosts.ts";

export interface Listening {
  readonly port: number;
  /** Takes no more connections; those that are open stay. */
  close(): void;
}

/** Where a machine has no IPv6, its other loopback address is enough. */
const NO_IPV6 = ["EADDRNOTAVAIL", "EAFNOSUPPORT", "EPROTONOSUPPORT"];

/**
 * Has a server listen. On «localhost» it gets the connections of both loopback addresses, for a
 * browser that asks ::1 first would otherwise find another program there.
 *
 * @param port 0 takes any free one
 * @throws Error with the system's code: EADDRINUSE, EACCES, EADDRNOTAVAIL, ENOTFOUND
 */
export async function listen(server: Server, host: string, port: number): Promise<Listening> {
  const taken = await open(server, host === LOCALHOST ? "127.0.0.1" : host, port);
  if (host !== LOCALHOST) return { port: taken, close: () => server.close() };
  // As a server of HTTP makes its own: who has said all may still be listening.
  const second = createServer({ allowHalfOpen: true, noDelay: true }, (socket) => {
    server.emit("connection", socket);
  });
  try {
    await open(second, "::1", taken);
  } catch (error) {
    const { code = "" } = error as NodeJS.ErrnoException;
    if (!NO_IPV6.includes(code)) {
      await new Promise((resolve) => server.close(resolve));
      if (port === 0 && code === "EADDRINUSE") return listen(server, host, 0);
      throw error;
    }
  }
  const close = (): void => {
    for (const one of [server, second]) one.close();
  };
  return { port: taken, close };
}

/** @returns the port */
async function open(server: Server, host: string, port: number): Promise<number> {
  server.listen({ host, port });
  await once(server, "listening");
  // Without a listener, one connection that cannot be taken would end the process.
  server.on("error", (error) => console.error("A connection could not be taken:", error));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port");
  return address.port;
}

/**
 * @param after the port that is taken
 * @returns the next one that a server can listen on; nothing where there is none
 */
export async function nextFreePort(after: number, host = LOCALHOST): Promise<number | undefined> {
  for (let port = after + 1; port < 65_536; port += 1) {
    const probe = createServer();
    const listening = await listen(probe, host, port).catch(() => undefined);
    if (listening === undefined) continue;
    listening.close();
    return port;
  }
  return undefined;
}
