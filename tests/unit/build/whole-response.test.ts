import { deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { WholeDecompression, WholeResponse } from "../../../src/build/checks/whole-response.ts";

const TEXT = '{"мост":"Новый мост"}';
const BYTES = Buffer.from(TEXT);

describe("a response that is there at once", () => {
  test("is read as one of the web is", async () => {
    const response = new WholeResponse(BYTES);
    expect([response.ok, response.status]).toEqual([true, 200]);
    expect(await response.text()).toBe(TEXT);
    expect(await response.json()).toEqual(JSON.parse(TEXT));
    expect(Buffer.from(await response.arrayBuffer()).equals(BYTES)).toBe(true);
    expect((await response.arrayBuffer()).byteLength).toBe(BYTES.length);
  });

  test("may tell of a file that is missing", () => {
    expect(new WholeResponse(new Uint8Array(), { status: 404 }).ok).toBe(false);
  });

  test.each([
    ["gzip", gzipSync(BYTES)],
    ["deflate", deflateSync(BYTES)],
    ["deflate-raw", deflateRawSync(BYTES)],
  ] as const)("is unpacked: %s", async (format, packed) => {
    const unpacked = new WholeResponse(packed).body.pipeThrough(new WholeDecompression(format));
    expect(await new WholeResponse(unpacked).text()).toBe(TEXT);
  });

  test("is refused where its bytes are torn, or others", () => {
    const unpack = (bytes: Uint8Array) => () =>
      new WholeResponse(bytes).body.pipeThrough(new WholeDecompression("gzip"));
    const packed = gzipSync(BYTES);
    expect(unpack(packed.subarray(0, packed.length - 9))).toThrow();
    expect(unpack(BYTES)).toThrow();
    const changed = Buffer.from(packed);
    changed[packed.length - 8] = (changed[packed.length - 8] ?? 0) ^ 1;
    expect(unpack(changed)).toThrow();
  });
});
