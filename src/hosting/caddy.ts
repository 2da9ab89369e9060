import type { Site } from "../content/index.ts";
import { type HeaderRule, patternOf, rulesFor } from "./header-rules.ts";
import type { ServerOptions } from "./nginx.ts";
import { FILE_TYPES, SMALLEST_PACKED } from "./types-of-files.ts";

/** A Caddyfile for Caddy 2.6 or newer, which gets a certificate by itself. */
export function caddyConfiguration(site: Site, { folder, listen }: ServerOptions): string {
  const { host } = new URL(site.address);
  return `# ${host}, made by \`npm run hosting -- --for caddy\`: change the settings, not this file.

(vestnik_headers) {
${rulesFor(site).flatMap(toLines).join("\n")}
${typeLines().join("\n")}
}

(vestnik_files) {
	route {
		import vestnik_headers
		# Files that \`npm run compress\` has packed go out as they lie.
		file_server {
			precompressed br gzip
		}
	}
}

${listen === undefined ? host : `http://${portOnly(listen)}`} {
	root * "${folder}"
	encode zstd gzip {
		minimum_length ${SMALLEST_PACKED}
	}
${places(site)}
	handle_errors {
		rewrite * /404.html
		import vestnik_files
	}
}
`;
}

/** A port alone is one for all names: without a colon Caddy would take it for a name. */
function portOnly(listen: string): string {
  return /^\d+$/.test(listen) ? `:${listen}` : listen;
}

/** Matchers see paths without the site's prefix: it is taken off before. */
function toLines({ name, value, exceptions }: HeaderRule): string[] {
  if (exceptions.length === 0) return [`\theader ${name} "${value}"`];
  const id = name.toLowerCase().replaceAll("-", "_");
  const special = exceptions.flatMap(({ paths, value: own }, at) =>
    own === undefined
      ? []
      : [
          `\t@${id}_${at} path_regexp ${patternOf(paths)}`,
          `\theader @${id}_${at} ${name} "${own}"`,
        ],
  );
  const all = exceptions.flatMap(({ paths }) => paths);
  return [
    ...special,
    `\t@${id} not path_regexp ${patternOf(all)}`,
    `\theader @${id} ${name} "${value}"`,
  ];
}

/** Of those types that Go does not know by itself. */
function typeLines(): string[] {
  const unknown = Object.keys(FILE_TYPES).filter((type) =>
    /^(?:application\/manifest\+json|font\/woff2|image\/avif|audio\/.*|video\/.*)$/.test(type),
  );
  return unknown.flatMap((type) =>
    (FILE_TYPES[type] ?? []).flatMap((end) => [
      `\t@type_${end} path *.${end}`,
      `\theader @type_${end} Content-Type ${type}`,
    ]),
  );
}

function places({ pathPrefix }: Site): string {
  if (pathPrefix === "/") return "\timport vestnik_files";
  return `	handle_path ${pathPrefix}* {
		import vestnik_files
	}
	@above path / ${pathPrefix.slice(0, -1)}
	redir @above ${pathPrefix} 302
	handle {
		error 404
	}`;
}
