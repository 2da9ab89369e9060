/** What `npm run dev` uses of Eleventy's development server; it ships no types. */
declare module "@11ty/eleventy-dev-server" {
  interface Options {
    readonly pathPrefix: string;
    readonly domDiff: boolean;
    readonly port: number;
    readonly messageOnStart: (started: { readonly hosts?: readonly string[] }) => string;
  }

  export default class EleventyDevServer {
    static getServer(name: string, folder: string, options: Options): EleventyDevServer;
    serve(port: number): void;
    /** Tells every open page to load itself anew. */
    reload(event: object): void;
  }
}
