import { type Site, withPrefix } from "../content/index.ts";
import { type HeaderRule, patternOf, rulesFor } from "./header-rules.ts";
import { FILE_TYPES, SMALLEST_PACKED, TEXT_TYPES } from "./types-of-files.ts";

/** Settings of a server of one's own. */
export interface ServerOptions {
  /** The folder of the finished site on the server, absolute. */
  readonly folder: string;
  /** Its address, in place of the default: 8080 or 127.0.0.1:8080. */
  readonly listen?: string | undefined;
  /** Whether nginx has the module that sends files packed with Brotli. */
  readonly brotli?: boolean | undefined;
}

/**
 * A configuration of nginx 1.18 or newer: a file for `conf.d`, which the usual `nginx.conf` includes
 * in its `http` block.
 */
export function nginxConfiguration(site: Site, options: ServerOptions): string {
  const varying = rulesFor(site).filter(({ exceptions }) => exceptions.length > 0);
  return `# ${new URL(site.address).host}, made by \`npm run hosting -- --for nginx\`: change the settings, not this file.

${varying.map((rule) => toMap(rule, site)).join("\n\n")}

server {
${listening(options)}
  server_name ${new URL(site.address).hostname};

  # Behind another server, its name and port are the right ones.
  absolute_redirect off;
  server_tokens off;
  etag on;
  charset utf-8;
  charset_types text/css text/javascript text/plain text/xml;

${packing(options)}

  types {
${typeLines().join("\n")}
  }
  default_type application/octet-stream;

${rulesFor(site).map(toHeader).join("\n")}

${places(site, options)}
  error_page 404 ${withPrefix(site, "/404.html")};
  # A folder without a page: what is in it is nobody's business, and there is nothing to read.
  error_page 403 =404 ${withPrefix(site, "/404.html")};
}
`;
}

function listening({ listen }: ServerOptions): string {
  const all = listen === undefined ? ["80", "[::]:80"] : [listen];
  return all.map((one) => `  listen ${one};`).join("\n");
}

/** The paths in nginx are those that a browser asks for, with the folder's index.html where it is. */
function toMap({ name, value, exceptions }: HeaderRule, { pathPrefix }: Site): string {
  const lines = exceptions.map(
    ({ paths, value: own = "" }) => `  "~${patternOf(paths, pathPrefix)}" "${own}";`,
  );
  return [`map $uri ${variableOf(name)} {`, `  default "${value}";`, ...lines, "}"].join("\n");
}

function toHeader({ name, value, exceptions }: HeaderRule): string {
  // One that is empty is not sent.
  const said = exceptions.length > 0 ? variableOf(name) : `"${value}"`;
  return `  add_header ${name} ${said} always;`;
}

function variableOf(name: string): string {
  return `$vestnik_${name.toLowerCase().replaceAll("-", "_")}`;
}

function packing({ brotli = false }: ServerOptions): string {
  const types = TEXT_TYPES.filter((type) => type !== "text/html");
  return `  # Files that \`npm run compress\` has packed go out as they lie; others are packed for each answer.
  gzip_static on;
  gzip on;
  gzip_vary on;
  gzip_proxied any;
  gzip_min_length ${SMALLEST_PACKED};
  gzip_types ${types.join(" ")};
  ${brotli ? "brotli_static on;" : "# With the Brotli module: npm run hosting -- --for nginx --brotli"}`;
}

function typeLines(): string[] {
  return Object.entries(FILE_TYPES).map(([type, ends]) => `    ${type} ${ends.join(" ")};`);
}

/** Under a prefix, the address without it leads to the site; anything else there is not found. */
function places({ pathPrefix }: Site, { folder }: ServerOptions): string {
  if (pathPrefix === "/") return `  root "${folder}";\n`;
  return `  location ${pathPrefix} {
    alias "${folder.replace(/\/?$/, "/")}";
  }
  location = ${pathPrefix.slice(0, -1)} {
    return 302 ${pathPrefix};
  }
  location = / {
    return 302 ${pathPrefix};
  }
  location / {
    return 404;
  }
`;
}
