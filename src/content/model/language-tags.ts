/** A language, then script, region and the like, as BCP 47 has them: be, zh-Hans, pt-BR. */
const FORM = /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i;

/** The mend of a wrong language tag. */
export const LANGUAGE_MEND =
  "возьмите код языка: en — английский, be — белорусский, zh — китайский, de — немецкий.";

/** @returns the tag in its canonical form, «zh-Hans» for «zh-hans»; nothing where it is none */
export function languageTag(raw: string): string | undefined {
  if (!FORM.test(raw)) return undefined;
  try {
    return Intl.getCanonicalLocales(raw)[0];
  } catch {
    return undefined;
  }
}

/** @returns «en» of «en-GB» */
export function mainLanguage(tag: string): string {
  return tag.toLowerCase().split("-")[0] ?? "";
}
