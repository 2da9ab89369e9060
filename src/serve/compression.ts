import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";
import { constants, createBrotliCompress, createGzip } from "node:zlib";
import { isText } from "../hosting/index.ts";

type WriteHead = (status: number, headers?: OutgoingHttpHeaders) => ServerResponse;

type Coding = "br" | "gzip";

/** Fast enough to be done for every answer, and yet smaller than gzip. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

/**
 * Packs an answer where its reader takes that and it is text, as a CDN does. Parts of
 * files go out as they are, for their ranges count the bytes of the file.
 *
 * @param response nothing of it may have been written yet
 */
export function compressAnswer(request: IncomingMessage, response: ServerResponse): void {
  response.setHeader("Vary", "Accept-Encoding");
  const coding = codingOf(request);
  if (coding === undefined || request.headers.range !== undefined) return;
  const writeHead: WriteHead = response.writeHead.bind(response);
  const compressing: WriteHead = (status, headers = {}) => {
    if (!isText(String(headers["Content-Type"] ?? ""))) return writeHead(status, headers);
    const { "Content-Length": _, ...rest } = headers;
    writeHead(status, { ...rest, "Content-Encoding": coding });
    sendPacked(response, coding);
    return response;
  };
  response.writeHead = compressing as ServerResponse["writeHead"];
}

/** @returns the smallest coding that the reader takes; «q=0» refuses one */
function codingOf({ headers }: IncomingMessage): Coding | undefined {
  const accepted = String(headers["accept-encoding"] ?? "")
    .split(",")
    .map((one) => one.trim().split(/\s*;\s*/))
    .filter(([, quality]) => !/^q=0(?:\.0*)?$/.test(quality ?? ""))
    .map(([name]) => name);
  return (["br", "gzip"] as const).find((coding) => accepted.includes(coding));
}

/** Puts the packer between those who write the body and the wire. */
function sendPacked(response: ServerResponse, coding: Coding): void {
  const packer = coding === "br" ? createBrotliCompress(BROTLI) : createGzip();
  const write = response.write.bind(response) as (chunk: Buffer) => boolean;
  const end = response.end.bind(response) as () => ServerResponse;
  packer.on("data", (chunk: Buffer) => write(chunk));
  packer.on("end", () => end());
  // A file of a site is small enough to be taken whole, so that nothing has to wait for a drain.
  response.write = ((chunk: Buffer) => {
    packer.write(chunk);
    return true;
  }) as ServerResponse["write"];
  response.end = ((chunk?: Buffer | string) => {
    packer.end(chunk);
    return response;
  }) as ServerResponse["end"];
}
