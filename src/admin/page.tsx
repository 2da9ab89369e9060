import { render } from "preact-render-to-string";
import { type AdminSettings, iconOf, type Site, withPrefix } from "../content/index.ts";
import { adminPolicy } from "../hosting/headers.ts";

/** The names of what the page starts, in the editor's folder. */
export interface AdminFiles {
  readonly script: string;
  readonly styles: string;
}

/**
 * The page that the editor starts on.
 *
 * @returns a whole HTML document
 */
export function adminPage(site: Site, admin: AdminSettings, files: AdminFiles): string {
  const address = (name: string): string => withPrefix(site, `/admin/${name}`);
  return `<!DOCTYPE html>\n${render(
    <html lang="ru">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={adminPolicy(admin)} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow" />
        <meta name="referrer" content="strict-origin-when-cross-origin" />
        <title>{`${site.name}: редактор`}</title>
        <link rel="icon" href={withPrefix(site, iconOf(site).path)} type={iconOf(site).type} />
        <link rel="stylesheet" href={address(files.styles)} />
        <script type="module" src={address(files.script)} data-config={address("config.json")} />
      </head>
      <body>
        <noscript>
          <p>Редактору нужен JavaScript.</p>
        </noscript>
      </body>
    </html>,
  )}\n`;
}
