import { BlockList, isIP } from "node:net";

/** Private networks (RFC 1918, 6598, 3927, 4193), and this computer. */
const PRIVATE = new BlockList();
for (const [network, bits] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.168.0.0", 16],
] as const)
  PRIVATE.addSubnet(network, bits, "ipv4");
for (const [network, bits] of [
  ["::", 127],
  ["fc00::", 7],
  ["fe80::", 10],
] as const)
  PRIVATE.addSubnet(network, bits, "ipv6");

/**
 * A hostile source may name an address of a router or a printer in the editor's own network, where a
 * request may change something.
 *
 * @param hostname as URL has it
 */
export function isPrivateHost(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, "");
  const family = isIP(host);
  if (family !== 0) return PRIVATE.check(host, family === 6 ? "ipv6" : "ipv4");
  return (
    host === "localhost" ||
    !host.includes(".") ||
    /\.(?:local|localhost|internal|lan|home)$/.test(host)
  );
}
