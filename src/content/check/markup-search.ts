import { escapePattern } from "../../language/index.ts";
import { shortened } from "../model/field-names.ts";
import { type MarkupSign, OBJECT } from "./markup-signs.ts";

/** Findings of one kind in one text; nobody mends more at once. */
const MOST = 100;

/** @returns signs of markup in a text, in order of the list; what one has caught the next does not see */
export function signsIn(
  text: string,
  signs: readonly MarkupSign[],
): { readonly sign: MarkupSign; readonly found: string; readonly index: number }[] {
  let left = text;
  return signs.flatMap((sign) => {
    const found = [...left.matchAll(sign.pattern)].slice(0, MOST);
    left = left.replace(sign.pattern, (match) => match.replace(/[^\n]/g, OBJECT));
    return found.map(({ 0: match, index }) => ({ sign, found: match, index }));
  });
}

const ANY_OBJECT = new RegExp(`${escapePattern(OBJECT)}+`, "g");

/** @returns what an editor is told of a sign */
export function toldOf(
  { reason, mend }: MarkupSign,
  found: string,
): { message: string; mend: string } {
  const shown = found.replace(ANY_OBJECT, "…").replace(/\s+/g, " ").trim();
  return {
    message: `«${shortened(shown)}» читатель увидит как есть: ${reason}.`,
    mend: typeof mend === "string" ? mend : mend(found),
  };
}
