import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";
import { createGzip } from "node:zlib";

/** What gets smaller; pictures, fonts and the files of the search index are packed already. */
const TEXT =
  /^(?:text\/|image\/svg\+xml|application\/(?:(?:\w+\+)?(?:json|xml)|javascript|manifest\+json))/;

type WriteHead = (status: number, headers?: OutgoingHttpHeaders) => ServerResponse;

/**
 * Lets an answer leave as gzip where its reader takes that and it is text, as a CDN does. Parts of
 * files go out as they are, for their ranges count the bytes of the file.
 *
 * @param response nothing of it may have been written yet
 */
export function compressAnswer(request: IncomingMessage, response: ServerResponse): void {
  response.setHeader("Vary", "Accept-Encoding");
  if (!takesGzip(request) || request.headers.range !== undefined) return;
  const writeHead: WriteHead = response.writeHead.bind(response);
  const compressing: WriteHead = (status, headers = {}) => {
    if (!TEXT.test(String(headers["Content-Type"] ?? ""))) return writeHead(status, headers);
    const { "Content-Length": _, ...rest } = headers;
    writeHead(status, { ...rest, "Content-Encoding": "gzip" });
    sendThroughGzip(response);
    return response;
  };
  response.writeHead = compressing as ServerResponse["writeHead"];
}

function takesGzip({ headers }: IncomingMessage): boolean {
  return /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/.test(String(headers["accept-encoding"] ?? ""));
}

/** Puts gzip between those who write the body and the wire. */
function sendThroughGzip(response: ServerResponse): void {
  const gzip = createGzip();
  const write = response.write.bind(response) as (chunk: Buffer) => boolean;
  const end = response.end.bind(response) as () => ServerResponse;
  gzip.on("data", (chunk: Buffer) => write(chunk));
  gzip.on("end", () => end());
  // A file of a site is small enough to be taken whole, so that nothing has to wait for a drain.
  response.write = ((chunk: Buffer) => {
    gzip.write(chunk);
    return true;
  }) as ServerResponse["write"];
  response.end = ((chunk?: Buffer | string) => {
    gzip.end(chunk);
    return response;
  }) as ServerResponse["end"];
}
