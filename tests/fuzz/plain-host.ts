import { readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";
import type { RunningServer } from "../../src/serve/index.ts";

/** What a host without headers of ours, as GitHub Pages is, takes an ending for. */
const TYPES: Readonly<Record<string, string>> = {
  ".avif": "image/avif",
  ".css": "text/css",
  ".gif": "image/gif",
  ".htm": "text/html",
  ".html": "text/html",
  ".jpeg": "image/jpeg",
  ".jpg": "image/jpeg",
  ".js": "application/javascript",
  ".json": "application/json",
  ".mjs": "application/javascript",
  ".pdf": "application/pdf",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain",
  ".webmanifest": "application/manifest+json",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
  ".xhtml": "application/xhtml+xml",
  ".xml": "application/xml",
};

/** Serves a folder as such a host does: a type by the ending, and not a header more. */
export async function servePlainly(folder: string): Promise<RunningServer> {
  const server = createServer(({ url = "/" }, response) => {
    const path = normalize(decodeURIComponent(url.replace(/[?#].*$/, "")));
    const file = join(folder, path.endsWith("/") ? `${path}index.html` : path);
    if (!isFile(file)) return response.writeHead(404).end();
    // Without an ending that it knows, a host says nothing, and browsers look at the bytes.
    const type = TYPES[extname(file).toLowerCase()];
    if (type !== undefined) response.setHeader("Content-Type", type);
    return response.end(readFileSync(file));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    address: `http://localhost:${(server.address() as AddressInfo).port}/`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
