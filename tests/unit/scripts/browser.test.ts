import { chmodSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { findBrowser } from "../../../scripts/browser.ts";
import { temporaryFolder } from "../temporary.ts";

afterEach(() => vi.unstubAllEnvs());

function program(name: string): string {
  const folder = temporaryFolder({ [name]: "#!/bin/sh\n" });
  chmodSync(join(folder, name), 0o755);
  return folder;
}

test("a named browser wins", () => {
  const named = join(program("my-chrome"), "my-chrome");
  vi.stubEnv("VESTNIK_BROWSER", named);
  expect(findBrowser()).toBe(named);
});

test("a named browser that is not there is an error, not a search", () => {
  vi.stubEnv("VESTNIK_BROWSER", "/no/such/chrome");
  expect(() => findBrowser()).toThrow("VESTNIK_BROWSER names /no/such/chrome");
});

test("a Chromium on PATH is found", () => {
  const folder = program("chromium");
  vi.stubEnv("VESTNIK_BROWSER", "");
  vi.stubEnv("PATH", `/no/such/folder:${folder}`);
  expect(findBrowser()).toBe(join(folder, "chromium"));
});

test("a shell without windows is taken before a whole browser, wherever they lie", () => {
  const [whole, shell] = [program("chromium"), program("chromium-headless-shell")];
  vi.stubEnv("VESTNIK_BROWSER", "");
  vi.stubEnv("PATH", `${whole}:${shell}`);
  expect(findBrowser()).toBe(join(shell, "chromium-headless-shell"));
});

test("a file that cannot be run is not a browser", () => {
  const folder = temporaryFolder({ chromium: "text" });
  vi.stubEnv("VESTNIK_BROWSER", "");
  vi.stubEnv("PATH", folder);
  expect(findBrowser()).not.toBe(join(folder, "chromium"));
});
