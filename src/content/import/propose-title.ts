import { isVisible } from "../model/control-characters.ts";

/** In characters; a longer title is not read at a glance. */
const LONGEST_TITLE = 140;

/**
 * Proposes the first sentence as a title, without (asides) and /asides/. A long one is cut behind a clause.
 *
 * @param lead the first paragraph
 * @returns at most 140 characters; an ellipsis at the end says that a clause was cut
 */
export function proposeTitle(lead: string): string {
  const proposed = firstSentence(withoutAsides(lead)).replace(/[.…]+$/, "");
  // A text may be an aside or dots as a whole.
  const sentence = isVisible(proposed) ? proposed : lead.trim();
  if (sentence.length <= LONGEST_TITLE) return sentence;
  const head = sentence.slice(0, LONGEST_TITLE);
  const clause = Math.max(head.lastIndexOf(", "), head.lastIndexOf(" — "), head.lastIndexOf("; "));
  if (clause > LONGEST_TITLE / 3) return head.slice(0, clause);
  return `${head.slice(0, head.lastIndexOf(" ")).replace(/[\s,:;—-]+$/, "")}…`;
}

function withoutAsides(text: string): string {
  return text
    .replace(/\s*\/[^/]{1,120}\/(?=[\s.,;:!?]|$)/g, "")
    .replace(/\s*\([^()]*\)/g, "")
    .trim();
}

/** Behind an initial or «г.» a full stop ends no sentence. */
function firstSentence(text: string): string {
  const end = /(?<=[\p{L}\p{N}»"”)]{3})[.!?…]+(?=\s+[«"„\p{Lu}\p{N}])/u.exec(text);
  return end === null ? text : text.slice(0, end.index + end[0].length);
}
