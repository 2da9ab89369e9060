import { z } from "zod";
import { linkField, prose } from "./fields.ts";
import { fault, knownFields, optional, text } from "./validate.ts";

/** An entry of a menu: its target, and its label where one is given. */
export interface MenuEntry {
  readonly label?: string | undefined;
  /** A path inside the site that begins with «/», or an address on the web. */
  readonly address?: string | undefined;
  /** A topic's name. */
  readonly topic?: string | undefined;
}

/** The fields `menu` and `footer` of site.yaml. */
export function menuField() {
  const fields = knownFields({
    label: optional(prose()),
    address: optional(linkField()),
    topic: optional(text()),
  });
  const entry = z.preprocess(spelledOut, fields).transform((one, context): MenuEntry => {
    const problem = problemOf(one);
    if (problem !== undefined) context.addIssue({ code: "custom", ...problem });
    return one;
  });
  return optional(z.array(entry));
}

/** A text alone is an address, or else the name of a topic. */
function spelledOut(value: unknown): unknown {
  if (typeof value !== "string") return value;
  return /^\s*(?:\/|[a-z][a-z0-9+.-]*:)/i.test(value) ? { address: value } : { topic: value };
}

function problemOf({ label, address, topic }: MenuEntry) {
  if ((address === undefined) === (topic === undefined)) {
    const mend = "впишите address (адрес) или topic (имя темы), одно из двух.";
    return fault("не сказано, куда ведёт.", mend);
  }
  if (address === undefined || address.startsWith("/") || label !== undefined) return undefined;
  const mend = `запишите так: { label: Название, address: "${address}" }.`;
  return fault("у адреса вне сайта нет названия.", mend);
}
