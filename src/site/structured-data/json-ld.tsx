import type { Thing, WithContext } from "schema-dts";

/**
 * Structured data as JSON-LD, a block that never runs, so that the content security policy does not concern
 * it.
 */
export function JsonLd({ data }: { readonly data: WithContext<Thing> }) {
  return (
    <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: toScriptText(data) }} />
  );
}

/**
 * Without «<», no text can close the script or open a comment in it: to JSON, \u003c is the same.
 *
 * @returns JSON that is safe inside `script`; what is undefined is left out
 */
function toScriptText(data: object): string {
  return JSON.stringify(data).replaceAll("<", "\\u003c");
}
