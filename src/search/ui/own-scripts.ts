/** What TypeScript does not know yet. */
interface TrustedTypes {
  readonly defaultPolicy: object | null;
  createPolicy(name: string, rules: { createScriptURL(address: string): string }): object;
}

/**
 * Lets workers be started from the site's own files, and from nothing else: the one that keeps what
 * was read, and Pagefind's own where a site is not in Russian. That any text becomes HTML stays
 * forbidden, for the policy says nothing of it (src/hosting/policy.ts).
 */
export function allowOwnScripts(): void {
  const { trustedTypes } = window as { trustedTypes?: TrustedTypes };
  if (trustedTypes === undefined || trustedTypes.defaultPolicy !== null) return;
  const createScriptURL = (url: string): string => {
    const isOwn = new URL(url, location.href).origin === location.origin;
    if (!isOwn) throw new TypeError(`${url} is not of this site`);
    return url;
  };
  trustedTypes.createPolicy("default", { createScriptURL });
}
