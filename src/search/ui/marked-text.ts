import { unescapeHtml } from "../../language/index.ts";

/**
 * An excerpt as nodes. Nothing is read as HTML but `mark`, whatever stands in the text, and no policy
 * for HTML from strings is needed.
 *
 * @param excerpt HTML in which all is escaped but `mark`
 */
export function markedText(excerpt: string): Node[] {
  return excerpt.split(/(<mark>[^<]*<\/mark>)/).flatMap((part): Node[] => {
    const marked = /^<mark>([^<]*)<\/mark>$/.exec(part)?.[1];
    if (marked === undefined) return part === "" ? [] : [new Text(unescapeHtml(part))];
    const mark = document.createElement("mark");
    mark.textContent = unescapeHtml(marked);
    return [mark];
  });
}
