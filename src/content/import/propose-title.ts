import { isVisible } from "../model/signs.ts";

/** Longer than this, a title no longer reads at a glance. */
const LONGEST_TITLE = 140;

/**
 * Proposes a title in the text's own words: the first sentence without what stands in brackets
 * or /slashes/, cut at the end of a clause where it is long.
 *
 * @param lead the first paragraph
 * @returns at most 140 characters; an ellipsis at the end says that a clause was cut
 */
export function proposeTitle(lead: string): string {
  const proposed = firstSentence(withoutAsides(lead)).replace(/[.…]+$/, "");
  // Of a text that is an aside, or dots, nothing would be left.
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

/** A full stop behind an initial or a short word such as «г.» does not end a sentence. */
function firstSentence(text: string): string {
  const end = /(?<=[\p{L}\p{N}»"”)]{3})[.!?…]+(?=\s+[«"„\p{Lu}\p{N}])/u.exec(text);
  return end === null ? text : text.slice(0, end.index + end[0].length);
}
