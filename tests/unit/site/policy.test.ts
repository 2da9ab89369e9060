import { expect, test } from "vitest";
import { pagePolicy } from "../../../src/site/policy.ts";

function scriptsOf(language: string): string | undefined {
  const directives = pagePolicy(language).split("; ");
  return directives.find((one) => one.startsWith("script-src"));
}

test("pages in Russian run the site's own scripts and compile nothing", () => {
  for (const language of ["ru", "ru-BY"]) expect(scriptsOf(language)).toBe("script-src 'self'");
});

test("pages in other languages compile Pagefind's search", () => {
  expect(scriptsOf("be")).toBe("script-src 'self' 'wasm-unsafe-eval'");
});
