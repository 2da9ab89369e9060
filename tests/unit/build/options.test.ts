import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { buildOptions, UsageError } from "../../../src/build/index.ts";
import { BUILD_FLAGS, readArguments } from "../../../src/cli/arguments.ts";

const ENVIRONMENT = {
  VESTNIK_CONTENT: "env/content",
  VESTNIK_DATA: "env/data",
  VESTNIK_OUTPUT: "env/out",
  VESTNIK_URL: "https://env.example",
  VESTNIK_PATH_PREFIX: "/env/",
  VESTNIK_CACHE: "env/cache",
  VESTNIK_CACHE_MB: "5",
};

describe("buildOptions", () => {
  test("has defaults", () => {
    expect(buildOptions({}, {})).toEqual({
      content: resolve("content"),
      data: resolve("_data"),
      output: resolve("_site"),
      project: resolve("."),
      overrides: { url: undefined, pathPrefix: undefined },
      cache: resolve("node_modules/.cache/vestnik"),
      cacheLimit: 2_000_000_000,
    });
  });

  test("reads the environment", () => {
    expect(buildOptions({}, ENVIRONMENT)).toEqual({
      content: resolve("env/content"),
      data: resolve("env/data"),
      output: resolve("env/out"),
      project: resolve("."),
      overrides: { url: "https://env.example", pathPrefix: "/env/" },
      cache: resolve("env/cache"),
      cacheLimit: 5_000_000,
    });
  });

  test("the command line wins over the environment", () => {
    const values = { content: "cli", "path-prefix": "/", url: "https://cli.example" };
    expect(buildOptions(values, ENVIRONMENT)).toMatchObject({
      content: resolve("cli"),
      data: resolve("env/data"),
      overrides: { url: "https://cli.example", pathPrefix: "/" },
    });
  });

  test("a limit of the cache that is no number of megabytes is refused", () => {
    expect(buildOptions({ workers: "2" }, {}).workers).toBe(2);
    expect(buildOptions({}, {}).workers).toBeUndefined();
    for (const workers of ["0", "1.5", "все"])
      expect(() => buildOptions({ workers }, {})).toThrow("целое число от 1");
    expect(() => buildOptions({}, { VESTNIK_CACHE_MB: "много" })).toThrow(
      /мегабайтов, а не «много»/,
    );
  });

  test("an empty variable is none", () => {
    expect(buildOptions({}, { VESTNIK_URL: "" }).overrides.url).toBeUndefined();
  });
});

test("an unknown option is refused", () => {
  const read = () => readArguments({ args: ["--outptu", "x"], options: BUILD_FLAGS });
  expect(read).toThrow(UsageError);
  expect(read).toThrow("--outptu");
});
