import { type Site, withPrefix } from "../../content/index.ts";
import { shortName } from "./short-name.ts";

/** Longer names are cut by home screens. */
const SHORT_NAME = 12;

/** The background of the light theme. */
const PAPER = "#fffefb";

/** Tells browsers how the site looks among applications (https://www.w3.org/TR/appmanifest/). */
export function toWebManifest(site: Site): string {
  const home = withPrefix(site, "/");
  const icon = (file: string, type: string, sizes: string, purpose = "any") => {
    return { src: withPrefix(site, `/assets/${file}`), type, sizes, purpose };
  };
  const manifest = {
    id: home,
    name: site.name,
    short_name: shortName(site.name, SHORT_NAME),
    description: site.description,
    lang: site.language,
    dir: "ltr",
    start_url: home,
    scope: home,
    display: "minimal-ui",
    theme_color: PAPER,
    background_color: PAPER,
    categories: ["news"],
    icons: [
      icon("icon-192.png", "image/png", "192x192"),
      icon("icon-512.png", "image/png", "512x512"),
      icon("icon-maskable-512.png", "image/png", "512x512", "maskable"),
      ...(site.icon === "png" ? [] : [icon("icon.svg", "image/svg+xml", "any")]),
    ],
  };
  return `${JSON.stringify(manifest, undefined, 2)}\n`;
}
