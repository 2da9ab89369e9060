import { expect, test } from "vitest";
import { COMMENTS, COUNTERS, type Comments, type Counter } from "../../../src/content/index.ts";
import { rulesFor } from "../../../src/hosting/header-rules.ts";
import { headersOf, hostPolicy } from "../../../src/hosting/headers.ts";
import { contentPolicy, pagePolicy } from "../../../src/hosting/policy.ts";
import { SITE } from "../site/samples.ts";

const METRIKA: Counter = {
  service: "metrika",
  host: "https://mc.yandex.ru",
  settings: { id: "12345678" },
};
const UMAMI: Counter = {
  service: "umami",
  host: "https://stat.vesti.example/umami",
  settings: { id: "94db1cb1-74f4-4a40-ad6c-962362670409" },
};
const REMARK: Comments = {
  service: "remark42",
  host: "https://stat.vesti.example/slova",
  settings: { id: "remark" },
};

type Directives = Readonly<Record<string, string>>;

function directivesOf(policy: string): Directives {
  const pairs = policy.split("; ").map((one) => /^(\S+) (.*)$/.exec(one)?.slice(1) ?? []);
  return Object.fromEntries(pairs);
}

/** @returns what is added to each directive that differs from those of a site without services */
function openedBy(policy: string, usual = contentPolicy({})): Directives {
  const before = directivesOf(usual);
  const changed = Object.entries(directivesOf(policy)).filter(([name, value]) => {
    return before[name] !== value;
  });
  return Object.fromEntries(
    changed.map(([name, value]) => [name, value.replace(before[name] ?? "", "").trim()]),
  );
}

const scriptsOf = (language: string) => {
  return directivesOf(pagePolicy({ language }))["script-src"];
};

test("pages in Russian run the site's own scripts and compile nothing", () => {
  for (const language of ["ru", "ru-BY"]) expect(scriptsOf(language)).toBe("'self'");
});

test("pages in other languages compile Pagefind's search", () => {
  expect(scriptsOf("be")).toBe("'self' 'wasm-unsafe-eval'");
});

test("a counter opens one address, in one directive", () => {
  expect(openedBy(contentPolicy({ counter: METRIKA }))).toEqual({
    "img-src": "https://mc.yandex.ru/watch/12345678",
  });
  expect(openedBy(contentPolicy({ counter: UMAMI }))).toEqual({
    "connect-src": "https://stat.vesti.example/umami/api/send",
  });
});

test("comments open one host to frames, on pages that have them", () => {
  const site = { ...SITE, comments: REMARK };
  const usual = pagePolicy(SITE);
  expect(openedBy(pagePolicy(site, true), usual)).toEqual({
    "frame-src": "https://stat.vesti.example",
  });
  expect(pagePolicy(site)).toBe(usual);
});

test("no service runs a script, and none touches how texts become addresses", () => {
  const services = [...Object.values(COUNTERS), ...Object.values(COMMENTS)];
  expect(services.length).toBeGreaterThan(5);
  for (const { directive } of services) expect(directive).toMatch(/^(?:img|connect|frame)-src$/);
  expect(pagePolicy({ ...SITE, counter: METRIKA, comments: REMARK }, true)).toContain(
    "; require-trusted-types-for 'script'; trusted-types default",
  );
});

test("hosts say the same for all pages, and the local server says what hosts say", () => {
  const site = { ...SITE, counter: METRIKA, comments: REMARK };
  const policy = hostPolicy(site);
  expect(openedBy(policy, hostPolicy({}))).toEqual({
    "img-src": "https://mc.yandex.ru/watch/12345678",
    "frame-src": "https://stat.vesti.example",
  });
  expect(rulesFor(site).find(({ name }) => name === "Content-Security-Policy")?.value).toBe(policy);
  expect(headersOf("/articles/most/", policy)["Content-Security-Policy"]).toBe(policy);
  expect(headersOf("/assets/icon.svg", policy)).toEqual(headersOf("/assets/icon.svg"));
});
