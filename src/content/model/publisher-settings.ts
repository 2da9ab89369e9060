import { z } from "zod";
import { isWebAddress, prose } from "./fields.ts";
import { fault, knownFields, listOf, oneOf, optional, text } from "./validate.ts";

/** Who publishes the site, as the law and readers ask for it. */
export function publisherField() {
  return optional(
    knownFields({
      name: optional(prose()),
      /** Of the registration as a medium: its number and who gave it. */
      registration: optional(prose()),
      age: optional(oneOf(AGES, "такого возрастного знака нет.", AGE_MEND)),
      founder: optional(prose()),
      /** The editor in chief. */
      editor: optional(prose()),
      address: optional(prose()),
      phone: optional(prose()),
      email: optional(emailField()),
    }),
  );
}

/** Each in plain text. */
export type Publisher = Partial<NonNullable<z.output<ReturnType<typeof publisherField>>>>;

/** The marks of Russian law (436-ФЗ). */
const AGES = ["0+", "6+", "12+", "16+", "18+"] as const;

const AGE_MEND = `возьмите один из этих: ${AGES.join(", ")}.`;

function emailField() {
  const wrong = fault("это не адрес почты.", "запишите его так: red@example.org");
  return text().refine((given) => /^[^\s@<>?&"]+@[^\s@<>?&"]+\.[^\s@<>?&"]+$/.test(given), wrong);
}

/** The field `social` of site.yaml: the site's pages on other sites. */
export function socialField() {
  const wrong = fault("это не адрес страницы.", "запишите его целиком: https://vk.com/vesti");
  return listOf(text().refine(isWebAddress, wrong)).transform((all) => {
    return all.length === 0 ? undefined : [...new Set(all)];
  });
}

/** The networks that an article may be passed on to by a link. */
export const SHARE_NETWORKS = ["telegram", "vk"] as const;

export type ShareNetwork = (typeof SHARE_NETWORKS)[number];

/** The field `share` of site.yaml: which of them are shown; false is none, and by default all are. */
export function shareField() {
  const mend = "есть telegram и vk; если не нужна ни одна — share: false.";
  const one = oneOf(SHARE_NETWORKS, "такой сети здесь нет.", mend);
  const named = listOf(one).transform((all) => [...new Set(all)]);
  return optional(z.preprocess((value) => (value === false ? [] : value), named));
}

/** Search engines and mail services ask for nothing else; other names would change what pages say. */
const VERIFICATION = /^[a-z][a-z0-9._:-]*$/i;
const MEANT = /verif|validate/i;

const NO_VERIFICATION = fault(
  "такой строки в начале страниц быть не может: только подтверждения прав на сайт.",
  'имя — как в строке <meta name="…">: yandex-verification, google-site-verification.',
);

const NO_CONTENT = fault(
  "нужно только значение.",
  'возьмите то, что стоит в кавычках после content=: "3f5a0c1d".',
);

/** The field `head` of site.yaml: from names of verifications to their values. */
export function headField() {
  const value = text().refine((one) => !/[<>"\s]/.test(one), NO_CONTENT);
  return optional(z.record(z.string(), value)).transform((given, context) => {
    for (const name of Object.keys(given ?? {})) {
      if (VERIFICATION.test(name) && MEANT.test(name)) continue;
      context.addIssue({ code: "custom", path: [name], ...NO_VERIFICATION });
    }
    return given;
  });
}
