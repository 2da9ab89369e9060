import { gunzipSync, inflateRawSync, inflateSync } from "node:zlib";

const UNPACKERS = {
  gzip: gunzipSync,
  deflate: inflateSync,
  "deflate-raw": inflateRawSync,
} as const;

/**
 * A response whose bytes are at hand. Node's own, over streams, took most of the time of a search of
 * thousands of small files.
 */
export class WholeResponse {
  readonly status: number;
  readonly #bytes: Uint8Array;

  /** @param content of another one its bytes count */
  constructor(content: Uint8Array | WholeResponse, { status = 200 } = {}) {
    this.#bytes = content instanceof WholeResponse ? content.#bytes : content;
    this.status = status;
  }

  get ok(): boolean {
    return this.status >= 200 && this.status < 300;
  }

  get body(): WholeResponse {
    return this;
  }

  /** @throws Error where the bytes are torn, or are not packed so */
  pipeThrough({ unpack }: WholeDecompression): WholeResponse {
    return new WholeResponse(unpack(this.#bytes));
  }

  async arrayBuffer(): Promise<ArrayBuffer> {
    return new Uint8Array(this.#bytes).buffer;
  }

  async text(): Promise<string> {
    return new TextDecoder().decode(this.#bytes);
  }

  async json(): Promise<unknown> {
    return JSON.parse(await this.text());
  }
}

/** In the place of a DecompressionStream. */
export class WholeDecompression {
  readonly unpack: (bytes: Uint8Array) => Uint8Array;

  constructor(format: keyof typeof UNPACKERS) {
    this.unpack = UNPACKERS[format];
  }
}
