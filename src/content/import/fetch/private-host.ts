import { BlockList, isIP, isIPv6 } from "node:net";

/** Private networks (RFC 1918, 6598, 3927, 4193), and this computer. */
const PRIVATE = new BlockList();
const NETWORKS =
  "0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.168.0.0/16 ::/127 fc00::/7 fe80::/10";
for (const network of NETWORKS.split(" ")) {
  const [address = "", bits] = network.split("/");
  PRIVATE.addSubnet(address, Number(bits), isIPv6(address) ? "ipv6" : "ipv4");
}

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
