/** The part of send that the local server uses; it ships no types. */
declare module "send" {
  import type { ReadStream, Stats } from "node:fs";
  import type { IncomingMessage, ServerResponse } from "node:http";

  interface Options {
    readonly dotfiles: "allow";
    readonly index: false;
    readonly cacheControl: boolean;
    readonly etag: boolean;
    readonly lastModified: boolean;
  }

  export interface SendError extends Error {
    /** Of the answer: 404, 412, 416 or 500. */
    readonly status: number;
    /** To go with it, such as Content-Range. */
    readonly headers?: Readonly<Record<string, string>>;
  }

  interface SendStream {
    on(event: "error", listener: (error: SendError) => void): this;
    /** Before any header of the file is set. */
    on(
      event: "headers",
      listener: (response: ServerResponse, path: string, stats: Stats) => void,
    ): this;
    /** Before the file is opened. */
    on(event: "stream", listener: (body: ReadStream) => void): this;
    pipe(response: ServerResponse): ServerResponse;
  }

  /** @param path is decoded once more */
  export default function send(
    request: IncomingMessage,
    path: string,
    options: Options,
  ): SendStream;
}
