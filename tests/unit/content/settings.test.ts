import { describe, expect, test } from "vitest";
import { readSite } from "../../../src/content/model/settings.ts";
import type { SiteOverrides } from "../../../src/content/model/site-address.ts";
import { temporaryFolder } from "../temporary.ts";

function site(yaml: string, overrides: SiteOverrides = {}) {
  return readSite(temporaryFolder({ "site.yaml": yaml }), overrides);
}

test("without a file all settings have defaults", () => {
  expect(readSite(temporaryFolder(), {})).toEqual({
    name: "Вестник",
    description: "Новости",
    address: "http://localhost:8080",
    pathPrefix: "/",
    language: "ru",
    timeZone: "Europe/Moscow",
    offline: true,
    feeds: "full",
    allowBrokenLinks: false,
    preview: false,
  });
});

describe("address and prefix", () => {
  const address = "address: https://example.org";

  test.each<[string, string, SiteOverrides, string, string]>([
    ["nothing but an address", address, {}, "https://example.org", "/"],
    ["a path in the address", `${address}/news`, {}, "https://example.org", "/news/"],
    ["a setting", `${address}\npathPrefix: news`, {}, "https://example.org", "/news/"],
    ["both alike", `${address}/a/\npathPrefix: /a`, {}, "https://example.org", "/a/"],
    ["--path-prefix wins", `${address}/a/`, { pathPrefix: "/b/" }, "https://example.org", "/b/"],
    [
      "--path-prefix /",
      `${address}\npathPrefix: a`,
      { pathPrefix: "/" },
      "https://example.org",
      "/",
    ],
    ["--url wins", address, { url: "https://a.org/x/" }, "https://a.org", "/x/"],
    [
      "--url of the root keeps the setting",
      "pathPrefix: a",
      { url: "https://a.org" },
      "https://a.org",
      "/a/",
    ],
    ["a port stays", "address: http://localhost:3000", {}, "http://localhost:3000", "/"],
  ])("%s", (_, yaml, overrides, origin, pathPrefix) => {
    expect(site(yaml, overrides)).toMatchObject({ address: origin, pathPrefix });
  });

  test.each<[string, string, SiteOverrides, string]>([
    ["two settings that disagree", `${address}/a/\npathPrefix: b`, {}, "противоречат друг другу"],
    ["two options that disagree", "", { url: "https://a.org/x", pathPrefix: "y" }, "противоречат"],
    ["a prefix that steps up", "pathPrefix: ../a", {}, "Папка сайта «../a» невозможна"],
    ["a prefix with a blank", "pathPrefix: a b", {}, "Папка сайта «a b» невозможна"],
    ["an address without a protocol", "address: example.org", {}, "это не адрес сайта"],
    ["an option without a protocol", "", { url: "example.org" }, "«example.org» — не адрес сайта"],
    ["a host that a server would read", "", { url: "https://a.ru;deny" }, "не адрес сайта"],
    ["a host with braces", "address: 'https://a{b}.ru'", {}, "это не адрес сайта"],
    ["a host of any name", "address: 'https://*.a.ru'", {}, "это не адрес сайта"],
    ["a password in the address", "address: 'https://a:b@a.ru'", {}, "это не адрес сайта"],
    ["a path that a server would read", "", { url: "https://a.ru/x;y/" }, "Папка сайта «/x;y/»"],
    ["a zone that is none", "timeZone: Mars/Base", {}, "такого часового пояса нет"],
    ["feeds of another kind", "feeds: rss", {}, "такого вида лент нет"],
    ["an unknown key", "nmae: Вести", {}, "Неизвестное поле «nmae» (возможно, «name»)"],
  ])("%s is refused", (_, yaml, overrides, message) => {
    expect(() => site(yaml, overrides)).toThrow(message);
  });
});
