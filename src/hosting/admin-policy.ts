import type { AdminSettings } from "../content/index.ts";

/** The hosts of files, once an editor has logged in. */
const API_HOSTS = {
  github: "https://api.github.com",
  gitlab: "https://gitlab.com",
} as const;

/** Where the pictures of editors come from, once they have logged in. */
const AVATAR_HOSTS = {
  github: "https://avatars.githubusercontent.com",
  gitlab: "https://gitlab.com https://secure.gravatar.com",
} as const;

/**
 * What the editor's page may load. It needs more than the pages of readers, which keep their own
 * policy:
 *
 * - `style-src 'unsafe-inline'`: its components bring their styles as elements that scripts make,
 *   and set others on elements;
 * - `blob:`: pictures that have been chosen and not yet saved, files that are being read, and the
 *   frame of the preview, which keeps this policy;
 * - hosts: the repository's, and the login's where there is one.
 *
 * Scripts are the site's own, and nothing is evaluated.
 */
export function adminPolicy({ backend, login }: AdminSettings): string {
  const own = login === undefined ? "" : ` ${new URL(login).origin}`;
  const directives = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self' 'unsafe-inline'",
    "img-src": `'self' data: blob: ${AVATAR_HOSTS[backend]}`,
    "font-src": "'self'",
    "connect-src": `'self' blob: data: ${API_HOSTS[backend]}${own}`,
    "media-src": "'self' blob:",
    // The preview, and the manifest of an installed editor.
    "frame-src": "blob:",
    "manifest-src": "blob:",
    "form-action": "'none'",
    // The frame of the preview says where it is based: on the site.
    "base-uri": "'self'",
  };
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join("; ");
}
