import type { IncomingMessage, ServerResponse } from "node:http";
import { constants, createBrotliCompress, createGzip } from "node:zlib";
import { isText } from "../hosting/index.ts";

type Coding = "br" | "gzip";

/** Where the body goes: to the wire, or to what packs it on the way. */
interface Sink {
  write(chunk: Buffer | string): boolean;
  end(): void;
}

/** Fast enough to be done for every answer, and yet smaller than gzip. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

/** Parts of files count the bytes of the file, and these have no body. */
const AS_IT_IS = [206, 304];

/**
 * Packs an answer where its reader takes that and it is text, as a CDN does, and adds to a page what
 * belongs at its end. Decides when the first byte is written, for then the headers are there.
 *
 * @param response nothing of it may have been written yet
 * @param pageEnd HTML
 */
export function shapeBody(request: IncomingMessage, response: ServerResponse, pageEnd = ""): void {
  const write = response.write.bind(response) as (chunk: Buffer | string) => boolean;
  const end = response.end.bind(response) as () => ServerResponse;
  let sink: Sink | undefined;
  let tail = "";
  const begin = (): Sink => {
    if (sink !== undefined) return sink;
    const wire = { write, end };
    // An answer that wrote its own head, such as a refusal, is complete.
    if (response.headersSent) {
      sink = wire;
      return sink;
    }
    tail = addTail(response, pageEnd);
    sink = packer(request, response, wire) ?? wire;
    return sink;
  };
  response.write = ((chunk: Buffer | string) => begin().write(chunk)) as ServerResponse["write"];
  response.end = ((chunk: Buffer | string = "") => {
    const body = begin();
    for (const last of [chunk, tail]) if (last.length > 0) body.write(last);
    body.end();
    return response;
  }) as ServerResponse["end"];
}

/** @returns the text to add, which the length then counts */
function addTail(response: ServerResponse, pageEnd: string): string {
  const isPage = String(response.getHeader("Content-Type")).startsWith("text/html");
  if (!isPage || AS_IT_IS.includes(response.statusCode)) return "";
  const length = response.getHeader("Content-Length");
  if (length !== undefined) {
    response.setHeader("Content-Length", Number(length) + Buffer.byteLength(pageEnd));
  }
  return pageEnd;
}

/** @returns what packs the body; nothing where it goes out as it is */
function packer(request: IncomingMessage, response: ServerResponse, wire: Sink): Sink | undefined {
  response.setHeader("Vary", "Accept-Encoding");
  const coding = codingOf(request);
  const isPackable = isText(String(response.getHeader("Content-Type")));
  if (coding === undefined || !isPackable || AS_IT_IS.includes(response.statusCode)) {
    return undefined;
  }
  response.removeHeader("Content-Length");
  response.setHeader("Content-Encoding", coding);
  const packed = coding === "br" ? createBrotliCompress(BROTLI) : createGzip();
  packed.on("data", (chunk: Buffer) => wire.write(chunk));
  packed.on("end", () => wire.end());
  packed.on("error", () => response.destroy());
  response.on("close", () => packed.destroy());
  return {
    // A file of a site is small enough to be taken whole, so that nothing has to wait for a drain.
    write: (chunk) => {
      packed.write(chunk);
      return true;
    },
    end: () => packed.end(),
  };
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
