import { isIP, isIPv6 } from "node:net";
import { hostname } from "node:os";

/** Both loopback addresses of this machine: which of them «localhost» means depends on who asks. */
export const LOCALHOST = "localhost";

const LOOPBACK = [LOCALHOST, "127.0.0.1", "::1"];

const EVERYWHERE = ["0.0.0.0", "::"];

/** A name or an address, in brackets where it is of IPv6, and a port. */
const HOST = /^(?:\[([\da-f:.]+)\]|([\w.-]+))(?::\d{1,5})?$/i;

/** @param host as it was asked for: «localhost», «::», «192.168.0.7», «news.example» */
export function isLoopback(host: string): boolean {
  return LOOPBACK.includes(host);
}

/**
 * Whom a Host header may name. A page of another site can have its own name resolved to this machine
 * and then read what is served (DNS rebinding), but it cannot make the browser send another name. So
 * an address in figures is safe wherever we listen everywhere. Ports are not compared: a tunnel may
 * have another one, and a page of another site gains nothing by it.
 *
 * @param host what is listened on
 * @returns tells whether the value of a Host header names this server
 */
export function hostCheck(host: string): (header: string) => boolean {
  const isEverywhere = EVERYWHERE.includes(host);
  const names = new Set([host.toLowerCase()]);
  if (isEverywhere || isLoopback(host)) for (const one of LOOPBACK) names.add(one);
  if (isEverywhere) names.add(hostname().toLowerCase());
  return (header) => {
    const [, address, name] = HOST.exec(header) ?? [];
    const asked = (address ?? name ?? "").toLowerCase().replace(/\.$/, "");
    return names.has(asked) || (isEverywhere && isIP(asked) !== 0);
  };
}

/** @returns the address for a browser: http://localhost:8080/news/ */
export function addressOf(host: string, port: number, pathPrefix: string): string {
  const isLocal = isLoopback(host) || EVERYWHERE.includes(host);
  const shown = isIPv6(host) ? `[${host}]` : host;
  return `http://${isLocal ? LOCALHOST : shown}:${port}${pathPrefix}`;
}
