import type { Site } from "../../src/content/index.ts";
import { hostHeaders, hostRedirects } from "../../src/hosting/headers.ts";
import { caddyConfiguration, nginxConfiguration } from "../../src/hosting/index.ts";
import { fc } from "../unit/language/property.ts";
import { demand } from "./case.ts";
import { hostileLink, hostileText, hostileValue } from "./texts.ts";

/** Signs that begin or end something in the files of nginx, Caddy and of hosts. */
const MEANING =
  "; | {} | { | } | # | \" | ' | $host | \\ | \n | \t | * | : | %0a | %7b | ( | ) | ~ | , | @ | !".split(
    " | ",
  );

const piece = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...MEANING) },
  { weight: 4, arbitrary: fc.constantFrom("vesti", "deny", "include", ".example", "x", "/") },
  { weight: 1, arbitrary: hostileText },
);
const pieces = fc.array(piece, { minLength: 1, maxLength: 4 }).map((all) => all.join(""));

/** Settings whose address and folder may mean something to a server. */
export const hostedSettings: fc.Arbitrary<string> = fc
  .record(
    {
      name: hostileValue,
      address: fc.oneof(
        fc.tuple(pieces, pieces).map(([host, path]) => `https://a${host}/${path}`),
        fc.constantFrom("https://vesti.example", "http://[::1]:8080/news/"),
        hostileLink,
      ),
      pathPrefix: pieces.map((path) => `/${path}/`),
      admin: fc.record({ backend: fc.constant("github"), repo: fc.constant("a/b") }),
    },
    { requiredKeys: [] },
  )
  .map((settings) => JSON.stringify(settings));

const FOLDER = { folder: "/var/www/site" };

/** Whatever the settings say, a server's file has the form that it has for plain ones. */
export function checkHosting(site: Site): void {
  const { protocol } = new URL(site.address);
  const pathPrefix = site.pathPrefix === "/" ? "/" : "/news/";
  const plain = { ...site, name: "Вести", address: `${protocol}//vesti.example`, pathPrefix };
  const redirects = [{ from: "/a/", to: "/articles/b/" }];
  const makers: Readonly<Record<string, (one: Site) => string>> = {
    nginx: (one) => nginxConfiguration(one, FOLDER),
    Caddy: (one) => caddyConfiguration(one, FOLDER),
    _headers: hostHeaders,
    _redirects: (one) => hostRedirects(one, redirects),
  };
  for (const [name, make] of Object.entries(makers)) {
    const [own, expected] = [formOf(make(site)), formOf(make(plain))];
    demand(own === expected, `the file for ${name} keeps its form`, make(site).slice(0, 2000));
  }
}

/** What a server reads but for words: names of hosts and folders are of plain signs only. */
function formOf(text: string): string {
  return text.replace(/[\w.:[\]\\/~-]+/g, "a");
}
