/** What `npm run dev` uses of Eleventy's development server; it ships no types. */
declare module "@11ty/eleventy-dev-server" {
  import type { IncomingMessage, ServerResponse } from "node:http";

  interface Options {
    readonly pathPrefix: string;
    readonly domDiff: boolean;
    readonly port: number;
    /** Each may answer a request, or leave it to the next. */
    readonly middleware: readonly ((
      request: IncomingMessage,
      response: ServerResponse,
      next: () => void,
    ) => void)[];
    readonly messageOnStart: (started: { readonly hosts?: readonly string[] }) => string;
  }

  export default class EleventyDevServer {
    static getServer(name: string, folder: string, options: Options): EleventyDevServer;
    serve(port: number): void;
    /** Tells every open page to load itself anew. */
    reload(event: object): void;
  }
}
