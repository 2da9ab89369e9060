import { settingAround, withoutKept } from "./typography-kept.ts";
import { setQuotationMarks, type Unclear, unclearMark } from "./typography-quotes.ts";
import { setRanges } from "./typography-ranges.ts";
import { setSigns } from "./typography-signs.ts";
import { bindWords } from "./typography-spaces.ts";

export type { Unclear } from "./typography-quotes.ts";

/**
 * Sets a paragraph by Russian typography: «ёлочки» and nested „лапки“, dashes, the ellipsis, the
 * apostrophe, non-breaking spaces. What is set stays as it is when it is set again.
 *
 * @param text plain text, not HTML; what looks like a tag or an address in it is left alone
 * @returns the text with the same letters and digits; with its quotation marks as typed where it is not
 *   certain which of them make pairs
 */
export function typography(text: string): string {
  return settingAround(text, set);
}

function set(text: string): string {
  return bindWords(setRanges(setSigns(setQuotationMarks(text))));
}

/**
 * @param text as for typography
 * @returns the mark for which the quotation marks of a paragraph stay as typed; nothing where they are
 *   set, or are « and » that the next paragraph may close
 */
export function unclearQuotation(text: string): Unclear | undefined {
  return unclearMark(withoutKept(text));
}
